"""Exact apportionment beside apportionpy, which reckons in floats and breaks or refuses ties."""

import contextlib
from collections.abc import Iterator, Mapping
from random import Random

from apportionpy.apportionment import Apportion

from bench.measure import Measurement, seconds
from koinon.rules.seats.apportionment import Explanation, apportion, explain
from koinon.rules.seats.claims import first_lost, last_won, quotas, remainders
from koinon.rules.seats.forms import Method

NAMES, SEATS = 10_000, 1_000_000
SMALL_NAMES, SMALL_SEATS, SMALL_LIMIT = 41, 170, 0.001

THEIRS = {
    Method.HARE_NIEMEYER: "hamilton",
    Method.DHONDT: "jefferson",
    Method.SAINTE_LAGUE: "webster",
    Method.HUNTINGTON_HILL: "hhill",
    Method.ADAMS: "adam",
}


def measurements() -> Iterator[Measurement]:
    """Time each method on each kind of votes: without trace, with trace, and a small body."""
    for kind, votes in _votes().items():
        for method in Method:
            yield from _large(f"apportion-{method}-{kind}", votes, method)
    small = dict(list(_votes()["skewed"].items())[:SMALL_NAMES])
    for method in Method:
        yield from _small(f"apportion-{method}-{SMALL_NAMES}-{SMALL_SEATS}", small, method)


def _votes() -> dict[str, dict[str, int]]:
    random = Random(1848)
    names = [f"unit {number}" for number in range(NAMES)]
    return {
        "uniform": {name: random.randint(1, 1_000_000) for name in names},
        "skewed": {name: int(10_000 * random.paretovariate(1)) for name in names},
        "equal": dict.fromkeys(names, 1_000),
    }


def _large(name: str, votes: Mapping[str, int], method: Method) -> Iterator[Measurement]:
    populations = list(votes.values())
    ours, traced, theirs = seconds(
        lambda: apportion(votes, SEATS, method=method),
        lambda: _columns(explain(votes, SEATS, method=method)),
        lambda: _apportionpy(populations, method),
    )
    yield Measurement(name, ours / theirs, 1)
    yield Measurement(f"{name}-traced", traced / ours, 4)


def _apportionpy(populations: list[int], method: Method) -> None:
    # It gives up after 5,000 steps with a bare Exception; the time until then counts for it.
    with contextlib.suppress(Exception):
        Apportion(seats=SEATS, populations=populations, method=THEIRS[method])


def _small(name: str, votes: Mapping[str, int], method: Method) -> Iterator[Measurement]:
    ours, traced = seconds(
        lambda: apportion(votes, SMALL_SEATS, method=method),
        lambda: _columns(explain(votes, SMALL_SEATS, method=method)),
    )
    yield Measurement(name, ours / SMALL_LIMIT, 1)
    yield Measurement(f"{name}-traced", traced / SMALL_LIMIT, 4)


def _columns(explanation: Explanation) -> tuple[object, object]:
    if explanation.method is Method.HARE_NIEMEYER:
        return quotas(explanation), remainders(explanation)
    return last_won(explanation), first_lost(explanation)
