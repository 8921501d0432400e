"""Vacant seats: those a delegation has, less those that are held."""

from typing import Any

import pytest

from koinon.rules.answer import Answer, known, not_known
from koinon.rules.seats.composition import DelegationSeats, Named
from koinon.rules.seats.vacancy import vacant
from koinon.rules.trace import given, recompute
from tests.rules.reading import plain

SEVEN: Answer[int] = known(given("seats.fixed", 7))
NINE: Answer[int] = known(given("seats.fixed", 9))
UNKNOWN: Answer[int] = not_known("seats.delegates", "seats.reason.no-bracket")


def delegation(answer: Answer[int], **other: Any) -> DelegationSeats:
    return DelegationSeats(delegation="cities", named=Named.DELEGATION, answer=answer, **other)


def because(code: str, **params: int) -> dict[str, Any]:
    return {"reason": {"code": code} | ({"params": params} if params else {})}


@pytest.mark.parametrize(
    ("row", "held", "answer", "differing"),
    [
        (delegation(SEVEN), 0, {"value": 7}, False),
        (delegation(SEVEN), 5, {"value": 2}, False),
        (delegation(SEVEN), 7, {"value": 0}, False),
        (delegation(SEVEN), 8, because("seats.reason.more-held", held=8, seats=7), True),
        (delegation(UNKNOWN), 5, because("seats.reason.no-bracket"), False),
        (delegation(SEVEN, alternatives=(SEVEN,)), 5, {"value": 2}, False),
        (delegation(SEVEN, alternatives=(NINE,)), 5, because("seats.reason.disputed"), False),
        (delegation(SEVEN, at_most=True), 5, because("seats.reason.at-most", n=7), False),
        (delegation(SEVEN, at_most=True), 7, {"value": 0}, False),
        (
            delegation(SEVEN, at_most=True),
            8,
            because("seats.reason.more-held", held=8, seats=7),
            True,
        ),
    ],
)
def test_vacant_seats(
    row: DelegationSeats, held: int, answer: dict[str, Any], differing: bool
) -> None:
    vacancy = vacant(row, held)
    assert (plain(vacancy.answer, "notes"), vacancy.differing) == (answer, differing)
    assert recompute(vacancy.answer.trace) == vacancy.vacant
