"""The page of a person in office: the picture, the chain, who followed, and nothing private."""

import pytest
from django.test import Client

from tests.loaded import demo
from tests.web.markup import Element, page

__all__ = ["demo"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def seen(client: Client, code: str, language: str = "de", on: str = "2026-11-22") -> Element:
    response = client.get(f"/{language}/people/{code}/", {"on": on})
    assert response.status_code == 200
    return page(response)


@pytest.mark.parametrize(
    ("language", "followed"),
    [
        ("de", "Henriette Reker seit 22.10.2015; 1 Tag unbesetzt"),
        ("en", "Henriette Reker since 22 October 2015; vacant for 1 day"),
        ("fr", "Henriette Reker depuis le 22 octobre 2015 ; vacant 1 jour"),
    ],
)
def test_who_followed_and_how_long_nobody_did(client: Client, language: str, followed: str) -> None:
    (row,) = (
        seen(client, "juergen-roters", language).one(class_="wide freed").one("tbody").all("tr")
    )
    assert row.all("td")[1].text.replace("\xa0", " ").startswith(followed)


def test_who_followed_in_a_seat_is_named_with_what_is_uncertain(client: Client) -> None:
    (row,) = seen(client, "juergen-roters").one(class_="wide freed").one("tbody").all("tr")
    bureau, council = (it.text for it in row.all("td")[1].all("div"))
    days = "Dr. Albrecht Schröter seit einem Tag zwischen 21.10.2015 und Juni 2018"
    assert bureau.startswith(f"Sitz im Exekutivbüro: {days} Übernahm nach dem Ausscheiden")
    assert council == f"Sitz im Weltrat: {days} Ob die Seite auch diesen Sitz meint, ist ungewiss."


def test_the_chain_goes_from_the_office_to_the_seats(client: Client) -> None:
    chain = seen(client, "juergen-roters").one("ol", class_="chain")
    assert [(it["data-depth"], it.one("strong").text) for it in chain.all("li")] == [
        ("0", "Oberbürgermeister/in"),
        ("1", "Sitz im Weltrat"),
        ("1", "Sitz im Exekutivbüro"),
    ]


def test_offices_and_seats_are_drawn_in_rows(client: Client) -> None:
    section = seen(client, "juergen-roters").one("section", aria_labelledby="person-spans")
    broad = section.one("svg", class_="timeline broad")
    assert [it.text for it in broad.all("text", class_="post")] == [
        "Oberbürgermeister/in",
        "Sitz im Weltrat",
        "Sitz im Exekutivbüro",
    ]
    assert [broad.one("path", class_=f"bars {it}")["d"].count("M") for it in ("own", "seat")] == [
        1,
        2,
    ]
    assert broad.one("path", class_="tied")["d"].count("V") == 2


def test_someone_without_a_chain_has_no_empty_sections(client: Client) -> None:
    html = seen(client, "torsten-burmester")
    assert html.all("ol", class_="chain") == []
    assert html.all(class_="wide freed") == []


@pytest.mark.parametrize(
    ("language", "end"),
    [("de", "Ende nicht bekannt"), ("en", "end not known"), ("fr", "fin inconnue")],
)
def test_on_a_day_ahead_no_office_is_certain(client: Client, language: str, end: str) -> None:
    html = seen(client, "torsten-burmester", language, on="2199-01-01")
    assert f"({end})" in html.one("div", class_="facts").text
    (row,) = html.one("table", class_="wide").one("tbody").all("tr")
    assert row.all("td")[1].text == end
    assert len(html.all("p", class_="note ahead")) == 1
    today = seen(client, "torsten-burmester", language)
    assert end not in today.text
    assert today.all("p", class_="note ahead") == []


def test_an_office_whose_term_is_over_says_so(client: Client) -> None:
    html = seen(client, "collboni-barcelona", on="2029-06-01")
    assert "(Amtszeit abgelaufen, Nachfolge unbekannt)" in html.one("div", class_="facts").text
    earlier = seen(client, "collboni-barcelona")
    assert "abgelaufen" not in earlier.text


def test_an_office_that_a_later_source_confirms_is_not_over(client: Client) -> None:
    for code in ("philippe-laurent", "christoph-schnaudigel", "gunn-marit-helgesen"):
        html = seen(client, code)
        assert "abgelaufen" not in html.text
        assert "Presidency 2026–2028" in html.one("table", class_="wide").text


def test_a_co_president_of_cemr_is_president_of_its_german_section(client: Client) -> None:
    facts = seen(client, "christoph-schnaudigel").one("div", class_="facts").text
    assert "Co-Präsident/in, CEMR" in facts
    assert "Präsident/in, RGRE Deutsche Sektion" in facts


def test_the_table_of_a_person_does_not_name_the_person_again(client: Client) -> None:
    links = [it for row in seen(client, "juergen-roters").all("td") for it in row.all("a")]
    assert [it.text for it in links if "/people/" in it["href"]] == [
        "Henriette Reker",
        *["Dr. Albrecht Schröter"] * 2,
    ]
