"""Everything the page of a person in office says on a day."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec
from django.db.models import Q

from koinon.overview.tenures import Tenancy, tenancies
from koinon.register.models import Person, PostKind, Role
from koinon.register.queries.tenures import tenures_of
from koinon.rules.bound import OPEN_END

MOST_FOLLOWERS = 200
"""Among how many tenures in the same posts a successor is sought, those recorded last."""


class Link(msgspec.Struct, frozen=True):
    """A tenure in a chain: what rests on it follows, one level deeper."""

    tenure: Tenancy
    depth: int


class Freed(msgspec.Struct, frozen=True, kw_only=True):
    """A tenure that ended: what ended with it, and who followed.

    ``followed_by`` is None where nobody is known; ``vacant`` are the days between, None where
    a day is rough.
    """

    tenure: Tenancy
    with_it: tuple[Tenancy, ...]
    followed_by: Tenancy | None
    vacant: int | None


class PersonPage(msgspec.Struct, frozen=True, kw_only=True):
    """A person's offices and seats, those of the day first; what rests on what; what ended."""

    code: str
    name: str
    on: date
    current: tuple[Tenancy, ...]
    others: tuple[Tenancy, ...]
    chains: tuple[Link, ...]
    freed: tuple[Freed, ...]


def person_on(person: str, day: date, *, known_on: date | None = None) -> PersonPage | None:
    """Gather what is known of a person in office, None where the register knows nobody so."""
    row = Person.objects.filter(code=person).first()
    if row is None:
        return None
    found = tenancies(tenures_of(person=person), day, known_on=known_on)
    return PersonPage(
        code=row.code,
        name=row.full_name,
        on=day,
        current=tuple(item for item in found if item.holds),
        others=tuple(item for item in found if not item.holds),
        chains=tuple(_chains(found)),
        freed=_freed(person, found, day, known_on),
    )


def _chains(tenures: Sequence[Tenancy]) -> Iterator[Link]:
    """List the tenures that others rest on, each with these below it; single ones are left out."""
    own = {item.bond for item in tenures}
    for item in _first_to_last(tenures):
        if item.rests_on not in own and _resting(item, tenures):
            yield from _links(item, tenures, 0)


def _links(item: Tenancy, tenures: Sequence[Tenancy], depth: int) -> Iterator[Link]:
    yield Link(item, depth)
    for above in _resting(item, tenures):
        yield from _links(above, tenures, depth + 1)


def _resting(item: Tenancy, tenures: Sequence[Tenancy]) -> list[Tenancy]:
    return _first_to_last(it for it in tenures if it.rests_on == item.bond)


def _first_to_last(tenures: Iterator[Tenancy] | Sequence[Tenancy]) -> list[Tenancy]:
    return sorted(tenures, key=lambda it: (it.since.latest, it.bond))


def _freed(
    person: str, tenures: Sequence[Tenancy], day: date, known_on: date | None
) -> tuple[Freed, ...]:
    """Tell of each tenure that ended by the day who followed; what rested on it goes with it."""
    ended = [it for it in tenures if _is_over(it, day) and it.role != Role.DEPUTY]
    if not ended:
        return ()
    others = _others(person, ended, day, known_on)
    bonds = {item.bond for item in ended}
    return tuple(
        _freed_by(item, tuple(it for it in ended if it.rests_on == item.bond), others)
        for item in ended
        if item.rests_on not in bonds
    )


def _is_over(item: Tenancy, day: date) -> bool:
    return item.holds is False and item.until is not None and item.until.latest <= day


def _others(
    person: str, ended: Sequence[Tenancy], day: date, known_on: date | None
) -> tuple[Tenancy, ...]:
    """Find who else was in these offices, or for the same party in these seats."""
    where = Q()
    for item in ended:
        post = Q(post__organisation__code=item.organisation.code, post__code=item.post)
        same = Q(post__kind=PostKind.OFFICE) | Q(bond__party__code=item.party.code)
        where |= post & same
    rows = tenures_of().filter(where).exclude(person__code=person)
    found = rows.order_by("-pk").values_list("pk", flat=True)[:MOST_FOLLOWERS]
    return tenancies(tenures_of().filter(pk__in=list(found)), day, known_on=known_on)


def _freed_by(item: Tenancy, with_it: tuple[Tenancy, ...], others: Sequence[Tenancy]) -> Freed:
    after = [it for it in others if follows(it, item)]
    follower = min(after, key=lambda it: (it.since.latest, it.bond), default=None)
    return Freed(
        tenure=item,
        with_it=with_it,
        followed_by=follower,
        vacant=_days_between(item, follower),
    )


def follows(other: Tenancy, item: Tenancy) -> bool:
    """Tell whether a tenure came after another in the same post: later, and not before its end.

    Both are asked, since a rough end may lie before a rough beginning.
    """
    is_same = (other.organisation.code, other.post, other.role) == (
        item.organisation.code,
        item.post,
        item.role,
    )
    end = item.until.earliest if item.until else OPEN_END
    return is_same and other.since.latest >= end and other.since.latest > item.since.latest


def _days_between(item: Tenancy, follower: Tenancy | None) -> int | None:
    if follower is None or item.until is None:
        return None
    if not (item.until.is_exact and follower.since.is_exact):
        return None
    return max((follower.since.earliest - item.until.earliest).days, 0)
