"""Posts of a body in which nobody is known to be, and for how many days."""

from datetime import date

import pytest
from django.test import Client
from msgspec.structs import replace

from koinon.overview.body_vacancies import vacancies
from koinon.rules.bound import Bound
from tests.loaded import demo
from tests.overview.bodies import TODAY, body
from tests.web.markup import page

__all__ = ["demo"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def empty(network: str, code: str, day: date = TODAY) -> list[tuple[str, int]]:
    return [(it.last.bond, it.days) for it in body(network, code, day).vacancies]


def test_it_names_who_was_there_last_and_counts_the_least_days() -> None:
    ((bond, days),) = empty("uclg", "executive-bureau")
    assert "schroeter" in bond
    assert days == (TODAY - date(2018, 7, 1)).days


def test_a_post_that_somebody_holds_or_may_hold_is_not_empty() -> None:
    assert empty("uclg", "executive-bureau", date(2014, 1, 1)) == []
    assert empty("uclg", "executive-bureau", date(2016, 1, 1)) == []
    assert empty("cemr", "executive-bureau") == []


def test_days_are_counted_from_the_end_and_a_substitute_leaves_no_post_empty() -> None:
    item = next(it for it in body("uclg", "executive-bureau").tenures if it.holds is False)
    left = replace(item, until=Bound(date(2020, 1, 1)))
    assert [it.days for it in vacancies([left], date(2020, 1, 11))] == [10]
    assert vacancies([left], date(2019, 12, 31)) == ()
    assert vacancies([replace(left, role="substitute")], TODAY) == ()
    other = replace(left, bond="b", delegation="another", holds=True)
    assert [it.last.bond for it in vacancies([left, other], TODAY)] == [left.bond]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "seit mindestens 3.066 Tagen niemand verzeichnet"),
        ("en", "nobody on record for at least 3,066 days"),
        ("fr", "personne d’enregistré depuis au moins 3 066 jours"),
    ],
)
def test_the_page_says_so_in_each_language(client: Client, language: str, said: str) -> None:
    listed = page(client.get(f"/{language}/networks/uclg/bodies/executive-bureau/?on=2026-11-22"))
    text = listed.one("ul", class_="plain-list vacancies").text
    assert said in text.replace("\u202f", " ").replace("\u00a0", " ")


def test_a_body_without_an_empty_post_has_no_such_list(client: Client) -> None:
    shown = page(client.get("/de/networks/eccar/bodies/steering-committee/?on=2026-11-22"))
    assert shown.all("ul", class_="plain-list vacancies") == []
