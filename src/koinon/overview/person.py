"""Everything the page of a person in office says on a day."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from koinon.overview.following import everybody_in, next_in
from koinon.overview.tenures import Tenancy, tenancies
from koinon.register.models import Person, Role
from koinon.register.queries.tenures import tenures_of


class Link(msgspec.Struct, frozen=True):
    """A tenure in a chain: what rests on it follows, one level deeper."""

    tenure: Tenancy
    depth: int


class Left(msgspec.Struct, frozen=True, kw_only=True):
    """A tenure that ended, and who followed.

    ``followed_by`` is None where nobody is known; ``vacant`` are the days between, None where
    a day is rough.
    """

    tenure: Tenancy
    followed_by: Tenancy | None
    vacant: int | None


class Freed(Left, frozen=True, kw_only=True):
    """A tenure that ended, who followed, and what ended with it."""

    with_it: tuple[Left, ...]


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
        freed=_freed(found, day, known_on),
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


def _freed(tenures: Sequence[Tenancy], day: date, known_on: date | None) -> tuple[Freed, ...]:
    """Tell of each tenure that ended by the day who followed; what rested on it goes with it."""
    ended = [it for it in tenures if _is_over(it, day) and it.role != Role.DEPUTY]
    if not ended:
        return ()
    others = everybody_in(ended, day, known_on=known_on)
    bonds = {item.bond for item in ended}
    return tuple(
        _freed_by(item, tuple(it for it in ended if it.rests_on == item.bond), others)
        for item in ended
        if item.rests_on not in bonds
    )


def _is_over(item: Tenancy, day: date) -> bool:
    return item.holds is False and item.until is not None and item.until.latest <= day


def _freed_by(item: Tenancy, with_it: tuple[Tenancy, ...], others: Sequence[Tenancy]) -> Freed:
    follower = next_in(item, others)
    return Freed(
        tenure=item,
        with_it=tuple(_left(it, others) for it in with_it),
        followed_by=follower,
        vacant=_days_between(item, follower),
    )


def _left(item: Tenancy, others: Sequence[Tenancy]) -> Left:
    follower = next_in(item, others)
    return Left(tenure=item, followed_by=follower, vacant=_days_between(item, follower))


def _days_between(item: Tenancy, follower: Tenancy | None) -> int | None:
    if follower is None or item.until is None:
        return None
    if not (item.until.is_exact and follower.since.is_exact):
        return None
    return max((follower.since.earliest - item.until.earliest).days, 0)
