"""Who came next in a post."""

from collections.abc import Iterable

from koinon.rules.bound import Bound


def next_of[T](left: Bound, others: Iterable[tuple[T, Bound]]) -> T | None:
    """Give who was in a post next after somebody who began on a day: who surely began later.

    ``others`` are all who ever were in that post, each with the day on which they began.
    """
    after = [it for it in others if it[1].earliest > left.latest]
    return min(after, key=lambda it: it[1].latest)[0] if after else None
