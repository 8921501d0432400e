"""One voice's statements as coats of paint: for each day the latest coat shows.

A coat with a rough bound may or may not cover the days inside that bound; there, what lies
beneath it may show as well.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import NamedTuple

import msgspec

from koinon.rules.bound import Bound
from koinon.rules.period import Truth
from koinon.rules.spell.said import Said
from koinon.rules.spell.spell import Saying

type Stretch = tuple[date, date, Saying]
"""The days from the first until the second (excluded), and what is said of them."""


class Run(msgspec.Struct, frozen=True, gc=False):
    """The unbroken days for which a voice says yes or maybe, and how exactly they are known."""

    start: date
    until: date
    begins: Bound
    ends: Bound


class Painted(msgspec.Struct, frozen=True, gc=False):
    """What one voice says: its stretches in order, and the runs in which it says yes."""

    stretches: Sequence[Stretch]
    runs: Sequence[Run]


class _Visible(NamedTuple):
    start: date
    until: date
    coat: Said
    holds: Truth
    is_certain: bool

    def saying(self, begins: Bound, ends: Bound) -> Saying:
        return _saying(self.coat, self.holds, begins, ends, is_certain=self.is_certain)

    def is_like(self, other: "_Visible") -> bool:
        return (self.coat.grade, self.holds, self.is_certain, self.coat.speaker) == (
            other.coat.grade,
            other.holds,
            other.is_certain,
            other.coat.speaker,
        )


def paint(coats: Sequence[Said]) -> Painted:
    """Paint the statements of one voice over each other, whatever their order.

    All must count (``Said.counts``).
    """
    if len(coats) == 1:
        return _paint_one(coats[0])
    newest = max(coats, key=precedence)
    if _hides_all(newest, coats):
        return _paint_one(newest)
    visible = _join(_visible(sorted(coats, key=precedence, reverse=True)))
    stretches: list[Stretch] = []
    runs: list[Run] = []
    for group in _unbroken(visible):
        begins, ends = _bounds(group)
        stretches.extend((item.start, item.until, item.saying(begins, ends)) for item in group)
        if group[0].holds is not False:
            runs.append(Run(group[0].start, group[-1].until, begins, ends))
    return Painted(stretches, runs)


def _hides_all(newest: Said, coats: Sequence[Said]) -> bool:
    first, last = newest.start.latest, newest.end.earliest
    for coat in coats:
        if coat is not newest and (coat.start.earliest < first or last < coat.end.latest):
            return False
    return True


def precedence(said: Said) -> tuple[object, ...]:
    """Give what decides between two statements; the greater one shows.

    After day and number, everything a statement says: so that equal numbers never make the
    answer depend on the order in which statements are read.
    """
    start, end = said.start, said.end
    span = (start.earliest, start.latest, end.earliest, end.latest)
    words = (said.grade is None, said.grade or "", said.speaker, said.source)
    return said.stated_on, said.number, words, span


def _paint_one(coat: Said) -> Painted:
    start, end = coat.start, coat.end
    first, last = start.earliest, end.latest
    surely_from, surely_until = start.latest, end.earliest
    is_yes = coat.grade is not None
    sure = _saying(coat, is_yes, start, end, is_certain=True)
    runs = [Run(first, last, start, end)] if is_yes else []
    if first == surely_from and surely_until == last:
        return Painted([(first, last, sure)], runs)
    unsure = _saying(coat, None if is_yes else False, start, end, is_certain=False)
    if surely_from >= surely_until:
        return Painted([(first, last, unsure)], runs)
    stretches = [
        (first, surely_from, unsure),
        (surely_from, surely_until, sure),
        (surely_until, last, unsure),
    ]
    return Painted([item for item in stretches if item[0] < item[1]], runs)


def _saying(coat: Said, holds: Truth, begins: Bound, ends: Bound, *, is_certain: bool) -> Saying:
    return Saying(
        coat.voice,
        coat.speaker,
        coat.grade,
        holds,
        is_certain,
        begins,
        ends,
        coat.stated_on,
        coat.number,
        coat.source,
    )


def _visible(newest_first: Sequence[Said]) -> Iterable[_Visible]:
    edges = sorted(
        {
            day
            for coat in newest_first
            for bound in (coat.start, coat.end)
            for day in (bound.earliest, bound.latest)
        }
    )
    for start, until in pairwise(edges):
        possible, is_covered = _possible(newest_first, start, until)
        if possible:
            yes = {coat.grade is not None for coat in possible}
            holds: Truth = None if len(yes) > 1 else yes.pop()
            if holds and not is_covered:
                holds = None
            alike = all(coat.grade == possible[0].grade for coat in possible)
            yield _Visible(start, until, possible[0], holds, is_covered and alike)


def _possible(newest_first: Sequence[Said], start: date, until: date) -> tuple[list[Said], bool]:
    """List the coats that may show between two neighbouring edges; tell whether one surely does."""
    possible = []
    for coat in newest_first:
        first, last = coat.start, coat.end
        if first.earliest <= start and until <= last.latest:
            possible.append(coat)
            if first.latest <= start and until <= last.earliest:
                return possible, True
    return possible, False


def _join(visible: Iterable[_Visible]) -> list[_Visible]:
    joined: list[_Visible] = []
    for item in visible:
        if joined and joined[-1].until == item.start and joined[-1].is_like(item):
            before = joined[-1]
            latest = max(before.coat, item.coat, key=precedence)
            joined[-1] = before._replace(until=item.until, coat=latest)
        else:
            joined.append(item)
    return joined


def _unbroken(visible: Sequence[_Visible]) -> Iterable[list[_Visible]]:
    """Part what is visible into runs of yes (or maybe) and runs of no, each without a gap."""
    run = 0
    numbered = []
    for position, item in enumerate(visible):
        before = visible[position - 1] if position else None
        if before is None or before.until < item.start or _is_no(before) != _is_no(item):
            run += 1
        numbered.append((run, item))
    for _, group in groupby(numbered, key=lambda pair: pair[0]):
        yield [item for _, item in group]


def _is_no(item: _Visible) -> bool:
    return item.holds is False


def _bounds(group: Sequence[_Visible]) -> tuple[Bound, Bound]:
    """Tell how exactly the first and the last day of a run are known."""
    start, until = group[0].start, group[-1].until
    sure = [item for item in group if item.holds or (item.holds is False and item.is_certain)]
    if not sure:
        first, last = group[0].coat.start, group[-1].coat.end
        return (
            first if first.earliest == start else Bound(start, until),
            last if last.latest == until else Bound(start, until),
        )
    return Bound(start, sure[0].start), Bound(sure[-1].until, until)
