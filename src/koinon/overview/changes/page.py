"""A page of changes, the newest first."""

from datetime import date, datetime

import msgspec

from koinon.gazetteer.slug import slug
from koinon.history.models import Entry
from koinon.overview.changes.change import Change, Order, What
from koinon.overview.changes.gathering import Asked, changes, gather
from koinon.overview.changes.key import Key
from koinon.overview.names import Named, named, names_of_organisations
from koinon.register.models import Organisation, OrganisationName

PAGE_SIZE = 50


class ChangesPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page of changes; ``after`` is the place to go on from, empty on the last page.

    ``asked`` is what was typed as an organisation, ``organisation`` None where it names none.
    """

    on: date
    order: Order
    what: What | None
    asked: str
    organisation: Named | None
    changes: tuple[Change, ...]
    after: str

    @property
    def nobody(self) -> bool:
        """Whether an organisation was asked for that is not on record."""
        return bool(self.asked) and self.organisation is None


def changes_on(
    day: date,
    *,
    order: Order = Order.HAPPENED,
    of: str = "",
    what: What | None = None,
    after: str = "",
) -> ChangesPage:
    """Gather a page of what changed up to a day: of all, or of an organisation by code or name."""
    organisation = _organisation(of) if of else None
    found = []
    if organisation is not None or not of:
        key = organisation.pk if organisation else None
        place = Key.parse(after)
        if place is not None and bool(place.entry) != (order is Order.ENTERED):
            place = None
        found = gather(Asked(day, order, key, what, place, PAGE_SIZE + 1))
    shown = found[:PAGE_SIZE]
    return ChangesPage(
        on=day,
        order=order,
        what=what,
        asked=of,
        organisation=_named(organisation) if organisation else None,
        changes=changes(shown),
        after=str(shown[-1].key) if len(found) > PAGE_SIZE else "",
    )


def last_entered() -> datetime | None:
    """Tell when something was last written into the register, None where nothing ever was."""
    return Entry.objects.order_by("-number").values_list("at", flat=True).first()


def _organisation(text: str) -> Organisation | None:
    """Find an organisation by its code or any of its names."""
    names = OrganisationName.objects.filter(name__iexact=text)
    by_name = Organisation.objects.filter(pk__in=names.values("organisation"))
    by_code = Organisation.objects.filter(code=slug(text))
    return (by_code | by_name).order_by("code").first()


def _named(row: Organisation) -> Named:
    return named(row.pk, row.code, row.kind, names_of_organisations([row.pk]))
