"""What is owed follows from events, statements and the statute."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from koinon.history.queries import revision
from koinon.register.actions import (
    add_bonds,
    add_events,
    add_organisations,
    state,
    undo_entry,
    withdraw_statements,
)
from koinon.register.models import Due
from koinon.register.queries.bonds import bonds_of
from koinon.register.queries.dues import dues_on
from koinon.rules.bound import Bound
from tests.register.rows import bond, event, organisation
from tests.register.town import OPERATOR, add_town, statement

pytestmark = pytest.mark.django_db

COVENANT = "covenant-of-mayors"


@pytest.fixture(autouse=True)
def signed() -> None:
    """Cologne signs the Covenant on 1 March 2016, as it was in 2020."""
    add_town()
    with time_machine.travel(datetime(2020, 1, 1, 12, tzinfo=UTC), tick=False):
        add_organisations(organisations=[organisation(code=COVENANT, kind="network")], by=OPERATOR)
        add_bonds(bonds=[bond(code="x", kind="signature", counterpart=COVENANT)], by=OPERATOR)
        said = statement(bond="x", said_by="bonn", grade="signatory", valid_from=at(2016, 3, 1))
        state(statements=[said], by=OPERATOR)
        happened = event(bond="x", code="signature", on=at(2016, 3, 1))
        add_events(events=[happened], by=OPERATOR)


def at(*day: int) -> Bound:
    return Bound(date(*day))


def stored() -> list[tuple[str, str, int, date | None]]:
    rows = Due.objects.order_by("due_latest", "rule", "n")
    return list(rows.values_list("rule", "anchor", "n", "due_latest"))


def asked(day: date) -> list[tuple[str, Bound | None, str]]:
    return [
        (item.due.key.rule, item.due.due_on, str(item.standing.state))
        for item in dues_on(bonds_of(party="bonn"), day)
    ]


UNKNOWN = [("inventory", "submission-0", 1, None), ("monitoring-report", "submission-0", 1, None)]
PLAN = ("plan", "signature-1", 1, date(2018, 3, 1))


def test_a_signature_makes_the_plan_due() -> None:
    assert [row for row in stored() if row[-1]] == [PLAN]
    assert [row for row in stored() if not row[-1]] == UNKNOWN
    row = Due.objects.get(rule="plan")
    assert (str(row.owed_by), str(row.network), row.owed_to) == ("bonn", COVENANT, ["network"])


def test_a_submission_starts_the_clock_of_reports_up_to_ten_years_ahead() -> None:
    with time_machine.travel(datetime(2020, 1, 2, 12, tzinfo=UTC), tick=False):
        handed_in = event(bond="x", number=2, code="submission", on=at(2017, 6, 1))
        add_events(events=[handed_in], by=OPERATOR)
    years = [(rule, day.year) for rule, _, _, day in stored() if day]
    assert years == [
        ("plan", 2018),
        ("monitoring-report", 2019),
        ("inventory", 2021),
        ("monitoring-report", 2021),
        ("monitoring-report", 2023),
        ("inventory", 2025),
        ("monitoring-report", 2025),
        ("monitoring-report", 2027),
        ("inventory", 2029),
        ("monitoring-report", 2029),
    ]


@pytest.mark.parametrize(
    ("day", "state"),
    [(date(2018, 3, 1), "open"), (date(2018, 3, 2), "late")],
)
def test_open_or_late_is_judged_when_it_is_read(day: date, state: str) -> None:
    assert asked(day)[0] == ("plan", at(2018, 3, 1), state)


def test_an_undone_event_takes_its_dues_along() -> None:
    before = stored()
    handed_in = event(bond="x", number=2, code="submission", on=at(2017, 6, 1))
    add_events(events=[handed_in], by=OPERATOR)
    assert stored() != before
    undo_entry(number=revision(), by=OPERATOR)
    assert [row for row in stored() if row[-1]] == [PLAN]


def test_nothing_is_owed_on_a_bond_of_which_nobody_says_anything() -> None:
    withdraw_statements(statements=[("x", 1)], by=OPERATOR)
    assert stored() == []


def test_nothing_is_owed_after_the_end() -> None:
    ended = statement(
        2,
        bond="x",
        said_by="bonn",
        grade="",
        valid_from=at(2017, 1, 1),
        stated_on=date(2020, 2, 2),
    )
    state(statements=[ended], by=OPERATOR)
    assert [row for row in stored() if row[-1]] == []
