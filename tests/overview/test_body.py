"""The seats of a small committee: who sits there, which seats have no known holder."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from koinon.overview.delegations import Seated
from koinon.register.actions import add_bonds, add_organisations, state
from koinon.register.drafts import (
    BondDraft,
    OrganisationDraft,
    StatementDraft,
    TenureDraft,
)
from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.trace import recompute
from tests.overview.bodies import TODAY, body, row
from tests.overview.committee import add_committee, seat
from tests.register.town import OPERATOR

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def committee() -> None:
    add_committee()


def test_more_held_than_the_rule_gives_is_a_difference() -> None:
    seat("koeln", "bonn", delegation="unesco")
    page = body("eccar", "steering-committee")
    assert page.seats is not None
    (unesco,) = page.seats.voting.rows
    assert (unesco.differing, unesco.seated) == (True, Seated(2))
    assert unesco.open.answer.reason == Reason("seats.reason.more-held", {"held": 2, "seats": 1})


def test_seats_without_a_known_holder_are_counted() -> None:
    seat("koeln")
    page = body("eccar", "steering-committee")
    assert page.seats is not None
    assert page.seats.rest is not None
    assert row(page.seats.rest) == ("", 26, 1, 25)
    assert recompute(page.seats.rest.open.answer.trace) == 25


def test_an_office_in_the_body_is_no_seat() -> None:
    add_bonds(
        bonds=[BondDraft(code="chair", kind="tenure", party="koeln", counterpart="eccar")],
        tenures=[
            TenureDraft(bond="chair", post_organisation="eccar", post="president", role="holder")
        ],
        by=OPERATOR,
    )
    state(
        statements=[
            StatementDraft(
                bond="chair",
                number=1,
                source="list",
                grade="holder",
                valid_from=Bound(date(2025, 11, 1)),
                stated_on=TODAY,
            )
        ],
        by=OPERATOR,
    )
    page = body("eccar", "steering-committee")
    assert [(item.bond, item.holds) for item in page.tenures] == [("chair", True)]
    assert page.seated == Seated()


@pytest.mark.parametrize("others", [0, 25])
def test_questions_do_not_grow_with_holders(others: int) -> None:
    names = [f"city-{n}" for n in range(others)]
    add_organisations(
        organisations=[OrganisationDraft(code=it, kind="municipality") for it in names],
        by=OPERATOR,
    )
    seat("koeln", *names)
    body("eccar", "steering-committee")
    with CaptureQueriesContext(connection) as questions:
        page = body("eccar", "steering-committee")
    assert page.seated == Seated(1 + others)
    assert len(questions) == 15


def test_a_network_that_only_has_a_statute_has_bodies() -> None:
    page = body("rgre-ds", "main-committee")
    assert page.seats is not None
    assert (page.network.code, page.seats.total.value, page.seated) == ("rgre-ds", 38, Seated())
