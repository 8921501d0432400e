"""Where two voices cannot both be right: about the grade, the fact, its beginning or its end."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from koinon.rules.beginning import are_apart
from koinon.rules.spell.coat import Run
from koinon.rules.spell.spell import Difference, Matter, Saying


class View(NamedTuple):
    """What one side or third party says on a day, and the runs it is held to.

    ``runs`` leaves out those of a side's own source that the side has put right in Koinon.
    """

    name: str
    saying: Saying | None
    runs: Sequence[Run]

    @property
    def says_yes(self) -> bool:
        """Whether it says yes, or maybe."""
        return self.saying is not None and self.saying.holds is not False

    def run_on(self, day: date) -> Run | None:
        return next((run for run in self.runs if run.start <= day < run.until), None)


def differences(views: Iterable[View], day: date) -> tuple[Difference, ...]:
    """List in what each two voices differ about a day.

    Bounds differ only where they have no day in common. A voice that is silent on the day is
    held to the nearest beginning or end that it gives inside the other's run.
    """
    return tuple(
        Difference(matter, one.name, other.name)
        for one, other in combinations(views, 2)
        for matter in _matters(one, other, day)
    )


def _matters(one: View, other: View, day: date) -> Iterator[Matter]:
    if one.saying is None or other.saying is None:
        silent, speaking = (one, other) if one.saying is None else (other, one)
        if speaking.says_yes:
            yield from _against_silence(speaking.run_on(day), silent.runs, day)
        return
    if one.says_yes != other.says_yes:
        yield Matter.DENIAL
        return
    if _grades_differ(one.saying, other.saying):
        yield Matter.GRADE
    mine, theirs = one.run_on(day), other.run_on(day)
    if mine and theirs and are_apart(mine.begins, theirs.begins):
        yield Matter.BEGINNING


def _grades_differ(one: Saying, other: Saying) -> bool:
    if not (one.is_certain and other.is_certain and one.grade and other.grade):
        return False
    return one.grade != other.grade


def _against_silence(run: Run | None, silent: Sequence[Run], day: date) -> Iterator[Matter]:
    if run is None:
        return
    inside = [item for item in silent if item.start < run.until and run.start < item.until]
    later = [item for item in inside if item.start > day]
    if later and run.begins.latest < later[0].begins.earliest:
        yield Matter.BEGINNING
    earlier = [item for item in inside if item.until <= day]
    if earlier and earlier[-1].ends.latest < run.ends.earliest:
        yield Matter.ENDING
