"""The calendar below a timeline: where a day stands, and which years are marked."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from koinon.rules.bound import BEGINNING, OPEN_END, Bound

SHORTEST = 6
"""Years that a calendar shows at least."""

YEAR_ROOM, DAY_ROOM, EDGE_ROOM = 56, 52, 90
"""How far marks of years stand apart, and how far from the label of the day: farther where that
one ends at its day, since it would else leave the drawing."""
EDGE = 44
"""How near to the right end the label of the day ends at its day."""

LAST = 9998


class Year(NamedTuple):
    """A mark of the calendar; without its label where that of the day stands."""

    x: float
    label: str


class Calendar(NamedTuple):
    """The days from ``first`` to ``last`` between ``left`` and ``right``."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Place a day; what lies before or after stands at the edge."""
        first, last = self.first.toordinal(), self.last.toordinal()
        share = (min(max(day.toordinal(), first), last) - first) / (last - first)
        return round(self.left + share * (self.right - self.left), 1)

    def years(self, day: date) -> tuple[Year, ...]:
        """Mark as many years as have room."""
        span = self.last.year - self.first.year
        step = max(1, -(-span // max(int((self.right - self.left) / YEAR_ROOM), 1)))
        marked = (date(year, 1, 1) for year in range(self.first.year, self.last.year + 1, step))
        return tuple(self._year(it, self.x(day)) for it in marked)

    def _year(self, first_day: date, day_x: float) -> Year:
        x = self.x(first_day)
        room = EDGE_ROOM if day_x > self.right - EDGE else DAY_ROOM
        is_free = abs(x - day_x) >= room and x <= self.right - YEAR_ROOM / 2
        return Year(x, str(first_day.year) if is_free else "")


def calendar(
    periods: Iterable[tuple[Bound, Bound | None]], day: date, left: float, right: float
) -> Calendar:
    """Choose the days to show: from the first known beginning to a year after all ends."""
    begun, ended = [day], [day]
    for since, until in periods:
        begun.append(since.latest if since.earliest == BEGINNING else since.earliest)
        if until is not None and until.latest != OPEN_END:
            ended.append(until.latest)
    first = min(min(begun).year, day.year - SHORTEST)
    last = min(max(ended).year + 1, LAST)
    return Calendar(date(max(first, 1), 1, 1), date(last, 12, 31), left, right)


def carried_end(since: Bound, until: Bound | None, today: date) -> Bound:
    """Give the end of what is known to last up to today, where no end is known."""
    return until or Bound(max(today, since.latest), OPEN_END)
