"""A period holds from a day until a day, the last one excluded; either bound may be rough."""

from datetime import date
from typing import NamedTuple

from koinon.rules.bound import OPEN_BOUND, Bound

type Truth = bool | None
"""Yes, no, or (None) unknown."""


class Period(NamedTuple):
    """The days from ``start`` until ``end``, half-open, each bound as precise as its source."""

    start: Bound
    end: Bound = OPEN_BOUND

    def holds_on(self, day: date) -> Truth:
        """Tell whether the period covers a day: yes, no, or unknown inside a rough bound."""
        if day < self.start.earliest or day >= self.end.latest:
            return False
        if self.start.latest <= day < self.end.earliest:
            return True
        return None

    @property
    def is_possible(self) -> bool:
        """Whether at least one day may lie inside."""
        return self.start.earliest < self.end.latest
