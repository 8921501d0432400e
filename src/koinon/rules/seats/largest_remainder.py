"""Hare-Niemeyer: whole quotas first, then the largest remainders."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from koinon.rules.seats.shares import Shares, once_each, settle, within


class Limited(NamedTuple):
    """Shares of those in the last round, and the seats of those set aside before."""

    rows: Sequence[int]
    shares: Shares
    set_aside: dict[int, int]


def share_by_remainder(
    votes: Sequence[int], rows: Sequence[int], seats: int, at_least: int, at_most: int
) -> Limited:
    """Give each its whole quota, then one seat each by the size of the remainder.

    A whole quota below the minimum counts as the minimum and one above the maximum as the
    maximum; neither takes part in the remainders, and the quotas of the others stay as they
    are. Only where the seats do not suffice for that, those at the minimum are set aside, and
    where the remainders do not use them up, those at the maximum; the rest is shared out anew.
    The line is a remainder; it is 1 when the whole quotas use up all seats.
    """
    set_aside: dict[int, int] = {}
    while rows:
        quotas = _Quotas([votes[row] for row in rows], seats, at_least, at_most)
        if not quotas.total:
            set_aside |= dict.fromkeys(rows, at_least)
            break
        left = seats - sum(quotas.rounded(0))
        line = quotas.line(left)
        if line is not None:
            return Limited(rows, quotas.judge(line), set_aside)
        limit, places = (at_least, quotas.below()) if left < 0 else (at_most, quotas.beyond())
        set_aside |= {rows[place]: limit for place in places}
        seats -= limit * len(places)
        rows = [row for place, row in enumerate(rows) if place not in places]
    return Limited([], Shares([], [], Fraction(1)), set_aside)


def judge_remainder(
    votes: Sequence[int], seats: int, *, at_least: int, at_most: int, line: Fraction
) -> Shares:
    """Give the seats by a line that is known."""
    return _Quotas(votes, seats, at_least, at_most).judge(line)


class _Quotas:
    """Votes · seats ÷ all votes: the parts of a name, all of one size, ``total`` to a seat."""

    def __init__(self, votes: Sequence[int], seats: int, at_least: int, at_most: int) -> None:
        self.votes, self.total = votes, sum(votes)
        self.seats, self.at_least, self.at_most = seats, at_least, at_most

    def rounded(self, added: int) -> list[int]:
        """Count the whole seats within the limits when each has so many parts more."""
        seats, total = self.seats, self.total
        counts = once_each(
            self.votes, lambda votes: [(cast * seats + added) // total for cast in votes]
        )
        if self.at_least == 0 and self.at_most > self.seats:
            return counts
        return within(counts, self.at_least, self.at_most)

    def line(self, left: int) -> Fraction | None:
        """Find the remainder that takes the last of the seats left, if there is one."""
        if left == 0:
            return Fraction(1)
        total, lowest, highest = self.total, self.at_least * self.total, self.at_most * self.total
        remainders = [part % total for part in self._parts() if lowest <= part < highest]
        if not 0 < left <= len(remainders):
            return None
        remainders.sort(reverse=True)
        return Fraction(remainders[left - 1], total) or None

    def _parts(self) -> list[int]:
        return [cast * self.seats for cast in self.votes]

    def judge(self, line: Fraction) -> Shares:
        """Give one seat more for each remainder that reaches the line."""
        # Adding what the line lacks to a whole lifts just those remainders to the next whole.
        lack = self.total - int(line * self.total)
        return settle(self.rounded(lack), lambda: self.rounded(lack - 1), self.seats, line)

    def below(self) -> set[int]:
        """Find the places whose quota is below the minimum."""
        lowest = self.at_least * self.total
        return {place for place, part in enumerate(self._parts()) if part < lowest}

    def beyond(self) -> set[int]:
        """Find the places whose quota reaches the maximum."""
        highest = self.at_most * self.total
        return {place for place, part in enumerate(self._parts()) if part >= highest}
