"""Posts of a body that somebody left and in which nobody is known to be: since when, how long."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from koinon.overview.tenures import Tenancy
from koinon.register.models import Role
from koinon.rules.bound import OPEN_END, Bound


class Vacancy(msgspec.Struct, frozen=True):
    """A post without a known holder: who was there last, and for how many days nobody was since.

    Of a rough end the days are counted from the latest it may be, so that they are the least.
    """

    last: Tenancy
    since: Bound
    days: int


def vacancies(tenures: Sequence[Tenancy], day: date) -> tuple[Vacancy, ...]:
    """List the posts that stand empty on a day as far as is known, the longest first."""
    return tuple(sorted(_vacant(tenures, day), key=lambda it: (-it.days, it.last.bond)))


def _vacant(tenures: Sequence[Tenancy], day: date) -> Iterator[Vacancy]:
    left: dict[tuple[str, str, str], Tenancy] = {}
    taken = {_seat(it) for it in tenures if it.holds is not False}
    for item in sorted(tenures, key=lambda it: (it.since.latest, it.bond)):
        if item.role != Role.SUBSTITUTE and _seat(item) not in taken and _is_over(item, day):
            left[_seat(item)] = item
    for item in left.values():
        if item.until is not None:
            yield Vacancy(item, item.until, (day - item.until.latest).days)


def _seat(item: Tenancy) -> tuple[str, str, str]:
    """Tell the seats of a post apart by the delegation, where there is any."""
    return item.organisation.code, item.post, item.delegation


def _is_over(item: Tenancy, day: date) -> bool:
    until = item.until.latest if item.until else OPEN_END
    return item.holds is False and until <= day
