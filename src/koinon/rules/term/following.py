"""Who came next in a post."""

from collections.abc import Iterable, Sequence

from koinon.rules.bound import OPEN_END, Bound


def follows(began: Bound, since: Bound, until: Bound | None) -> bool:
    """Tell whether who began on a day came after somebody: later, and not before the end.

    Both are asked, since a rough end may lie before a rough beginning. Without an end nobody
    came after.
    """
    end = until.earliest if until else OPEN_END
    return began.latest >= end and began.latest > since.latest


def next_of[T](left: Bound, others: Iterable[tuple[T, Bound]]) -> T | None:
    """Give who was in a post next after somebody who began on a day: who surely began later.

    ``others`` are all who ever were in that post, each with the day on which they began.
    """
    after = [it for it in others if it[1].earliest > left.latest]
    return _first(after)


def next_after[T](since: Bound, until: Bound | None, others: Iterable[tuple[T, Bound]]) -> T | None:
    """Give who was in a post next after somebody who was there from ``since`` to ``until``."""
    return _first([it for it in others if follows(it[1], since, until)])


def _first[T](after: Sequence[tuple[T, Bound]]) -> T | None:
    return min(after, key=lambda it: it[1].latest)[0] if after else None
