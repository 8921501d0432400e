"""What a method of apportionment finds: who is certain of how much, and who ties at the line."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import NamedTuple


class Shares(NamedTuple):
    """Seats by position; ``contested`` are the positions that tie for what is left.

    ``line`` is the claim that decides: what lies above it wins, what lies below it loses.
    """

    certain: list[int]
    contested: list[int]
    line: Fraction


def settle(
    reaching: list[int], exceeding: Callable[[], list[int]], seats: int, line: Fraction
) -> Shares:
    """Judge a line: the claims that reach it win, or, if these are too many, those above it.

    ``reaching`` and ``exceeding`` count the claims of each position at or above, and above the
    line; they differ where a claim lies exactly on it, and that claim is contested when it
    decides.
    """
    if sum(reaching) == seats:
        return Shares(reaching, [], line)
    certain = exceeding()
    left = seats - sum(certain)
    if left == 0:
        return Shares(certain, [], line)
    contested = [
        row for row, (more, less) in enumerate(zip(reaching, certain, strict=True)) if more > less
    ]
    if not 0 < left < len(contested):
        raise AssertionError(f"{line} does not divide {seats} seats")
    return Shares(certain, contested, line)


def within(counts: list[int], at_least: int, at_most: int) -> list[int]:
    """Raise what is below the minimum, lower what is above the maximum."""
    return [at_least if held < at_least else at_most if held > at_most else held for held in counts]


def once_each(numbers: Sequence[int], work: Callable[[Sequence[int]], list[int]]) -> list[int]:
    """Do the work, number by number, only once for each where many are the same."""
    kinds = list(set(numbers))
    if 4 * len(kinds) > len(numbers):
        return work(numbers)
    done = dict(zip(kinds, work(kinds), strict=True))
    return [done[number] for number in numbers]
