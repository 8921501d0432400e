"""Every shipped network answers on any day, and every answer's trace computes to its value."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from koinon.rules.bound import Bound
from koinon.rules.procedure.forms import Steps
from koinon.rules.trace import Trace, recompute
from koinon.statutes.answers.dues import dues_of, duties_of
from koinon.statutes.answers.fee import fee_of
from koinon.statutes.answers.procedure import procedure_of
from koinon.statutes.answers.quota import quota_of
from koinon.statutes.answers.seats import (
    DelegationGiven,
    SeatsGiven,
    member_seats_of,
    seats_of,
)
from koinon.statutes.library import Library

LIBRARY = Library()
DAYS = [
    date(1990, 1, 1),
    date(2006, 9, 7),
    date(2015, 6, 1),
    date(2019, 12, 31),
    date(2026, 11, 22),
]
SIZES = [0, 30_000, 1_087_863, 20_000_000]

each_network = pytest.mark.parametrize("network", LIBRARY.codes())


def _bodies(network: str) -> Iterator[tuple[str, date]]:
    for body in LIBRARY.statute(network).bodies:
        for day in DAYS:
            yield body, day


def _unsound(answers: Iterator[tuple[object, Trace]]) -> list[object]:
    return [value for value, trace in answers if recompute(trace) != value]


@each_network
def test_fees(network: str) -> None:
    found = [
        fee_of(network, day, LIBRARY, population=size, country=country)
        for day in DAYS
        for size in SIZES
        for country in ("DE", "RO", "")
    ]
    assert _unsound((item.amount, item.trace) for item in found) == []
    assert all(item.reason or item.amount is not None for item in found)


@each_network
def test_seats(network: str) -> None:
    for body, day in _bodies(network):
        found = seats_of(network, body, day, LIBRARY)
        rows: list[SeatsGiven | DelegationGiven] = [found.total, *found.delegations]
        assert _unsound((row.seats, row.trace) for row in rows) == []
        assert all(row.reason or row.seats is not None for row in rows)
        for size in SIZES:
            one = member_seats_of(network, body, day, LIBRARY, population=size, kind="municipality")
            assert recompute(one.trace) == one.seats
            assert one.reason or one.seats is not None


@each_network
def test_compositions(network: str) -> None:
    for body, day in _bodies(network):
        for seats in (0, 1, 3, 8):
            found = quota_of(network, body, day, LIBRARY, seats=seats)
            assert recompute(found.trace) == found.feasible
            assert found.reason or found.feasible is not None


@each_network
def test_procedures(network: str) -> None:
    for rule in LIBRARY.statute(network).procedure:
        if not isinstance(rule, Steps):
            continue
        taken: dict[str, Bound] = {}
        for number, step in enumerate(rule.steps, start=1):
            day = rule.valid_from.latest + timedelta(days=number)
            taken[step.code] = Bound(day)
            found = procedure_of(
                network, taken, day, LIBRARY, of=rule.of, strand=rule.strand, code=rule.code
            )
            assert recompute(found.trace) == found.effective_on
            assert found.state


@each_network
def test_dues(network: str) -> None:
    duties = duties_of(LIBRARY.statute(network))
    events = {code: Bound.parse("2016-03-01") for code in ("signature", "accession")}
    for duty in duties.duties:
        events[duty.done_by] = Bound.parse("2018-02-01")
    for day in DAYS:
        for item in dues_of(network, events, day, LIBRARY).items:
            assert recompute(item.trace) == item.due_on
            assert item.reason or item.due_on is not None
