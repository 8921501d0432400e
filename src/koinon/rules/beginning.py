"""Since when something holds, as several voices tell it: the one answer all pages give."""

from collections.abc import Iterable

from koinon.rules.bound import Bound


class Disputed(Bound):
    """A beginning about which voices differ: it spans them all; ``told`` gives each, by its day."""

    __slots__ = ("told",)

    told: tuple[Bound, ...]

    def __init__(self, told: Iterable[Bound]) -> None:
        each = tuple(sorted(told, key=lambda it: (it.earliest, it.latest)))
        super().__init__(each[0].earliest, max(it.latest for it in each))
        object.__setattr__(self, "told", each)

    def __reduce__(self) -> tuple[type["Disputed"], tuple[tuple[Bound, ...]]]:  # type: ignore[override]
        """Tell a cache how to make it again, since nothing may set its parts."""
        return Disputed, (self.told,)


def beginning(told: Iterable[Bound]) -> Bound | None:
    """Give the beginning that voices tell, None where none tells any.

    Of bounds with a day in common the most exact one counts; where that leaves bounds without
    a day in common, all of these do: nothing is decided in silence.
    """
    kept: list[Bound] = []
    for bound in sorted(dict.fromkeys(told), key=_days):
        if all(are_apart(bound, other) for other in kept):
            kept.append(bound)
    if len(kept) > 1:
        return Disputed(kept)
    return kept[0] if kept else None


def each_told(bound: Bound) -> tuple[Bound, ...]:
    """Give the beginnings that voices tell: one, unless they differ."""
    return bound.told if isinstance(bound, Disputed) else (bound,)


def are_apart(one: Bound, other: Bound) -> bool:
    """Tell whether two bounds have no day in common, so that both cannot be right."""
    return one.latest < other.earliest or other.latest < one.earliest


def _days(bound: Bound) -> int:
    return (bound.latest - bound.earliest).days
