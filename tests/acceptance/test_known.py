"""What was believed on an earlier day stays to be asked."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from koinon.history.actor import Actor
from koinon.register.actions import state, withdraw_statements
from koinon.register.drafts import StatementDraft
from koinon.rules.bound import Bound
from tests.acceptance.asking import Plain, asked, tie

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

LATE = datetime(2026, 12, 1, 15, tzinfo=UTC)
LATER = datetime(2026, 12, 20, 15, tzinfo=UTC)
CITY = Actor.side("koeln", "amt-01")

type Capsys = pytest.CaptureFixture[str]


def eurocities(capsys: Capsys, *more: str) -> Plain:
    return tie(asked(capsys, "show", "koeln", "--on", "2010-06-01", *more), "eurocities")


@pytest.fixture
def late() -> None:
    """Let the city say on 1 December 2026 that it has been a member since 2003."""
    said = StatementDraft(
        bond="koeln-eurocities",
        number=9,
        said_by="koeln",
        grade="full",
        valid_from=Bound(date(2003, 5, 1)),
        stated_on=LATE.date(),
    )
    with time_machine.travel(LATE, tick=False):
        state(statements=[said], by=CITY)


@pytest.mark.usefixtures("late")
def test_before_a_late_statement_the_earlier_belief_is_given(capsys: Capsys) -> None:
    before, after = eurocities(capsys, "--known", "2026-11-30"), eurocities(capsys)
    assert (before["holds"], before["valid_from"], before["state"]) == (None, "by 2015", "reported")
    assert before["member_says"]["voice"] == "own-source"
    assert (after["holds"], after["valid_from"], after["state"]) == (
        True,
        "2003-05-01",
        "one-side",
    )
    assert after["member_says"]["voice"] == "in-koinon"


@pytest.mark.usefixtures("late")
def test_the_day_of_the_statement_knows_it(capsys: Capsys) -> None:
    assert eurocities(capsys, "--known", "2026-12-01") == eurocities(capsys)


@pytest.mark.usefixtures("late")
def test_what_was_withdrawn_was_believed_until_then(capsys: Capsys) -> None:
    believed = eurocities(capsys)
    with time_machine.travel(LATER, tick=False):
        withdraw_statements(statements=[("koeln-eurocities", 9)], by=CITY)
    assert eurocities(capsys)["state"] == "reported"
    assert eurocities(capsys, "--known", "2026-12-19") == believed
    assert eurocities(capsys, "--known", "2026-12-20") == eurocities(capsys)
