"""How many bonds held over time, from the days on which they began and ended to hold."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from koinon.rules.bound import OPEN_END


class Change(NamedTuple):
    """From a day on, so many bonds more, or fewer."""

    day: date
    by: int


class Step(NamedTuple):
    """From a day on, until the next step, so many bonds hold."""

    day: date
    number: int


def steps(changes: Iterable[Change]) -> tuple[Step, ...]:
    """Add up changes day by day; what ends and begins on one day changes nothing."""
    by_day: Counter[date] = Counter()
    for change in changes:
        if change.day != OPEN_END:
            by_day[change.day] += change.by
    days = [day for day in sorted(by_day) if by_day[day]]
    return tuple(map(Step, days, accumulate(by_day[day] for day in days)))


def counted_on(found: Iterable[Step], day: date) -> int:
    """Tell how many bonds hold on a day; before the first step, none."""
    number = 0
    for step in found:
        if step.day > day:
            break
        number = step.number
    return number


def counted_within(found: tuple[Step, ...], first: date, last: date) -> tuple[int, int]:
    """Give the least and the most that hold on any day from ``first`` to ``last``."""
    numbers = [counted_on(found, first)]
    numbers += [step.number for step in found if first < step.day <= last]
    return min(numbers), max(numbers)
