"""The line of a divisor method: the quotient of the last seat.

Nothing is handed out seat by seat. A divisor near votes ÷ seats is tried and corrected until few
seats are missing; these few go by their quotients, in a heap; and the line found that way is
proved: counted in whole numbers, the claims above it are no more than the seats, and those that
reach it no fewer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from heapq import heapify, heappop, heapreplace

from koinon.rules.seats.quotients import Quotients
from koinon.rules.seats.shares import Shares, once_each, settle, within

_CORRECTIONS = 5
_SPARE_BITS = 5
_FAST_BITS = 28
"""Twice a divisor of so many bits is one digit of Python's integers, and divides fastest."""


def share_by_quotient(
    votes: Sequence[int], seats: int, method: type[Quotients], at_least: int, at_most: int
) -> Shares:
    """Give the seats to the greatest quotients; each name starts at the minimum.

    All votes are positive and the limits leave room for the seats. The line is the divisor, its
    square where the method's quotients stand as squares; it counts votes where a method that
    gives everybody a first seat has fewer seats than names.
    """
    if lacks_first_seats(seats, len(votes), method, at_least):
        return _judge_votes(votes, seats, sorted(votes, reverse=True)[seats - 1])
    search = _Search(votes, seats, method, _start(method, at_least), at_most)
    held, upper, lower = search.approach()
    missing = seats - sum(held)
    if missing:
        upper, lower = search.move(held, missing)
        held = search.count(upper, lower)
    return search.judge(held, upper, lower)


def judge_quotient(
    votes: Sequence[int],
    seats: int,
    method: type[Quotients],
    *,
    at_least: int,
    at_most: int,
    line: Fraction,
) -> Shares:
    """Give the seats by a line that is known."""
    if lacks_first_seats(seats, len(votes), method, at_least):
        return _judge_votes(votes, seats, int(line))
    search = _Search(votes, seats, method, _start(method, at_least), at_most)
    upper, lower = line.as_integer_ratio()
    return search.judge(search.count(upper, lower), upper, lower)


def lacks_first_seats(seats: int, names: int, method: type[Quotients], at_least: int) -> bool:
    """Whether a method that gives everybody a first seat has too few seats for that.

    They then go in the order of votes: votes ÷ 0 has no size, but votes ÷ d for any d, however
    small, has this order.
    """
    return method.first_is_free and at_least == 0 and seats < names


def _judge_votes(votes: Sequence[int], seats: int, line: int) -> Shares:
    return settle(
        [int(cast >= line) for cast in votes],
        lambda: [int(cast > line) for cast in votes],
        seats,
        Fraction(line),
    )


def _start(method: type[Quotients], at_least: int) -> int:
    return max(at_least, 1) if method.first_is_free else at_least


@dataclass(frozen=True, slots=True)
class _Search:
    votes: Sequence[int]
    seats: int
    method: type[Quotients]
    lowest: int
    highest: int

    def count(self, upper: int, lower: int) -> list[int]:
        """Count the claims that reach upper ÷ lower, within the limits."""
        held = once_each(self.votes, lambda votes: self.method.counts(votes, upper, lower))
        if self.lowest <= self.method.first_is_free and self.highest > self.seats:
            return held
        return within(held, self.lowest, self.highest)

    def judge(self, held: list[int], upper: int, lower: int) -> Shares:
        """Judge the line upper ÷ lower, which the claims in ``held`` reach."""

        def exceeding() -> list[int]:
            # A claim a ÷ b above the line is above it by 1 ÷ (b · lower) or more, so a line
            # higher by less than that, for the greatest b, is reached by the claims above it.
            fine = self.method.claim(1, max(held))[1] + 1
            return self.count(upper * fine + 1, lower * fine)

        return settle(held, exceeding, self.seats, Fraction(upper, lower))

    def approach(self) -> tuple[list[int], int, int]:
        """Find a divisor at which few seats are missing or too many, and who holds what then.

        Seats per vote are tried as multiples of a power of a half, small enough that the next
        multiple gives no name more than one seat more: so the bisection ends.
        """
        names, total, power = len(self.votes), sum(self.votes), self.method.power
        bits = max(_FAST_BITS, max(self.votes).bit_length() + _SPARE_BITS)
        step = ((2 * self.seats - self.method.lift * names) << bits) // (2 * total)
        below, beyond, tried = 0, None, 0
        while True:
            upper, lower = 1 << bits * power, step**power
            held = self.count(upper, lower)
            missing = self.seats - sum(held)
            tried += 1
            if abs(missing) <= (names // 64 + 8 if tried < _CORRECTIONS else 2 * names):
                return held, upper, lower
            if missing > 0:
                below = step
            else:
                beyond = step
            corrected = step + (missing << bits) // max(self.free(held), 1)
            if tried < _CORRECTIONS and below < corrected < (beyond or corrected + 1):
                step = corrected
            else:
                step = 2 * below if beyond is None else (below + beyond) // 2

    def free(self, held: list[int]) -> int:
        """Add up the votes of the names that no limit holds: what one step more goes by."""
        return sum(
            cast
            for cast, number in zip(self.votes, held, strict=True)
            if self.lowest < number < self.highest
        )

    def move(self, held: list[int], missing: int) -> tuple[int, int]:
        """Give the missing seats by the greatest next claims, or take those too many by the least.

        Returns the last claim given or taken: the line. Claims are compared as whole numbers,
        scaled so far up that two different ones never look the same.
        """
        claim, votes = self.method.claim, self.votes
        sign, next_seat, stop = (-1, 1, self.highest) if missing > 0 else (1, 0, self.lowest)
        scale = 2 * claim(1, max(held) + abs(missing) + 1)[1].bit_length()
        width = len(votes).bit_length()

        def key(row: int) -> int:
            upper, lower = claim(votes[row], held[row] + next_seat)
            return sign * ((((upper << scale) // lower) << width) + row)

        heap = [key(row) for row, number in enumerate(held) if number != stop]
        heapify(heap)
        row = seat = 0
        for _ in range(abs(missing)):
            row = (sign * heap[0]) & ((1 << width) - 1)
            seat = held[row] + next_seat
            held[row] -= sign
            if held[row] == stop:
                heappop(heap)
            else:
                heapreplace(heap, key(row))
        return claim(votes[row], seat)
