"""A part of a seat is written as a number, never as a share of a hundred."""

from fractions import Fraction

import pytest

from koinon.rules.trace import given
from koinon.wording.derivation import written_value


@pytest.mark.parametrize(
    ("seats", "written"),
    [(Fraction(16, 5), "3,2"), (Fraction(10, 3), "3,33"), (Fraction(30), "30")],
)
def test_a_number_of_seats_is_no_share(seats: Fraction, written: str) -> None:
    assert written_value(given("quota.exact", seats, "seats"), "de") == written


def test_a_share_stays_one() -> None:
    assert written_value(given("quota.share", Fraction(2, 5)), "de") == "40\N{NO-BREAK SPACE}%"
