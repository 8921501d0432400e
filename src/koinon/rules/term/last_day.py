"""The last day of a period, as people write it; periods themselves end on the day after."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from koinon.rules.bound import BEGINNING, OPEN_BOUND, OPEN_END, Bound, Precision
from koinon.rules.trace import Trace, derive, given, operator

_ONE_DAY = timedelta(days=1)


def last_day(end: Bound, start: Bound | None = None) -> Bound:
    """Give the last day before an end, as precise as the end and never before the start.

    A year or a month stays what its source says, alone or as one end of a span.
    """
    match end.precision:
        case Precision.DAY:
            return end if end == OPEN_BOUND else end.shifted(-1)
        case Precision.AT_LATEST:
            return Bound(BEGINNING, _latest(end.latest))
        case Precision.SPAN:
            first = _first(end)
            if start is not None:
                first = max(first, start.earliest)
            return Bound(first, max(first, _latest(end.latest)))
    return end


def _first(end: Bound) -> date:
    """Give the earliest day; the first one of an earlier month stands for its month or year."""
    day, until = end.earliest, end.latest
    is_whole = day.day == 1 and (day.year, day.month) != (until.year, until.month)
    return day if is_whole else day - _ONE_DAY


def _latest(day: date) -> date:
    """Give the latest day; the last one of a month stands for its month or year."""
    return day if day == OPEN_END or (day + _ONE_DAY).day == 1 else day - _ONE_DAY


def last_day_of(end: Trace, start: Bound) -> Trace:
    """Derive the last day from an end; the start is an input where it changes anything."""
    if last_day(end.value) == last_day(end.value, start):
        return derive("term.last-day", "last-day", end)
    return derive("term.last-day", "last-day", end, given("term.start", start))


@operator("last-day")
def take_last_day(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the last day before an end, not before the start where one is given."""
    return last_day(*values)
