"""What is due on a city's page, and how a network's page says when its duties are due."""

import pytest
from django.test import Client

from tests.web.markup import Element, page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def due_on(client: Client, on: str, language: str = "de") -> list[str]:
    response = client.get(f"/{language}/cities/koeln/", {"on": on})
    assert response.status_code == 200
    section = page(response).one("section", aria_labelledby="dues")
    lists = section.all("ul", class_="dues")
    items = [item for it in lists for item in it.inside if isinstance(item, Element)]
    return [item.text for item in items]


@pytest.mark.parametrize("on", ["1900-01-01", "1950-01-01"])
def test_nothing_is_due_before_there_was_anything(client: Client, on: str) -> None:
    assert due_on(client, on) == []


def test_what_begins_later_is_not_due_yet(client: Client) -> None:
    assert due_on(client, "2006-09-06") == []
    (only,) = due_on(client, "2006-09-07")
    assert "Zehn-Punkte-Plan" in only
    assert "Tag unbekannt" in only
    assert "Ob die Regel am 7.9.2006 schon galt" in only
    assert any("Umsetzungsbericht" in item for item in due_on(client, "2008-09-25"))
    assert not any("Umsetzungsbericht" in item for item in due_on(client, "2008-09-24"))


NOT_KNOWN = {
    "de": ("von welchem Tag an gezählt wird, ist nicht bekannt", "gezählt ab: Beitritt"),
    "en": ("from which day it is counted is not known", "counted from: accession"),
    "fr": ("le jour à partir duquel on compte n’est pas connu", "à compter de : adhésion"),
}


@pytest.mark.parametrize("language", NOT_KNOWN)
def test_an_interval_whose_first_day_is_not_known_is_counted_from_nothing(
    client: Client, language: str
) -> None:
    text = page(client.get(f"/{language}/networks/eccar/")).text
    said, not_said = NOT_KNOWN[language]
    assert said in text
    assert not_said not in text


def test_an_interval_whose_first_day_is_known_is_counted_from_it(client: Client) -> None:
    text = page(client.get("/de/networks/covenant-of-mayors/")).text
    assert NOT_KNOWN["de"][0] not in text
    assert "alle 2 Jahre ab der Einreichung" in text
