"""What is owed follows from events, statements and the statute, as they are on the day asked."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from koinon.history.queries import revision
from koinon.register.actions import (
    add_bonds,
    add_events,
    add_organisations,
    state,
    undo_entry,
    withdraw_statements,
)
from koinon.register.queries.bonds import bonds_of
from koinon.register.queries.dues import dues_on
from koinon.rules.bound import Bound
from tests.register.rows import bond, event, organisation
from tests.register.town import OPERATOR, add_town, statement

pytestmark = pytest.mark.django_db

COVENANT, RAINBOW = "covenant-of-mayors", "rainbow-cities"
DAY = date(2020, 6, 1)


@pytest.fixture(autouse=True)
def signed() -> None:
    """Bonn signs the Covenant on 1 March 2016, as it was in 2020."""
    add_town()
    with time_machine.travel(datetime(2020, 1, 1, 12, tzinfo=UTC), tick=False):
        networks = [
            organisation(code=COVENANT, kind="network"),
            organisation(code=RAINBOW, kind="network", founded=Bound.parse("2012")),
        ]
        add_organisations(organisations=networks, by=OPERATOR)
        sign(["bonn"])


def at(*day: int) -> Bound:
    return Bound(date(*day))


def sign(parties: Sequence[str], on: Bound | None = None) -> None:
    """Let cities sign the Covenant, with the event of their signing."""
    on = on or at(2016, 3, 1)
    bonds = [
        bond(code=f"x-{it}", kind="signature", party=it, counterpart=COVENANT) for it in parties
    ]
    add_bonds(bonds=bonds, by=OPERATOR)
    said = [
        statement(bond=f"x-{it}", said_by=it, grade="signatory", valid_from=on) for it in parties
    ]
    state(statements=said, by=OPERATOR)
    add_events(
        events=[event(bond=f"x-{it}", code="signature", on=on) for it in parties], by=OPERATOR
    )


def hand_in(on: Bound) -> None:
    add_events(events=[event(bond="x-bonn", number=2, code="submission", on=on)], by=OPERATOR)


def end(on: Bound) -> None:
    ended = statement(
        2, bond="x-bonn", said_by="bonn", grade="", valid_from=on, stated_on=date(2020, 2, 2)
    )
    state(statements=[ended], by=OPERATOR)


def asked(
    day: date = DAY, party: str = "bonn", *, until: date | None = None, known_on: date | None = None
) -> list[tuple[str, str, str]]:
    return [
        (item.due.key.rule, str(item.due.due_on or "?"), str(item.standing.state))
        for item in dues_on(bonds_of(party=party), day, until=until, known_on=known_on)
    ]


UNKNOWN = [("inventory", "?", "unknown"), ("monitoring-report", "?", "unknown")]


@pytest.mark.parametrize(
    ("day", "state"),
    [(date(2018, 3, 1), "open"), (date(2018, 3, 2), "late")],
)
def test_a_signature_makes_the_plan_due_and_late_after_its_day(day: date, state: str) -> None:
    assert asked(day) == [("plan", "2018-03-01", state), *UNKNOWN]


def test_a_submission_starts_the_clock_of_reports() -> None:
    hand_in(at(2017, 6, 1))
    found = [(rule, on[:4], state) for rule, on, state in asked(until=date(2029, 12, 31))]
    assert found == [
        ("plan", "2018", "done"),
        ("monitoring-report", "2019", "late"),
        ("inventory", "2021", "open"),
        ("monitoring-report", "2021", "open"),
        ("monitoring-report", "2023", "open"),
        ("inventory", "2025", "open"),
        ("monitoring-report", "2025", "open"),
        ("monitoring-report", "2027", "open"),
        ("inventory", "2029", "open"),
        ("monitoring-report", "2029", "open"),
    ]


def test_a_bond_that_begins_later_is_not_there_yet() -> None:
    assert asked(date(2016, 2, 29)) == []
    assert asked(date(2016, 3, 1)) == [("plan", "2018-03-01", "open"), *UNKNOWN]


def test_a_bond_that_may_hold_has_dues_but_none_for_certain() -> None:
    sign(["koeln"], Bound.parse("by 2017"))
    assert asked(date(2010, 1, 1), "koeln") == [*UNKNOWN, ("plan-2008", "?", "unknown")]


def test_what_happens_later_is_not_there_yet() -> None:
    hand_in(at(2017, 6, 1))
    assert asked(date(2017, 5, 31)) == [("plan", "2018-03-01", "open"), *UNKNOWN]
    assert asked(date(2017, 6, 1))[0] == ("plan", "2018-03-01", "done")


def test_an_undone_event_takes_its_dues_along() -> None:
    before = asked()
    hand_in(at(2017, 6, 1))
    assert asked() != before
    undo_entry(number=revision(), by=OPERATOR)
    assert asked() == before


def test_nothing_is_owed_on_a_bond_of_which_nobody_says_anything() -> None:
    withdraw_statements(statements=[("x-bonn", 1)], by=OPERATOR)
    assert asked() == []


def test_nothing_is_owed_after_the_end_nor_beyond_it() -> None:
    end(at(2017, 1, 1))
    assert asked(date(2017, 1, 1)) == []
    assert asked(date(2016, 12, 31)) == UNKNOWN


def test_who_comes_back_begins_anew() -> None:
    end(at(2017, 1, 1))
    again = statement(
        3,
        bond="x-bonn",
        said_by="bonn",
        grade="signatory",
        valid_from=at(2019, 1, 1),
        stated_on=date(2020, 3, 3),
    )
    state(statements=[again], by=OPERATOR)
    assert asked(date(2016, 12, 31)) == UNKNOWN
    assert asked(date(2018, 6, 1)) == []
    assert asked(DAY)[0][0] == "plan"


def join_rainbow(
    said_by: str, source: str = "", since: str = "2010-01-01", stated_on: date = date(2020, 1, 1)
) -> None:
    add_bonds(bonds=[bond(code="r", party="koeln", counterpart=RAINBOW)], by=OPERATOR)
    state(
        statements=[
            statement(
                bond="r",
                said_by=said_by,
                source=source,
                valid_from=Bound.parse(since),
                stated_on=stated_on,
            )
        ],
        by=OPERATOR,
    )


PAGES = [("policy-page", "2020", "open"), ("policy-page", "2021", "open")]
MEETING = ("attendance", "?", "unknown")
UNTIL_2021 = {"until": date(2021, 12, 31)}


def test_of_a_tie_that_is_only_reported_the_latest_of_the_calendar_is_listed() -> None:
    join_rainbow(said_by="", source="list", stated_on=date(2019, 6, 1))
    late = [("policy-page", "2019", "late")]
    assert asked(party="koeln", **UNTIL_2021) == [*late, *PAGES, MEETING]


def test_of_a_tie_that_is_listed_after_the_day_it_is_not_recorded() -> None:
    join_rainbow(said_by="", source="list")
    asked_for = [("policy-page", "2019", "unrecorded")]
    assert asked(party="koeln", **UNTIL_2021) == [*asked_for, *PAGES, MEETING]


def test_of_a_tie_that_is_kept_all_of_the_calendar_is_listed() -> None:
    join_rainbow(said_by="koeln")
    late = [("policy-page", str(year), "late") for year in (2017, 2018, 2019)]
    assert asked(party="koeln", **UNTIL_2021) == [*late, *PAGES, MEETING]


def test_a_rule_that_is_only_perhaps_in_force_makes_nothing_certain() -> None:
    join_rainbow(said_by="koeln")
    found = dues_on(bonds_of(party="koeln"), date(2014, 6, 1), until=date(2016, 12, 31))
    assert [
        (item.due.key.rule, item.due.due_on, str(item.standing.state), item.due.reason.code)
        for item in found
        if item.due.reason
    ] == [
        ("attendance", None, "unknown", "rule-not-certain-yet"),
        ("policy-page", None, "unknown", "rule-not-certain-yet"),
    ]
    assert len(found) == 2


def test_nothing_is_owed_to_a_network_that_is_not_founded_yet() -> None:
    join_rainbow(said_by="koeln", since="by 2018")
    assert asked(date(2011, 12, 31), "koeln") == []
    assert asked(date(2012, 1, 1), "koeln") == [MEETING]


def test_more_members_take_no_more_queries() -> None:
    counts = []
    for names in (["a"], [f"city-{n}" for n in range(10)]):
        add_organisations(organisations=[organisation(code=name) for name in names], by=OPERATOR)
        sign(names)
        with CaptureQueriesContext(connection) as queries:
            found = dues_on(bonds_of(counterpart=COVENANT), DAY)
        counts.append((len(queries), len({item.bond.pk for item in found})))
    assert counts == [(4, 2), (4, 12)]
