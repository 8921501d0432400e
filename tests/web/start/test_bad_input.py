"""What cannot be taken is said in one sentence beside the field, which keeps what was typed."""

from typing import Any

import pytest
from django.core.signing import Signer
from django.test import Client

from koinon.overview.visit.answers import Added, Mark, Visit
from koinon.web.public.start.carried import SALT, DamagedAnswers, opened, sealed
from tests.web.markup import Element, page
from tests.web.places import LANGUAGES
from tests.web.start.way import ask, carried, to_head, to_missing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def refused(html: Element, field: str) -> str:
    """Give the one sentence that says what is wrong with a field."""
    alert = html.one(role="alert")
    typed = html.one(id=field)
    assert typed["aria-invalid"] == "true"
    assert alert["id"] in typed["aria-describedby"].split()
    return alert.text


def search(language: str, query: str, status: int) -> Element:
    response: Any = Client().get(f"/{language}/start/", {"q": query})
    assert response.status_code == status
    return page(response)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("query", ["", "   ", "\x00", "x" * 10_000, "ب" * 10_000, "12345", "()[]"])
def test_what_is_no_name_of_a_city(language: str, query: str) -> None:
    html = search(language, query, 400)
    assert refused(html, "q")
    assert html.one("input", id="q")["value"] == query


@pytest.mark.parametrize(
    "name", ["القاهرة", "תל אביב", "東京", "Łódź", "'; DROP TABLE", "<b>x</b>"]
)
def test_a_name_in_any_script_goes_its_way(name: str) -> None:
    html = search("de", name, 200)
    assert html.one("input", name="name")["value"] == name
    assert ask("de", "missing", {"name": name}).one("textarea", name="text").text == ""


def test_a_name_that_is_too_long_says_by_how_much() -> None:
    sentence = refused(search("de", "x" * 10_000, 400), "q")
    assert sentence == "Der Name hat 10.000 Zeichen; kürzen Sie ihn auf höchstens 100."


@pytest.mark.parametrize("typed", ["-5", "viele", "0", "1e6", "12 000 Leute", "٣٠٠"])
def test_a_population_that_is_none(typed: str) -> None:
    fields = {"name": "Musterstadt", "country": "DE", "population": typed}
    html = ask("de", "missing", fields, 400)
    assert refused(html, "population").startswith("Die Einwohnerzahl muss eine ganze Zahl")
    assert html.one("input", name="population")["value"] == typed
    assert html.one("option", selected="")["value"] == "DE"


@pytest.mark.parametrize("typed", ["99999999999999999999", "9" * 5000])
def test_a_population_that_no_city_has(typed: str) -> None:
    html = ask("de", "missing", {"name": "Musterstadt", "population": typed}, 400)
    assert refused(html, "population").startswith("So viele Menschen")


def test_a_country_that_is_not_in_the_list() -> None:
    html = ask("de", "missing", {"name": "Musterstadt", "country": "ZZ"}, 400)
    assert refused(html, "country").startswith("Dieses Land")


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        ("31.2.2020", "„31.2.2020“ ist kein Tag"),
        ("gestern", "„gestern“ ist kein Tag"),
        ("2015..2017", "„2015..2017“ ist kein Tag"),
        ("13.2020", "„13.2020“ ist kein Tag"),
        ("1.1.0001", "„1.1.0001“ liegt vor dem Jahr 1900"),
        ("1.1.25", "„1.1.25“ liegt vor dem Jahr 1900"),
        ("31.12.9999", "„31.12.9999“ liegt nach dem"),
        ("1.1.0000", "„1.1.0000“ ist kein Tag"),
    ],
)
def test_a_day_that_cannot_be(typed: str, begins: str) -> None:
    html = to_head(to_missing("de", city="koeln"), "de")
    fields = {"carried": carried(html), "head": "no", "name": "Maria Muster", "since": typed}
    html = ask("de", "result", fields, 400)
    assert refused(html, "since").startswith(begins)
    assert html.one("input", name="since")["value"] == typed
    assert html.one("input", name="name")["value"] == "Maria Muster"
    assert "checked" in html.one("input", id="head-no")


def test_somebody_else_without_a_name() -> None:
    html = to_head(to_missing("de", city="koeln"), "de")
    html = ask("de", "result", {"carried": carried(html), "head": "no"}, 400)
    assert refused(html, "name").startswith("Schreiben Sie den Namen dazu")


def paste(text: str, status: int = 400) -> Element:
    html = to_missing("de", name="Musterstadt")
    return ask("de", "networks", {"carried": carried(html), "text": text}, status)


def test_a_text_of_five_megabytes_is_kept_and_refused() -> None:
    text = "ü" * 2_600_000
    html = paste(text)
    assert refused(html, "text").startswith("Der Text hat 2.600.000 Zeichen")
    assert html.one("textarea").text == text


def test_more_than_is_read_at_all_is_refused_too() -> None:
    html = to_missing("de", name="Musterstadt")
    fields = {"carried": carried(html), "text": "x" * 12_000_000}
    assert "zu viel auf einmal" in refused(ask("de", "networks", fields, 413), "q")


def test_thousands_of_lines_are_refused() -> None:
    html = paste("\n".join(f"Netz {number} der Städte" for number in range(4000)))
    assert refused(html, "text").startswith("Das sind mehr als 300 Namen")


@pytest.mark.parametrize(
    "text",
    [
        "1\n2\n3",
        "---",
        "2020-01-01",
        "Wir spielen Fußball, und zwar gern und oft und überall im Land.",
    ],
)
def test_a_text_without_any_name(text: str) -> None:
    html = paste(text)
    assert refused(html, "text").startswith("Darin haben wir keinen Namen")
    assert html.one("textarea").text == " ".join(text.split())


def test_control_signs_are_left_out_of_names() -> None:
    html = paste("Hanse\x01bund\x0b\ufffe", 200)
    assert [it.text for it in html.one("ul", class_="plain-list").all("li")] == ["Hanse bund"]


@pytest.mark.parametrize(
    "step",
    ["ties", "about", "missing", "networks", "head", "result", "workbook", "letter", "calendar"],
)
def test_answers_that_were_changed_on_the_way(step: str) -> None:
    honest = carried(to_missing("de", city="koeln"))
    damaged = (honest[:-9], honest[1:], f"x{honest}", "", "x" * 300_000, "eyJ9:x:y")
    for text in damaged:
        html = ask("de", step, {"carried": text}, 400)
        assert refused(html, "q").startswith("Ihre bisherigen Antworten")


def test_what_was_sealed_is_opened_as_it_was() -> None:
    visit = Visit(city="koeln", added=(Added("ICLEI"),), marks={"a-b": Mark.NO})
    assert opened(sealed(visit)) == visit


@pytest.mark.parametrize(
    ("content", "salt"),
    [
        ({"city": "koeln"}, "another"),
        ({"city": 5}, SALT),
        ([], SALT),
        ({"marks": {"a": "b"}}, SALT),
    ],
)
def test_what_was_sealed_for_something_else_is_not_opened(content: Any, salt: str) -> None:
    with pytest.raises(DamagedAnswers):
        opened(Signer(salt=salt).sign_object(content))


def test_a_city_that_the_register_does_not_have(client: Client) -> None:
    assert client.get("/de/start/ties/nowhere/").status_code == 404
    for step in ("missing", "networks", "head", "result", "workbook", "letter", "calendar"):
        ask("de", step, {"carried": sealed(Visit(city="nowhere"))}, 404)


def test_a_language_that_does_not_exist(client: Client) -> None:
    assert client.get("/xx/start/").status_code == 404


def test_marks_of_ties_that_are_none_are_passed_over() -> None:
    html = to_missing("de", city="koeln", mark_nonsense="yes", mark_koeln_eurocities="perhaps")
    assert opened(carried(html)).marks.get("koeln-eurocities") is None
    assert to_head(html, "de").one("input", name="since")["value"] == ""
