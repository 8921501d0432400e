"""What is said where there is no page to show: in the reader's language, with a way out."""

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.web.markup import Element, page
from tests.web.places import LANGUAGES

pytestmark = pytest.mark.django_db

TITLES = {
    ("broken/", "de"): "Hier ist etwas schiefgegangen",
    ("broken/", "en"): "Something went wrong here",
    ("broken/", "fr"): "Une erreur s’est produite ici",
    ("away/", "de"): "Das Register antwortet gerade nicht",
    ("away/", "en"): "The register does not answer at the moment",
    ("away/", "fr"): "Le registre ne répond pas pour l’instant",
}
ELSEWHERE = {
    "de": "Unter dieser Adresse gibt es diese Seiten nicht",
    "en": "These pages are not at this address",
    "fr": "Ces pages ne se trouvent pas à cette adresse",
}
STATUS = {"broken/": 500, "away/": 503}


@pytest.mark.urls("tests.web.broken")
@pytest.mark.parametrize(("address", "language"), TITLES)
def test_a_mistake_of_ours_is_owned_up_to(address: str, language: str) -> None:
    response = asked(f"/{language}/{address}?on=2015-06-01")
    assert response.status_code == STATUS[address]
    assert response.headers.get("Retry-After") == ("60" if address == "away/" else None)
    html = page(response)
    assert html.one("html")["lang"] == language
    assert html.one("h1").text == TITLES[address, language]
    assert len(html.one("main").all(role="alert")) == 1
    assert ways_out(html) == [f"/{language}/{address}?on=2015-06-01", f"/{language}/"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_host_that_is_not_ours_is_told_so(language: str) -> None:
    found = Client(raise_request_exception=False).get(
        f"/{language}/", headers={"host": "elsewhere.example"}
    )
    assert found.status_code == 400
    html = page(found)
    assert html.one("html")["lang"] == language
    assert html.one("h1").text == ELSEWHERE[language]
    assert html.one("main").all("a") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_too_many_parameters_are_refused(language: str) -> None:
    response = asked(f"/{language}/?{'&'.join(['a=1'] * 1001)}")
    assert response.status_code == 400
    assert ways_out(page(response)) == [f"/{language}/"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_that_does_not_exist_leads_to_those_that_do(language: str) -> None:
    found = Client().get("/xx/cities/?letter=k", headers={"accept-language": language})
    assert found.status_code == 404
    html = page(found)
    assert html.one("html")["lang"] == language
    there = ["/de/cities/?letter=k", "/en/cities/?letter=k", "/fr/cities/?letter=k"]
    assert ways_out(html) == there
    assert [link["href"] for link in html.one("nav", class_="languages").all("a")] == there


def test_a_page_that_does_not_exist_can_be_read_in_other_languages() -> None:
    html = page(asked("/de/nowhere/at/all/"))
    assert [link["href"] for link in html.one("nav", class_="languages").all("a")] == [
        f"/{language}/nowhere/at/all/" for language in LANGUAGES
    ]
    assert ways_out(html) == ["/de/"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2015-02-30"])
def test_a_day_out_of_reach_leads_back_to_today(day: str) -> None:
    response = asked(f"/de/cities/koeln/?on={day}")
    assert response.status_code == 400
    html = page(response)
    assert day in html.one(role="alert").text
    assert ways_out(html) == ["/de/cities/koeln/", "/de/"]


def asked(address: str) -> HttpResponse:
    found = Client(raise_request_exception=False).get(address)
    assert isinstance(found, HttpResponse)
    return found


def ways_out(html: Element) -> list[str]:
    return [link["href"] for link in html.one("ul", class_="way-out").all("a", href=None)]
