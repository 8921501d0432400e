"""Events stand in one order, however they are handed over."""

from datetime import date
from itertools import permutations

from koinon.rules.bound import Bound
from koinon.rules.event import Event, in_order

DAY = Bound(date(2026, 1, 5))
ORDERED = (
    Event("signature", Bound(date(2025, 1, 1))),
    Event("refusal", DAY),
    Event("withdrawal", DAY),
    Event("withdrawal", DAY, Bound(date(2026, 2, 1))),
    Event("extension", DAY, number=2),
    Event("submission", Bound(date(2026, 1, 6), date(2026, 1, 9))),
    Event("signature", Bound(date(2026, 1, 9))),
)


def test_the_order_is_of_days_then_of_numbers_then_of_codes() -> None:
    assert all(in_order(events) == ORDERED for events in permutations(ORDERED))


def test_days_by_code_are_events() -> None:
    by_code: dict[str, Bound | date] = {
        "submission": date(2026, 1, 6),
        "signature": Bound.parse("2025"),
    }
    assert in_order(by_code) == (
        Event("signature", Bound.parse("2025")),
        Event("submission", Bound(date(2026, 1, 6))),
    )
