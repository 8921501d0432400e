"""Adding organisations, sources, and what sources say in numbers."""

from collections.abc import Collection, Sequence
from itertools import batched

from koinon.history.actions import Change, add_rows, key_of, recorded
from koinon.history.actor import Actor
from koinon.history.permissions import must_keep_register
from koinon.register import tables
from koinon.register.actions.listings import MANY, rebuild_listings
from koinon.register.drafts import (
    FigureDraft,
    LegalPersonDraft,
    OrganisationDraft,
    OrganisationNameDraft,
    PopulationDraft,
    SourceDraft,
)
from koinon.register.models import Bond, Source


def add_sources(*, sources: Sequence[SourceDraft], by: Actor) -> None:
    """Add sources that are not there yet; a publisher must be there before.

    Raises NotAllowed, BadValue, Twice, Differs.
    """
    must_keep_register(by)
    with recorded("add-sources", by=by) as change:
        add_rows(tables.SOURCES, sources, change=change)


def add_organisations(
    *,
    organisations: Sequence[OrganisationDraft] = (),
    sources: Sequence[SourceDraft] = (),
    names: Sequence[OrganisationNameDraft] = (),
    legal_persons: Sequence[LegalPersonDraft] = (),
    by: Actor,
) -> None:
    """Add organisations with names and legal persons, and sources that they publish themselves.

    Raises NotAllowed, BadValue, Twice, Shared, Differs.
    """
    must_keep_register(by)
    with recorded("add-organisations", by=by) as change:
        add_rows(tables.SOURCES, sources, change=change, later=["publisher"])
        add_rows(tables.ORGANISATIONS, organisations, change=change)
        _name_publishers(sources, change)
        named = add_rows(tables.ORGANISATION_NAMES, names, change=change)
        add_rows(tables.LEGAL_PERSONS, legal_persons, change=change)
        rebuild_listings(_listed({name.organisation for name in named}))


def _listed(organisations: Collection[str]) -> set[int]:
    """Find which of these organisations stand in a list."""
    rows = (
        Bond.objects.filter(party__code__in=codes, listings__isnull=False)
        for codes in batched(sorted(organisations), MANY)
    )
    return {party for found in rows for party in found.values_list("party_id", flat=True)}


def _name_publishers(sources: Sequence[SourceDraft], change: Change) -> None:
    """Fill in the publishers of sources that were added before their publisher."""
    published = {source.code: source for source in sources if source.publisher}
    rows = list(Source.objects.filter(code__in=published, publisher=None)) if published else []
    if not rows:
        return
    drafts = [published[row.code] for row in rows]
    keys = tables.SOURCES.ids(drafts)
    for row, draft in zip(rows, drafts, strict=True):
        row.publisher_id = key_of(tables.SOURCES, draft, "publisher", keys)
    change.entry()
    Source.objects.bulk_update(rows, ["publisher"], batch_size=500)


def add_populations(*, populations: Sequence[PopulationDraft], by: Actor) -> None:
    """Add how many people lived in places.

    Raises NotAllowed, BadValue, Twice, Differs.
    """
    must_keep_register(by)
    with recorded("add-populations", by=by) as change:
        add_rows(tables.POPULATIONS, populations, change=change)


def add_figures(*, figures: Sequence[FigureDraft], by: Actor) -> None:
    """Add figures of organisations.

    Raises NotAllowed, BadValue, Twice, Differs.
    """
    must_keep_register(by)
    with recorded("add-figures", by=by) as change:
        add_rows(tables.FIGURES, figures, change=change)
