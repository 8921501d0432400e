"""Days worth a look, computed from the register of the demonstration."""

from datetime import date

import pytest
from django.test import Client

from koinon.overview.city import city_on
from koinon.overview.named_days import (
    NamedDay,
    days_for_city,
    days_for_network,
    days_in_office,
    days_of_city,
    days_of_network,
    latest,
    latest_days,
)
from koinon.overview.person import person_on
from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.wording.say import say_reason
from tests.loaded import demo
from tests.web.markup import page as seen

__all__ = ["demo"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

TODAY = date(2026, 11, 22)


def told(days: tuple[NamedDay, ...]) -> list[tuple[str, str]]:
    return [(str(item.day), say_reason(item.what, "de")) for item in days]


def test_a_city_names_changes_of_office_and_accessions() -> None:
    page = city_on("koeln", TODAY)
    assert page is not None
    assert told(days_of_city("koeln", page.tenures, page.ties)) == [
        ("2025-11-01", "Amtswechsel"),
        ("2015-10-22", "Amtswechsel"),
        ("2015-05-17", "Rainbow Cities Network: Beginn nach einer der Angaben"),
        ("2009-10-21", "Amtswechsel"),
    ]


def test_a_network_names_its_elections() -> None:
    assert told(days_of_network("cemr")) == [
        ("2025-12-05", "Wahl: Exekutivbüro"),
        ("2022-12-06", "nach der Wahl: Exekutivbüro und Hauptausschuss"),
        ("2016-12-31", "nach der Wahl: Hauptausschuss"),
        ("2013-12-31", "nach der Wahl: Hauptausschuss"),
    ]
    assert days_of_network("rainbow-cities") == ()


def test_of_an_election_known_to_the_year_a_day_after_it_is_named() -> None:
    (found,) = days_for_network("uclg")
    assert told((found,)) == [("2022-12-31", "nach der Wahl: Exekutivbüro und Weltrat")]
    assert found.rough == Bound.parse("2022")
    assert [str(it.rough) for it in days_of_network("cemr")] == ["None"] * 2 + [
        "2016-12",
        "2013-12",
    ]


def test_a_network_without_days_of_its_own_names_those_of_its_frame() -> None:
    assert told(days_for_network("covenant-of-mayors")) == [
        ("2025-11-01", "Amtswechsel Köln"),
        ("2015-10-22", "Amtswechsel Köln"),
        ("2009-10-21", "Amtswechsel Köln"),
    ]
    assert days_for_network("covenant-of-mayors") != latest_days()
    assert days_for_network("regio-nrw") == days_for_network("covenant-of-mayors")
    assert days_for_network("no-such-network") == latest_days()


def test_a_city_without_days_of_its_own_names_elections_of_its_networks() -> None:
    page = city_on("hagen", TODAY)
    assert page is not None
    assert days_of_city("hagen", page.tenures, page.ties) == ()
    assert told(days_for_city("hagen", page.tenures, page.ties))[0] == (
        "2025-12-05",
        "Wahlen CEMR",
    )
    aachen = city_on("aachen", TODAY)
    assert aachen is not None
    assert days_for_city("aachen", aachen.tenures, ()) == days_of_city("aachen", aachen.tenures, ())


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("networks/uclg/bodies/world-council/", "Ende 2022"),
        ("networks/climate-alliance/bodies/board/", "9.10.2018"),
        ("networks/eurocities/bodies/executive-committee/", "1.11.2025"),
        ("cities/bonn/", "24.10.2025"),
        ("people/bonaccini-cemr/", "5.12.2025"),
    ],
)
def test_every_page_names_days_and_invents_none(client: Client, address: str, day: str) -> None:
    days = seen(client.get(f"/de/{address}?on=2026-11-22")).one("ul", class_="named-days")
    assert day in [it.text for it in days.all("a")]
    assert "31.12.2022" not in days.text


def test_a_person_names_the_days_that_are_known_exactly() -> None:
    page = person_on("henriette-reker", TODAY)
    assert page is not None
    found = days_in_office([*page.current, *page.others])
    assert told(found) == [("2015-10-22", "Oberbürgermeister/in")]


def test_other_pages_name_the_latest_days_of_the_register() -> None:
    assert told(latest_days()) == [
        ("2025-12-05", "Wahlen CEMR"),
        ("2025-11-01", "Amtswechsel Köln"),
        ("2025-10-24", "Wahlen ECCAR"),
        ("2022-12-31", "Wahlen UCLG"),
    ]


def test_a_day_is_named_once_and_only_the_latest_are() -> None:
    days = [NamedDay(date(2020, 1, n), Reason(f"day-{n}")) for n in range(1, 7)]
    twice = NamedDay(date(2020, 1, 6), Reason("again"))
    assert latest([*days, twice]) == tuple(reversed(days[2:]))
