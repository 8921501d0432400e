"""From when until when a sentence says that something went on."""

from collections.abc import Sequence
from itertools import pairwise

from koinon.rules.bound import Bound
from koinon.rules.claim.moment import Moment
from koinon.rules.claim.passage import Passage
from koinon.rules.claim.token import has, length_at, length_before


def since_told(passage: Passage) -> tuple[Moment, int, int] | None:
    """Give the day since which something goes on, with the place of its words."""
    for moment in passage.moments:
        taken = passage.since_before(moment.first)
        if taken:
            return moment, moment.first - taken, moment.last
    return None


def first_told(passage: Passage) -> Bound | None:
    """Give the day from which a range runs: "from 2015 to 2025", where there is one range only."""
    ranges = _ranges(passage)
    return ranges[0][0].day if len(ranges) == 1 and len(passage.moments) == 2 else None


def last_told(passage: Passage) -> Bound | None:
    """Give the day until which something went on, where a sentence tells of one range only."""
    ranges, moments = _ranges(passage), passage.moments
    if ranges:
        return ranges[0][1].day if len(ranges) == 1 and len(moments) == 2 else None
    if len(moments) != 1:
        return None
    is_end = length_before(passage.tokens, moments[0].first, passage.words.until)
    return moments[0].day if is_end else None


def _ranges(passage: Passage) -> list[tuple[Moment, Moment]]:
    every = pairwise(passage.moments)
    return [it for it in every if _is_range(passage, it[0].last, it[1].first)]


def has_end(passage: Passage, clauses: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a day until which it went on stands in one of some clauses."""
    ends = [it[1] for it in _ranges(passage)]
    ends += [
        it
        for it in passage.moments
        if has(passage.tokens[max(0, it.first - 4) : it.first], passage.words.until)
    ]
    return any(first <= it.first < last for it in ends for first, last in clauses)


def _is_range(passage: Passage, first: int, last: int) -> bool:
    """Tell whether one day runs up to the next: "2015–2025", "from 2015 to 2025"."""
    between = passage.tokens[first:last]
    return len(between) == 1 and bool(length_at(between, 0, passage.words.range_to))
