"""Leaving and pausing, from the documents that are shipped."""

from datetime import date

import pytest

from koinon.rules.bound import Bound
from koinon.rules.event import Event
from koinon.rules.procedure.choice import UnknownStep
from koinon.rules.trace import recompute
from koinon.statutes.answers.procedure import procedure_of
from koinon.statutes.answers.procedure_given import ProcedureGiven
from koinon.statutes.library import Library

LIBRARY = Library()
ON = date(2026, 12, 1)


def on(text: str) -> Bound | None:
    return Bound.parse(text) if text else None


def given(network: str, of: str, *events: str, day: date = ON) -> ProcedureGiven:
    happened = [
        Event(code, Bound.parse(text), number=number)
        for number, (code, _, text) in enumerate(item.partition("=") for item in events)
    ]
    found = procedure_of(network, happened, day, LIBRARY, of=of)
    assert recompute(found.trace) == found.effective_on
    return found


@pytest.mark.parametrize(
    ("notice", "state", "turn", "since", "effective_on"),
    [
        ("2026-08-31", "effective-later", None, "2026-08-31", "2027-03-01"),
        ("2026-05-31", "effective", None, "2026-12-01", "2026-12-01"),
        ("2026-06-01", "effective-later", None, "2026-06-01", "2026-12-02"),
        ("2026-12-02", "not-started", "party", "", "2027-06-03"),
        ("2026", "not-known", None, "2026", "2026-07-02..2027-07-01"),
    ],
)
def test_leaving_uclg_takes_six_months(
    notice: str, state: str, turn: str | None, since: str, effective_on: str
) -> None:
    found = given("uclg", "exit", f"notice={notice}")
    assert (found.procedure, found.state, found.turn) == ("exit", state, turn)
    assert (found.since, found.effective_on) == (on(since), on(effective_on))
    assert (found.reason is None) == (state != "not-known")
    codes = [note.code for note in found.notes]
    assert codes == ["procedure.note.in-writing", "procedure.note.dues-pro-rata"]


def test_leaving_begins_with_the_city() -> None:
    found = given("uclg", "exit")
    assert (found.state, found.turn, found.next_step) == ("not-started", "party", "notice")


def test_nobody_knows_how_to_leave_without_a_rule() -> None:
    found = given("eccar", "exit", "notice=2026-01-31")
    assert (found.state, found.turn, found.effective_on) == ("not-known", None, None)
    assert found.reason is not None


@pytest.mark.parametrize(
    ("events", "state", "turn", "since"),
    [
        ([], "none", None, ""),
        (["warning=2020-01-01"], "warned", "party", "2020-01-01"),
        (["warning=2020-01-01", "hold=2020-03-01"], "paused", "party", "2020-03-01"),
        (["hold=2020-03-01", "submission=2020-05-01"], "returned", None, "2020-05-01"),
        (["hold=2020-03-01", "exclude=2020-06-01"], "excluded", None, "2020-06-01"),
        (["hold=2027-03-01"], "none", None, ""),
        (["hold=2026"], "not-known", None, "2026"),
    ],
)
def test_the_covenant_holds_until_the_report_is_there(
    events: list[str], state: str, turn: str | None, since: str
) -> None:
    found = given("covenant-of-mayors", "suspension", *events)
    assert (found.procedure, found.state, found.turn) == ("on-hold", state, turn)
    assert found.since == on(since)


@pytest.mark.parametrize(
    ("events", "state", "turn"),
    [
        (["suspension=2026-11-25"], "paused", "network"),
        (["suspension=2026-11-25", "meeting=2026-11-28"], "not-known", None),
        (["suspension=2026-11-25", "world-council=2026-11-28"], "not-known", None),
        (["suspension=2026-11-25", "lift=2026-11-28"], "returned", None),
    ],
)
def test_the_world_council_decides_on_a_suspension(
    events: list[str], state: str, turn: str | None
) -> None:
    found = given("uclg", "suspension", *events)
    assert (found.procedure, found.state, found.turn) == ("suspension", state, turn)
    assert found.effective_on == Bound.parse("2026-11-25")


def test_without_a_rule_and_an_event_nothing_is_known_of_a_pause() -> None:
    found = given("eccar", "suspension")
    assert (found.state, found.procedure) == ("not-known", "")
    assert found.reason is not None


@pytest.mark.parametrize(("of", "known"), [("exit", "notice"), ("suspension", "exclude, hold")])
def test_a_misspelt_event_is_refused(of: str, known: str) -> None:
    with pytest.raises(UnknownStep, match=f"“?notise.*{known}"):
        given("uclg", of, "notise=2026-01-01")
