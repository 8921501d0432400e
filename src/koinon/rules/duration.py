"""A length of time as statutes word it: days, weeks, months, years."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, Self

from koinon.rules.bad_input import BadInput

SHORTEST_MONTH = 28

type Unit = Literal["day", "week", "month", "year"]

_TEXT = re.compile(r"([1-9]\d{0,3}) (day|week|month|year)s?\Z")


class BadDuration(BadInput):
    """The text names no length of time."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f'"{text}" is not a length of time: write "3 weeks" or "2 years"',
            code="duration.refused",
            given=text,
        )


class Duration:
    """A number of days, weeks, months or years."""

    __slots__ = ("count", "unit")

    count: int
    unit: Unit

    def __init__(self, count: int, unit: Unit) -> None:
        object.__setattr__(self, "count", count)
        object.__setattr__(self, "unit", unit)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a duration cannot be changed: {name}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a duration such as "3 weeks"; raises BadDuration."""
        match = _TEXT.match(text)
        if match is None:
            raise BadDuration(text)
        return cls(int(match[1]), match[2])  # type: ignore[arg-type]

    def after(self, day: date, times: int = 1) -> date:
        """Give the day this long after a day, ``times`` times over.

        Months and years keep the day of the month where it exists, else take the month's last.
        Negative ``times`` count backwards. Raises OverflowError past the year 9999.
        """
        count = self.count * times
        if self.unit == "day":
            return day + timedelta(days=count)
        if self.unit == "week":
            return day + timedelta(weeks=count)
        months = day.year * 12 + day.month - 1 + count * (12 if self.unit == "year" else 1)
        year, month = divmod(months, 12)
        if not 1 <= year <= 9999:
            raise OverflowError(f"{self} from {day} lies outside the calendar")
        if day.day <= SHORTEST_MONTH:
            return date(year, month + 1, day.day)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

    def before(self, day: date) -> date:
        """Give the day this long before a day."""
        return self.after(day, -1)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Duration):
            return NotImplemented
        return (self.count, self.unit) == (other.count, other.unit)

    def __hash__(self) -> int:
        return hash((self.count, self.unit))

    def __str__(self) -> str:
        return f"{self.count} {self.unit}{'s' if self.count > 1 else ''}"

    def __repr__(self) -> str:
        return f"Duration({str(self)!r})"
