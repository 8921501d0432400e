"""A body on two days: what changed in seats, holders and rules, as a whole."""

from datetime import date

import pytest

from koinon.overview.body_comparison import Comparison, Counted, compared_on, versions_of
from koinon.rules.answer import Reason
from koinon.wording.say import say_reason
from tests.loaded import demo

__all__ = ["demo"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
TODAY = date(2026, 11, 22)


def compared(network: str, body: str, day: date, other: date) -> Comparison:
    found = compared_on(network, body, day, other)
    assert found is not None
    return found


def changes(found: Comparison) -> list[tuple[str, list[tuple[str, str, dict[str, int]]]]]:
    return [
        (row.code, [(sign, what.code, what.params) for sign, what in row.changes])
        for row in found.rows
    ]


def test_germany_had_sixteen_seats_by_one_source_and_has_eight_by_the_rule() -> None:
    found = compared("cemr", "policy-committee", TODAY, date(2015, 12, 31))
    assert (found.before.on, found.after.on) == (date(2015, 12, 31), TODAY)
    (germany,) = found.rows
    assert (germany.code, germany.before, germany.after) == (
        "DE",
        Counted(seats=16, vacant=16),
        Counted(seats=8, differing=True),
    )
    assert germany.changes == (("−", Reason("comparison.seats.fewer", {"n": 8})),)
    assert found.total.changes == (("?", Reason("comparison.unknown")),)
    assert [(it.kind, it.item.ref.code, it.doubt) for it in found.new_rules] == [
        ("seats", "delegation", True),
        ("representation", "policy-committee", True),
        ("vote", "committee-meeting", True),
    ]
    assert found.gone_rules == ()


def test_who_joined_a_committee_and_which_rules_came() -> None:
    found = compared("eccar", "steering-committee", date(2020, 1, 1), TODAY)
    assert len(found.joined) == 27
    assert {item.body for item in found.joined} == {"steering-committee"}
    assert (found.left, found.stayed, found.by_name) == ((), 1, True)
    assert found.total.changes == (
        ("?", Reason("comparison.unknown-then")),
        ("+", Reason("comparison.held.more", {"n": 27})),
    )
    back = compared("eccar", "steering-committee", TODAY, date(2020, 1, 1))
    assert back == found


def test_the_same_day_twice_changes_nothing() -> None:
    found = compared("rgre-ds", "main-committee", TODAY, TODAY)
    assert {what for _, rows in changes(found) for what in rows if what[0] != "="} == set()
    assert [len(rows) for _, rows in changes(found)] == [1] * len(found.rows)
    assert (found.joined, found.left, found.new_rules, found.gone_rules) == ((), (), (), ())


def test_a_presidency_that_passed_on() -> None:
    found = compared("cemr", "executive-bureau", date(2014, 6, 1), date(2024, 6, 1))
    assert [item.bond for item in found.joined] == [
        "cemr-co-president-laurent",
        "cemr-co-president-schnaudigel",
        "cemr-president-helgesen",
    ]
    assert [item.bond for item in found.left] == ["cemr-president-jorritsma"]


def test_versions_of_the_rules_are_named_the_latest_first() -> None:
    found = [(it.day, str(it.since), it.kinds) for it in versions_of("cemr", "policy-committee")]
    assert found == [
        (date(2022, 12, 31), "by 2022", ("seats", "representation", "vote")),
        (date(2016, 12, 31), "2016-12", ("term",)),
        (date(2015, 12, 31), "by 2015", ("seats",)),
        (date(2013, 12, 31), "by 2013", ("quota", "term")),
    ]
    assert versions_of("committee-of-the-regions", "plenary") == ()
    assert versions_of("cemr", "nothing") == ()


def test_rules_on_classes_of_people_are_told_from_those_on_bodies() -> None:
    found = [(str(it.since), it.kinds) for it in versions_of("uclg", "presidency")]
    assert [kinds for _, kinds in found if "quota" in kinds] != []


def test_nobody_knows_the_body() -> None:
    assert compared_on("cemr", "nothing", TODAY, TODAY) is None
    assert compared_on("nothing", "board", TODAY, TODAY) is None


def test_a_body_without_statute_is_compared_by_who_sits_there() -> None:
    found = compared("committee-of-the-regions", "plenary", date(2015, 6, 1), date(2010, 6, 1))
    assert found.rows == ()
    assert found.before.on == date(2010, 6, 1)


def test_each_rule_that_came_says_what_it_lays_down() -> None:
    found = compared("rgre-ds", "main-committee", date(2014, 6, 1), date(2026, 6, 1))
    said = [[say_reason(line, "de") for line in it.lines] for it in found.new_rules]
    assert [] not in said
    assert ["Höchstens 37 Sitze."] in said
    assert [lines[0] for lines in said if lines[0].endswith("zu gleichen Teilen.")] == [
        "21 Sitze zu gleichen Teilen."
    ]
    assert any(it.startswith("Kraft ihrer Funktion: Präsident/in") for it, *_ in said)
