"""What sources state of a body as a whole, and what nobody states."""

from datetime import date
from decimal import Decimal

import pytest

from koinon.overview.body import BodyPage
from tests.loaded import demo
from tests.overview.bodies import TODAY, body

__all__ = ["demo"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def women(page: BodyPage) -> list[tuple[Decimal, str, str]]:
    return [(it.value, str(it.dated), it.source.title) for it in page.stated.women]


def test_the_share_of_women_is_stated_never_counted() -> None:
    page = body("cemr", "policy-committee")
    assert women(page) == [
        (Decimal(46), "2016-12", "Policy Committee, December 2016"),
        (Decimal(44), "2013-12", "Renewal of the Policy Committee, December 2013"),
    ]
    assert page.stated.asks
    assert [str(it.dated) for it in page.stated.sizes] == ["2022-01", "2015..2020"]


def test_what_was_stated_later_is_not_known_before() -> None:
    page = body("cemr", "policy-committee", date(2014, 6, 1))
    assert [value for value, _, _ in women(page)] == [Decimal(44)]
    assert page.stated.sizes == ()


def test_a_rule_without_a_stated_share_leaves_it_unknown() -> None:
    stated = body("uclg", "presidency").stated
    assert (stated.women, stated.asks, stated.has_balance) == ((), True, True)
    assert not body("rgre-ds", "main-committee", TODAY).stated.has_balance


def test_delegations_with_the_same_seats_are_named_one_by_one() -> None:
    seats = body("iccar", "steering-committee").seats
    assert seats is not None
    (rule,) = seats.total.trace.inputs
    named = [item.params["who"]["en"] for item in rule.inputs]
    assert len(named) == len(set(named)) == 7
