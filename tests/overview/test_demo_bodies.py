"""What the pages of real bodies say: seats by delegation, terms, composition."""

from datetime import date

import pytest

from koinon.overview.body import body_on
from koinon.overview.delegations import Seated
from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.term.answer import TermState
from koinon.rules.trace import recompute
from tests.loaded import demo
from tests.overview.bodies import TODAY, body, row, rows, sides

__all__ = ["demo"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def test_sum_and_size_of_the_german_section_stand_side_by_side() -> None:
    page = body("rgre-ds", "main-committee")
    assert rows(page) == [
        ("president", 1, 1, 0),
        ("vice-president", 5, 0, 5),
        ("secretary-general", 1, 0, 1),
        ("chief-executive", 3, 0, 3),
        ("supporting", 7, 0, 7),
        ("deutscher-staedtetag", 7, 0, 7),
        ("deutscher-landkreistag", 7, 0, 7),
        ("deutscher-staedte-und-gemeindebund", 7, 0, 7),
    ]
    assert page.seats is not None
    assert page.seats.total.value == recompute(page.seats.total.trace) == 38
    assert sides(page) == [("", [(38, False), (37, True)])]
    assert page.seats.differences[0].notes == (
        Reason("seats.note.sum-above-size", {"sum": 38, "size": 37}),
        Reason("seats.note.one-person-two-seats", {"sum": 38, "persons": 37}),
    )
    assert page.seated == Seated(held=1)


def test_countries_of_unknown_seats_stand_together() -> None:
    page = body("cemr", "policy-committee")
    assert page.seats is not None
    assert rows(page) == [("DE", 8, 0, None)]
    assert sides(page) == [("Deutschland", [(8, False), (16, False)])]
    (unknown,) = page.seats.voting.unknown
    assert unknown.reason == Reason("seats.reason.between-brackets", {"least": 2, "most": 8})
    assert len(unknown.names) == 27
    assert unknown.names[0]["de"] == "Österreich"
    assert page.seats.total.reason == Reason("seats.reason.part-unknown")
    germany = page.seats.voting.rows[0].seats.trace
    assert germany.inputs[0].source is not None


def test_before_the_brackets_are_certain_only_the_other_source_counts() -> None:
    page = body("cemr", "policy-committee", date(2018, 6, 1))
    assert rows(page) == [("DE", 16, 0, None)] or rows(page) == [("DE", 16, 0, 16)]
    in_2015 = body("cemr", "policy-committee", date(2015, 6, 1))
    assert rows(in_2015) == [("DE", None, 0, None)]


def test_composition_is_asked_of_each_delegation() -> None:
    (quota,) = body("cemr", "policy-committee").quotas
    assert [(it.names["en"], it.seats, it.part.answer.value) for it in quota.checks] == [
        ("Germany", 8, True)
    ]
    assert quota.notes == (
        Reason("body.quota.unknown", {"n": 27}),
        Reason("body.quota.missed-by", {"least": 2, "most": 8, "missed": (3,)}),
    )


def test_seats_of_cities_fill_what_no_rule_gives_by_name() -> None:
    page = body("eccar", "steering-committee")
    assert page.seats is not None
    assert rows(page) == [("unesco", 1, 1, 0)]
    assert page.seats.rest is not None
    assert row(page.seats.rest) == ("", 26, 26, 0)
    assert page.seated == Seated(27)
    assert page.term.last_day == Bound.parse("2029-10-22..2029-10-23")
    assert page.term.answer.state == TermState.RUNNING
    assert page.term.process.reason == Reason("body.reason.no-process")


def test_nobody_sits_there_before_the_election() -> None:
    page = body("eccar", "steering-committee", date(2025, 1, 1))
    assert (page.seated, page.term.elections, page.term.last_day) == (Seated(), (), None)


@pytest.mark.parametrize(
    ("day", "seated"),
    [
        (date(2020, 10, 30), Seated(1, 0)),
        (date(2020, 10, 31), Seated(0, 0)),
        (date(2020, 11, 9), Seated(0, 1)),
        (date(2020, 11, 10), Seated(1, 0)),
    ],
)
def test_an_alternate_does_not_move_up(day: date, seated: Seated) -> None:
    page = body("committee-of-the-regions", "plenary", day)
    assert (page.seats, page.laid, page.seated) == (None, None, seated)
    roles = {it.person.code: it.role for it in page.tenures if it.person}
    assert roles["peter-kurz"] == "substitute"


@pytest.mark.parametrize("council", ["world-council", "executive-bureau"])
@pytest.mark.parametrize("day", [date(2015, 10, 22), date(2018, 1, 1), date(2019, 12, 31), TODAY])
def test_a_seat_ends_with_the_office_it_rests_on(council: str, day: date) -> None:
    found = {it.bond: it for it in body("uclg", council, day).tenures}
    roters = found[f"uclg-{council}-roters"]
    assert (roters.holds, roters.until) == (False, Bound.parse("2015-10-21"))


def test_bodies_lead_to_those_around_them() -> None:
    page = body("uclg", "world-council")
    assert page.part_of is not None
    assert page.part_of.code == "general-assembly"
    assert [item.code for item in page.parts] == ["executive-bureau", "presidency"]


def test_each_member_s_seats_are_steps_by_size() -> None:
    page = body("rgre-ds", "delegates-assembly")
    assert page.seats is not None
    steps = {item.item.rule.code: item.steps for item in page.seats.members}
    assert steps["delegates-county"] == (
        Reason("body.step.people.up-to", {"n": 2, "upper": 100_000}),
        Reason("body.step.people.from", {"n": 3, "lower": 100_001}),
    )
    assert steps["delegates-association"] == (Reason("body.step.each", {"n": 1}),)
    assert steps["delegates-joint-authority"] == (Reason("seats.reason.no-brackets.agreed-fee"),)


@pytest.mark.parametrize(
    ("network", "code"),
    [("eccar", "nothing"), ("nothing", "plenary"), ("koeln", "plenary"), ("eccar", "plenary")],
)
def test_an_unknown_body_is_none(network: str, code: str) -> None:
    assert body_on(network, code, TODAY) is None


def test_a_sum_names_whose_seats_it_adds() -> None:
    page = body("rgre-ds", "main-committee")
    assert page.seats is not None
    offices = page.seats.total.trace.inputs[0]
    assert [(it.params["who"]["de"], it.value) for it in offices.inputs] == [
        ("Präsident/in", 1),
        ("Vizepräsident/in", 5),
        ("Generalsekretär/in", 1),
        ("Hauptgeschäftsführer/in eines Bundesverbands", 3),
    ]


def test_a_committee_and_its_seats_end_on_the_same_day() -> None:
    page = body_on("eccar", "steering-committee", TODAY)
    assert page is not None
    assert page.term is not None
    ends = {it.last_day for it in page.tenures if it.post == "steering-committee-seat"}
    assert ends == {page.term.last_day}
