"""What is due for real cities, as it stands on a day."""

from datetime import date

import pytest

from koinon.overview.city import city_on
from koinon.overview.dues import DueItem, dues_of_organisation, dues_to_network, next_of_each
from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from tests.loaded import demo

__all__ = ["demo"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

TODAY = date(2026, 11, 22)
SIGNED = date(2006, 9, 7)


def of_cologne(day: date) -> tuple[DueItem, ...]:
    return dues_of_organisation("koeln", day)


def codes(items: tuple[DueItem, ...]) -> set[tuple[str, str]]:
    return {(item.network, item.key.partition("/")[0]) for item in items}


def test_before_a_signature_nothing_follows_from_it() -> None:
    assert of_cologne(date(2006, 9, 6)) == ()
    assert codes(of_cologne(SIGNED)) == {("eccar", "report")}


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(1950, 1, 1)])
def test_before_the_networks_nothing_is_due(day: date) -> None:
    assert of_cologne(day) == ()


def test_a_rule_that_is_not_certain_then_is_told_as_unknown() -> None:
    (item,) = of_cologne(SIGNED)
    assert (item.due_on, item.state) == (None, "unknown")
    assert item.reason == Reason(
        "rule-not-certain-yet", {"day": SIGNED, "certain_from": date(2026, 11, 22)}
    )


def test_the_plan_of_2009_is_there_from_the_signature_on_and_is_not_recorded() -> None:
    plan = ("covenant-of-mayors", "plan-2008")
    assert plan not in codes(of_cologne(date(2008, 9, 24)))
    assert plan in codes(of_cologne(date(2008, 9, 25)))
    first = of_cologne(TODAY)[0]
    assert (first.network, first.due_on, first.state) == (
        "covenant-of-mayors",
        Bound(date(2009, 9, 25)),
        "unrecorded",
    )
    listed = {"member": first.organisation.short, "day": date(2024, 1, 31)}
    assert first.reason == Reason("due.unrecorded.why", listed)


def test_what_is_not_recorded_does_not_come_first() -> None:
    shown = next_of_each(of_cologne(TODAY), TODAY)
    assert [item.network for item in shown if item.state == "unrecorded"] == ["covenant-of-mayors"]
    assert shown[-1].state == "unrecorded"
    assert "unrecorded" not in {item.state for item in of_cologne(date(2023, 12, 31))}


def test_each_duty_without_a_day_is_listed_once_and_old_years_are_not() -> None:
    items = of_cologne(TODAY)
    assert [item.key for item in items if item.due_on is None] == [
        "attendance/koeln-rainbow-cities/annual-meeting-0/1",
        "inventory/koeln-covenant-of-mayors-signature/submission-0/1",
        "monitoring-report/koeln-covenant-of-mayors-signature/submission-0/1",
        "report/koeln-eccar-association/accession-1/1",
    ]
    past = [str(item.due_on) for item in items if item.due_on and item.due_on.latest < TODAY]
    assert past == ["2009-09-25", "2025", "2025", "2026-07-08"]


YEARS = range(1985, 2030, 3)


@pytest.mark.parametrize("day", [date(year, 6, 1) for year in YEARS], ids=str)
def test_what_is_due_belongs_to_ties_of_the_day(day: date) -> None:
    page = city_on("koeln", day)
    assert page is not None
    shown = {tie.bond for tie in page.ties}
    assert {item.key.split("/")[1] for item in page.dues} <= shown
    for item in page.dues:
        assert (item.due_on is None or item.state == "unrecorded") == (item.reason is not None)


def test_members_owe_a_network_nothing_before_they_belong() -> None:
    day = date(2006, 9, 6)
    members = {item.organisation.code for item in dues_to_network("eccar", day)}
    assert "koeln" not in members
    later = {item.organisation.code for item in dues_to_network("eccar", date(2006, 9, 7))}
    assert "koeln" in later
