"""What pages say of the beginning and the end of tenures."""

import re
from itertools import pairwise

import pytest

from tests.web.places import LANGUAGES, PAGES, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

ODD = {
    "de": r"\b(seit (zwischen|nach)|bis (vor|zwischen))\b",
    "en": r"\b(since (between|after|by)|until (before|between|by))\b",
    "fr": r"\b(depuis (entre|après|\d+(er)?\s[a-zéû]+\s\d{4})|jusqu’(à )?(entre|avant))\b",
}
TENURES = {"Roters": "people/juergen-roters/?on=2015-06-01", "city": "cities/koeln/"}
UNTIL = ("bis", "until", "au")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "name", ["city", "city on a day", "person on a day", "network eccar", "network eccar in 2015"]
)
def test_since_and_until_go_with_rough_days(language: str, name: str) -> None:
    text = seen(language, PAGES[name]).one("main").text
    assert re.findall(ODD[language], text) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TENURES)
def test_a_row_and_its_derivation_name_the_same_last_day(language: str, name: str) -> None:
    rows = seen(language, TENURES[name]).all("tr")
    pairs = [
        (row, derived)
        for row, derived in pairwise(rows)
        if derived.all("details", data_trace="term") and "class" in row
    ]
    assert pairs
    for row, derived in pairs:
        result = [it for it in derived.all("tr") if "result" in it["class"].split()][-1]
        (until,) = [it for it in row.all("td") if it["data-label"] in UNTIL]
        assert until.text == result.one("td", class_="number").text


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("de", "Bleibt Stellvertreter und rückt nicht nach."),
        ("en", "Stays the alternate and does not move up."),
        ("fr", "Reste suppléant et ne succède pas."),
    ],
)
def test_notes_on_statements_stand_below_their_source(language: str, note: str) -> None:
    html = seen(language, "people/peter-kurz/?on=2020-11-20")
    assert [it for it in html.all("small") if note in it.text] != []


def test_a_derivation_names_the_office_that_ends_a_seat() -> None:
    html = seen("de", "people/juergen-roters/?on=2015-06-01")
    labels = [it.text for it in html.all("th", scope="row")]
    assert "endet mit: Oberbürgermeister/in, Jürgen Roters; erster Tag danach" in labels


def test_on_its_own_page_an_association_is_not_named_as_who_sent() -> None:
    main = seen("de", "organisations/deutscher-staedtetag/").one("main")
    assert "entsandt von" not in main.one("section", aria_labelledby="tenuressent").text
    sent = seen("de", TENURES["Roters"]).one("main")
    (link,) = [it for it in sent.all("a") if it.text == "entsandt von: Deutscher Städtetag"]
    assert link["href"] == "/de/organisations/deutscher-staedtetag/?on=2015-06-01"
