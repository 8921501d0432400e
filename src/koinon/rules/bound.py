"""A day that a source may give only roughly: the span of days it may be.

"2018-07-12" is one day, "2018" any day of that year, "by 2018" any day up to its end,
"after 2018" any day from the next year on, "2018..2021" any day from 2018 to 2021.
"""

import re
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from koinon.rules.bad_input import BadInput

BEGINNING = date.min
"""The earliest day there is: a bound of which only the latest day is known starts here."""

OPEN_END = date.max
"""9999-12-31, the day an open end is stored as."""

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")
_ONE_DAY = timedelta(days=1)


class Precision(StrEnum):
    """How exactly a bound is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    AT_LATEST = "at-latest"
    AT_EARLIEST = "at-earliest"
    SPAN = "span"


class BadBound(BadInput):
    """The text names no day, month, year or span of days."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f'"{text}" is not a day: write 2018-07-12, 2018-07, 2018, "by 2018", '
            '"after 2018" or "2018..2021"',
            code="bound.refused",
            given=text,
        )


def _span(text: str) -> tuple[date, date]:
    match = _DAY.match(text)
    if match is None:
        raise BadBound(text)
    year, month, day = match.groups()
    try:
        if day:
            exact = date(int(year), int(month), int(day))
            return exact, exact
        if month:
            first = date(int(year), int(month), 1)
            following = date(int(year) + int(month) // 12, int(month) % 12 + 1, 1)
            return first, following - _ONE_DAY
        return date(int(year), 1, 1), date(int(year), 12, 31)
    except ValueError as error:
        raise BadBound(text) from error


class Bound:
    """A bound of a period: the earliest and the latest day it may be, both included."""

    __slots__ = ("earliest", "latest")

    earliest: date
    latest: date

    def __init__(self, earliest: date, latest: date | None = None) -> None:
        latest = earliest if latest is None else latest
        if latest < earliest:
            raise BadBound(f"{earliest}..{latest}")
        object.__setattr__(self, "earliest", earliest)
        object.__setattr__(self, "latest", latest)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a bound cannot be changed: {name}")

    def __reduce__(self) -> tuple[type["Bound"], tuple[date, date]]:
        """Tell a cache how to make it again, since nothing may set its parts."""
        return Bound, (self.earliest, self.latest)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a bound from its text.

        Raises BadBound for a text of any other shape and for a day that does not exist.
        """
        words = text.strip()
        if words.startswith("by "):
            return cls(BEGINNING, _span(words[3:])[1])
        if words.startswith("after "):
            return cls(_span(words[6:])[1] + _ONE_DAY, OPEN_END)
        first, dots, last = words.partition("..")
        return cls(_span(first)[0], _span(last if dots else first)[1])

    @property
    def is_exact(self) -> bool:
        return self.earliest == self.latest

    @property
    def precision(self) -> Precision:
        first, last = self.earliest, self.latest
        if first == last:
            return Precision.DAY
        if first == BEGINNING:
            return Precision.AT_LATEST
        if last == OPEN_END:
            return Precision.AT_EARLIEST
        if (first.year, first.month, first.day) == (last.year, 1, 1) and _is_year_end(last):
            return Precision.YEAR
        if first.day == 1 and _span(f"{first:%Y-%m}")[1] == last:
            return Precision.MONTH
        return Precision.SPAN

    def shifted(self, days: int) -> "Bound":
        """Move both ends by a number of days; an end that is open stays open."""
        move = timedelta(days=days)
        first = self.earliest if self.earliest == BEGINNING else self.earliest + move
        last = self.latest if self.latest == OPEN_END else self.latest + move
        return Bound(first, last)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Bound):
            return NotImplemented
        return (self.earliest, self.latest) == (other.earliest, other.latest)

    def __hash__(self) -> int:
        return hash((self.earliest, self.latest))

    def __str__(self) -> str:
        """The shortest text that parses back to this bound."""
        match self.precision:
            case Precision.DAY:
                return self.earliest.isoformat()
            case Precision.MONTH:
                return f"{self.earliest:%Y-%m}"
            case Precision.YEAR:
                return f"{self.earliest:%Y}"
            case Precision.AT_LATEST:
                return f"by {_shortest(self.latest)}"
            case Precision.AT_EARLIEST:
                return f"after {_shortest(self.earliest - _ONE_DAY)}"
            case Precision.SPAN:
                return f"{_shortest_start(self.earliest)}..{_shortest(self.latest)}"

    def __repr__(self) -> str:
        return f"Bound({str(self)!r})"


def _is_year_end(day: date) -> bool:
    return (day.month, day.day) == (12, 31)


def _shortest(last: date) -> str:
    if _is_year_end(last):
        return f"{last:%Y}"
    if (last + _ONE_DAY).day == 1:
        return f"{last:%Y-%m}"
    return last.isoformat()


def _shortest_start(first: date) -> str:
    if (first.month, first.day) == (1, 1):
        return f"{first:%Y}"
    return f"{first:%Y-%m}" if first.day == 1 else first.isoformat()


OPEN_BOUND = Bound(OPEN_END)
"""The bound of a period that has no end."""
