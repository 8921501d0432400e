"""Sharing out seats in proportion to votes: exact, and with every tie named."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import msgspec

from koinon.rules.seats.divisor import judge_quotient, lacks_first_seats, share_by_quotient
from koinon.rules.seats.forms import Method
from koinon.rules.seats.largest_remainder import Limited, judge_remainder, share_by_remainder
from koinon.rules.seats.limits import check
from koinon.rules.seats.quotients import QUOTIENTS
from koinon.rules.seats.shares import Shares


class Apportionment(msgspec.Struct, frozen=True):
    """Who has how many seats for certain, and who ties for the rest.

    ``seats`` has every name with the seats it has whatever becomes of the tie. The names of a
    tie compete for the ``unassigned`` seats, one each at most.
    """

    method: Method
    seats: dict[str, int]
    ties: tuple[tuple[str, ...], ...]
    unassigned: int


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """An apportionment with all that decides it, in columns: one place per name.

    ``set_aside`` are the seats of names that take no part in the (last) sharing out: all where
    the minimum uses up the seats, those whose limit made Hare-Niemeyer share out anew, and with
    the other methods those without votes. ``line`` decides among the others: claims above it
    win, claims below it lose, claims on it win or tie. It is a divisor (its square with
    huntington-hill), a remainder with hare-niemeyer, a number of votes where ``goes_by_votes``,
    and None where nobody takes part.
    """

    method: Method
    total: int
    at_least: int
    at_most: int | None
    names: tuple[str, ...]
    votes: tuple[int, ...]
    set_aside: dict[str, int]
    line: Fraction | None
    apportionment: Apportionment

    @property
    def shared_out(self) -> int:
        """The seats that those not set aside share."""
        return self.total - sum(self.set_aside.values())

    @property
    def sharing(self) -> dict[str, int]:
        """The names that are not set aside, with their votes."""
        pairs = zip(self.names, self.votes, strict=True)
        return {name: cast for name, cast in pairs if name not in self.set_aside}

    @property
    def goes_by_votes(self) -> bool:
        """Whether first seats are all there is, and go in the order of votes."""
        quotients = QUOTIENTS.get(self.method)
        return (
            quotients is not None
            and self.line is not None
            and lacks_first_seats(self.shared_out, len(self.sharing), quotients, self.at_least)
        )


def apportion(
    votes: Mapping[str, int],
    seats: int,
    *,
    method: Method,
    at_least: int = 0,
    at_most: int | None = None,
) -> Apportionment:
    """Share out seats in proportion to votes.

    A name without votes has the minimum and no more. With adams and huntington-hill every name
    with votes has a first seat before anybody has a second; with fewer seats than names the
    first seats go in the order of votes. The divisor methods start everybody at the minimum and
    pass over whoever has the maximum; for hare-niemeyer see ``share_by_remainder``.

    Raises BadVotes, BadSeats or InfeasibleLimits.
    """
    explanation = explain(votes, seats, method=method, at_least=at_least, at_most=at_most)
    return explanation.apportionment


def explain(
    votes: Mapping[str, int],
    seats: int,
    *,
    method: Method,
    at_least: int = 0,
    at_most: int | None = None,
) -> Explanation:
    """Share out seats in proportion to votes, and keep what decides.

    Rules and errors are those of ``apportion``.
    """
    check(votes, seats, at_least, at_most)
    names, counts = tuple(votes), tuple(votes.values())
    outcome = _share(counts, seats, method, at_least, _bound(seats, at_most))
    return Explanation(
        method=method,
        total=seats,
        at_least=at_least,
        at_most=at_most,
        names=names,
        votes=counts,
        set_aside={names[row]: held for row, held in outcome.set_aside.items()},
        line=outcome.shares.line if outcome.rows else None,
        apportionment=_result(votes, method, seats, outcome),
    )


def _bound(seats: int, at_most: int | None) -> int:
    """Turn a maximum that limits nothing into one more than all seats, which no line grants."""
    return seats + 1 if at_most is None else min(at_most, seats + 1)


def _share(
    votes: Sequence[int], seats: int, method: Method, at_least: int, at_most: int
) -> Limited:
    if seats == at_least * len(votes):
        return Limited([], Shares([], [], Fraction(0)), dict.fromkeys(range(len(votes)), at_least))
    rows: Sequence[int] = range(len(votes))
    if method is Method.HARE_NIEMEYER:
        return share_by_remainder(votes, rows, seats, at_least, at_most)
    without: dict[int, int] = {}
    if not all(votes):
        rows = [row for row, cast in enumerate(votes) if cast]
        without = {row: at_least for row, cast in enumerate(votes) if not cast}
        seats -= at_least * len(without)
        votes = [votes[row] for row in rows]
    shares = share_by_quotient(votes, seats, QUOTIENTS[method], at_least, at_most)
    return Limited(rows, shares, without)


def _result(
    votes: Mapping[str, int], method: Method, seats: int, outcome: Limited
) -> Apportionment:
    rows, shares, set_aside = outcome
    certain = shares.certain
    if set_aside:
        held = set_aside | dict(zip(rows, certain, strict=True))
        certain = [held[row] for row in range(len(votes))]
    # A copy keeps its keys in place, so filling it takes half the time of a new dictionary.
    by_name = dict(votes)
    by_name.update(zip(votes, certain, strict=True))
    tie: tuple[str, ...] = ()
    if shares.contested:
        names = tuple(votes)
        tie = tuple(sorted(names[rows[place]] for place in shares.contested))
    return Apportionment(
        method=method,
        seats=by_name,
        ties=(tie,) if tie else (),
        unassigned=seats - sum(certain),
    )


def recompute(explanation: Explanation) -> dict[str, int]:
    """Compute the certain seats again from votes, limits and line alone."""
    line, sharing = explanation.line, explanation.sharing
    if line is None:
        return dict(explanation.set_aside)
    votes, seats = list(sharing.values()), explanation.shared_out
    at_least, at_most = explanation.at_least, _bound(explanation.total, explanation.at_most)
    if explanation.method is Method.HARE_NIEMEYER:
        shares = judge_remainder(votes, seats, at_least=at_least, at_most=at_most, line=line)
    else:
        quotients = QUOTIENTS[explanation.method]
        shares = judge_quotient(
            votes, seats, quotients, at_least=at_least, at_most=at_most, line=line
        )
    return explanation.set_aside | dict(zip(sharing, shares.certain, strict=True))
