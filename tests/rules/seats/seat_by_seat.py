"""Apportionment the slow way, seat by seat, in fractions: what the fast way must equal."""

from collections.abc import Mapping
from fractions import Fraction
from math import floor

from koinon.rules.seats.forms import Method

type Result = tuple[dict[str, int], tuple[tuple[str, ...], ...], int]
"""The certain seats, the ties, and the seats unassigned."""


def rank(method: Method, votes: int, held: int) -> tuple[int, Fraction]:
    """Say how strongly a name that holds so many seats claims one more; squares for one method."""
    match method:
        case Method.DHONDT:
            return 0, Fraction(votes, held + 1)
        case Method.SAINTE_LAGUE:
            return 0, Fraction(votes, 2 * held + 1)
        case Method.ADAMS if held:
            return 0, Fraction(votes, held)
        case Method.HUNTINGTON_HILL if held:
            return 0, Fraction(votes**2, held * (held + 1))
        case _:
            return 1, Fraction(votes)


def by_quotient(
    votes: Mapping[str, int], seats: int, method: Method, at_least: int, at_most: int | None
) -> Result:
    """Give seat after seat to the greatest quotient; those that tie get theirs together or wait."""
    held = dict.fromkeys(votes, at_least)
    left = seats - at_least * len(votes)
    while left:
        claims = {
            name: rank(method, cast, held[name])
            for name, cast in votes.items()
            if cast and held[name] != at_most
        }
        greatest = max(claims.values())
        first = [name for name, claim in claims.items() if claim == greatest]
        if len(first) > left:
            return held, (tuple(sorted(first)),), left
        for name in first:
            held[name] += 1
        left -= len(first)
    return held, (), 0


def by_remainder(votes: Mapping[str, int], seats: int) -> Result:
    """Give whole quotas, then a seat for each of the largest remainders; without limits."""
    quotas = {name: Fraction(cast * seats, sum(votes.values())) for name, cast in votes.items()}
    held = {name: floor(quota) for name, quota in quotas.items()}
    left = seats - sum(held.values())
    for remainder in sorted({quota % 1 for quota in quotas.values()}, reverse=True):
        first = [name for name, quota in quotas.items() if quota % 1 == remainder]
        if len(first) > left:
            return held, ((tuple(sorted(first)),) if left else ()), left
        for name in first:
            held[name] += 1
        left -= len(first)
    return held, (), 0
