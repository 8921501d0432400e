"""Counting over time from the register: by kind and strand, in two queries."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from koinon.register.actions import add_bonds, state
from koinon.register.drafts import BondDraft
from koinon.register.models import Organisation
from koinon.register.queries.counting import Series, counted_over_time
from koinon.rules.bound import Bound
from koinon.rules.spell.counted import Step
from tests.register.town import OPERATOR, add_town, statement

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def town() -> None:
    add_town()
    bond = BondDraft(code="koeln-eccar", kind="membership", party="koeln", counterpart="eccar")
    add_bonds(bonds=[bond], by=OPERATOR)


def eccar() -> int:
    return Organisation.objects.get(code="eccar").pk


def test_a_beginning_known_by_its_year_counts_surely_from_its_last_day() -> None:
    end = Bound(date(2015, 7, 1))
    state(statements=[statement(valid_from=Bound.parse("2010"), valid_until=end)], by=OPERATOR)
    assert counted_over_time(eccar()) == (
        Series("membership", "", (Step(date(2010, 12, 31), 1), Step(date(2015, 7, 1), 0))),
    )


def test_kinds_and_strands_are_counted_apart_and_in_two_queries() -> None:
    bond = BondDraft(
        code="plan", kind="signature", strand="plan", party="koeln", counterpart="eccar"
    )
    add_bonds(bonds=[bond], by=OPERATOR)
    state(statements=[statement(), statement(bond="plan", grade="signatory")], by=OPERATOR)
    network = eccar()
    with CaptureQueriesContext(connection) as asked:
        found = counted_over_time(network)
    assert len(asked) == 2
    one = (Step(date(2010, 1, 1), 1),)
    assert found == (Series("membership", "", one), Series("signature", "plan", one))


def test_of_an_organisation_that_nobody_belongs_to_nothing_is_counted() -> None:
    assert counted_over_time(eccar()) == ()
