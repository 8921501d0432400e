"""Days worth a look, computed from the register of the demonstration."""

from datetime import date

import pytest

from koinon.overview.city import city_on
from koinon.overview.named_days import (
    NamedDay,
    days_in_office,
    days_of_city,
    days_of_network,
    latest,
    latest_days,
)
from koinon.overview.person import person_on
from koinon.rules.answer import Reason
from koinon.wording.say import say_reason
from tests.loaded import demo

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
        ("2015-05-17", "Beitritt Rainbow Cities Network"),
        ("2009-10-21", "Amtswechsel"),
    ]


def test_a_network_names_its_elections() -> None:
    assert told(days_of_network("cemr")) == [("2025-12-05", "Wahl: Exekutivbüro")]
    assert days_of_network("rainbow-cities") == ()


def test_a_person_names_the_days_that_are_known_exactly() -> None:
    page = person_on("henriette-reker", TODAY)
    assert page is not None
    found = days_in_office([*page.current, *page.others])
    assert told(found) == [("2015-10-22", "Oberbürgermeister/in")]


def test_other_pages_name_the_latest_days_of_the_register() -> None:
    assert told(latest_days()) == [
        ("2025-12-05", "Wahlen CEMR"),
        ("2025-11-01", "Amtswechsel Köln"),
        ("2018-07-01", "Amtswechsel Jena"),
        ("2015-10-22", "Amtswechsel Köln"),
    ]


def test_a_day_is_named_once_and_only_the_latest_are() -> None:
    days = [NamedDay(date(2020, 1, n), Reason(f"day-{n}")) for n in range(1, 7)]
    twice = NamedDay(date(2020, 1, 6), Reason("again"))
    assert latest([*days, twice]) == tuple(reversed(days[2:]))
