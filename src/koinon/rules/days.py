"""Reckoning with rough days: a result is as rough as the days it was made from."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import koinon.rules.operators  # noqa: F401 - whoever reckons with days also takes them as they are
from koinon.rules.bound import BEGINNING, OPEN_END, Bound
from koinon.rules.duration import Duration
from koinon.rules.period import Truth
from koinon.rules.trace import operator


def is_reached(bound: Bound, day: date) -> Truth:
    """Tell whether a day has come by another day: yes, no, or unknown inside a rough bound."""
    if day >= bound.latest:
        return True
    return False if day < bound.earliest else None


def after(bound: Bound, duration: Duration, times: int = 1) -> Bound:
    """Give the day a length of time after a day, ``times`` times over; open ends stay open."""
    if bound.earliest == bound.latest:
        return Bound(_moved(bound.earliest, duration, times))
    return Bound(_moved(bound.earliest, duration, times), _moved(bound.latest, duration, times))


def _moved(day: date, duration: Duration, times: int) -> date:
    if day in (BEGINNING, OPEN_END):
        return day
    try:
        return duration.after(day, times)
    except OverflowError:
        return OPEN_END if times > 0 else BEGINNING


def earliest(*bounds: Bound) -> Bound:
    """Give the earliest of several days, as far as it is known."""
    return Bound(min(b.earliest for b in bounds), min(b.latest for b in bounds))


def latest(*bounds: Bound) -> Bound:
    """Give the latest of several days, as far as it is known."""
    return Bound(max(b.earliest for b in bounds), max(b.latest for b in bounds))


def shift(bound: Bound, days: int) -> Bound:
    """Give the day a number of days later; open ends stay open."""
    move = Duration(abs(days), "day")
    return after(bound, move, 1 if days > 0 else -1)


@operator("bound-after")
def take_after(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the day a duration after a day, ``times`` times over (once, unless said)."""
    return after(values[0], values[1], params.get("times", 1))


@operator("bound-before")
def take_before(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the day a duration before a day."""
    return after(values[0], values[1], -1)


@operator("bound-earliest")
def take_earliest(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the earliest day."""
    return earliest(*values)


@operator("bound-latest")
def take_latest(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the latest day."""
    return latest(*values)


@operator("bound-shifted")
def take_shifted(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the day a number of ``days`` later."""
    return shift(values[0], params["days"])


@operator("bound-at-latest")
def take_at_latest(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the day as a limit: on that day at the latest."""
    return Bound(BEGINNING, values[0].latest)


@operator("bound-first-of-next-month")
def take_first_of_next_month(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the first day of the month after a day."""
    return _following_month(values[0])


@operator("bound-end-of-month")
def take_end_of_month(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the last day of a day's month."""
    return shift(_following_month(values[0]), -1)


@operator("bound-end-of-year")
def take_end_of_year(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the last day of a day's year."""
    return Bound(*(day.replace(month=12, day=31) for day in (values[0].earliest, values[0].latest)))


def _following_month(bound: Bound) -> Bound:
    return Bound(_first_of_next_month(bound.earliest), _first_of_next_month(bound.latest))


def _first_of_next_month(day: date) -> date:
    if (day.year, day.month) == (OPEN_END.year, OPEN_END.month):
        return OPEN_END
    return day.replace(year=day.year + day.month // 12, month=day.month % 12 + 1, day=1)
