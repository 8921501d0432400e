"""How a city belongs through others, on the days of the demonstration."""

from datetime import date

import pytest

from koinon.overview.city import city_on
from koinon.overview.ways import former_ways, ways
from tests.loaded import demo

__all__ = ["demo"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

TO_ICCAR = ["koeln membership eccar", "eccar part iccar"]
TO_UCLG = ["koeln membership rgre-ds", "rgre-ds part cemr", "cemr part uclg"]
SENT = ["koeln sent deutscher-staedtetag", "deutscher-staedtetag sends uclg"]


def told(city: str, day: date) -> list[list[str]]:
    page = city_on(city, day)
    assert page is not None
    found = ways(page.organisation, page.ties, page.tenures)
    return [[f"{it.start.code} {it.how} {it.end.code}" for it in way] for way in found]


def test_ways_lead_through_networks_to_their_end() -> None:
    assert told("koeln", date(2026, 11, 22)) == [TO_ICCAR, TO_UCLG]


def test_who_sits_by_the_will_of_another_is_represented_by_it() -> None:
    assert told("koeln", date(2015, 6, 1)) == [TO_ICCAR, TO_UCLG, SENT]
    assert told("koeln", date(2015, 10, 21)) == [TO_ICCAR, TO_UCLG]


def former(city: str, day: date) -> list[tuple[list[str], str, str]]:
    page = city_on(city, day)
    assert page is not None
    return [
        (
            [f"{it.start.code} {it.how} {it.end.code}" for it in way.steps],
            way.person,
            str(way.last_day),
        )
        for way in former_ways(page.organisation, page.tenures, day)
    ]


def test_a_way_that_ended_with_a_seat_is_told_as_a_former_one() -> None:
    ended = [(SENT, "Jürgen Roters", "2015-10-20")]
    assert former("koeln", date(2026, 11, 22)) == former("koeln", date(2015, 10, 21)) == ended
    assert former("koeln", date(2015, 10, 20)) == []


def test_only_the_first_step_is_the_citys_own() -> None:
    page = city_on("koeln", date(2015, 6, 1))
    assert page is not None
    own = [[step.is_own for step in it] for it in ways(page.organisation, page.ties, page.tenures)]
    assert own == [[True, False], [True, False, False], [False, False]]


def test_a_city_without_ties_has_no_ways() -> None:
    assert told("mannheim", date(2026, 11, 22)) == []
