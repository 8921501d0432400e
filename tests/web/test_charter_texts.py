"""The texts of a network with their targets, and its conditions, in words of each language."""

import pytest
from django.test import Client

from tests.web.markup import Element, page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

COVENANT = "networks/covenant-of-mayors/?on=2026-11-22"


def section(client: Client, address: str, name: str, language: str = "de") -> Element:
    response = client.get(f"/{language}/{address}")
    assert response.status_code == 200
    return page(response).one("section", **{"aria-labelledby": name})


def texts(client: Client, address: str, language: str = "de") -> dict[str, tuple[str, list[str]]]:
    """Give the texts of a network by name: what is said of each, and its targets."""
    found = {}
    for item in section(client, address, "charters", language).all("div", class_="rule charter"):
        aims = [
            line.text.partition(line.one("small").text)[0].strip()
            if line.all("small")
            else line.text
            for part in item.all("ul", class_="targets aims")
            for line in part.all("li")
        ]
        said = item.all("p")[0].text
        found[item.one("h3").text] = (said, [aim.replace("\xa0", " ") for aim in aims])
    return found


def test_every_version_stands_with_its_targets_the_open_one_first(client: Client) -> None:
    found = texts(client, COVENANT)
    assert list(found) == [
        "Konvent der Bürgermeister – Europa (2021)",
        "Konvent der Bürgermeister für Klima und Energie (2015)",
        "Mayors Adapt",
        "Konvent der Bürgermeister (2008)",
    ]
    (opened, aims), (closed, older), _, (_, oldest) = found.values()
    assert opened.startswith("Offen seit 21.4.2021")
    assert aims[-1] == "Klimaneutral bis 2050"
    assert closed.startswith("War offen: seit 15.10.2015, bis 20.4.2021.")
    assert "bleibt daran gebunden" in closed
    assert len(older) == 1
    assert older[0].startswith("40 % weniger CO₂ bis 2030, gemessen an 1990 oder dem nächsten Jahr")
    assert oldest[0].startswith("20 % weniger CO₂ bis 2020")


def test_on_an_earlier_day_the_text_of_that_day_is_open(client: Client) -> None:
    found = texts(client, "networks/covenant-of-mayors/?on=2016-01-01", "en")
    assert list(found) == [
        "Covenant of Mayors for Climate and Energy (2015)",
        "Mayors Adapt",
        "Covenant of Mayors (2008)",
    ]
    said, aims = found["Covenant of Mayors for Climate and Energy (2015)"]
    assert said.startswith("Open since 15 October 2015")
    assert aims[0].startswith("40% less CO₂ by 2030")


def test_targets_per_period_and_of_a_corridor_are_said(client: Client) -> None:
    found = texts(client, "networks/climate-alliance/?on=2026-11-22", "fr")
    assert list(found) == ["Charte de Wels", "Déclaration de Bolzano", "Manifeste"]
    bolzano = found["Déclaration de Bolzano"][1]
    assert any(aim.startswith("10 % de CO₂ en moins tous les 5 ans") for aim in bolzano)
    # No source ties a target to the text of 1990.
    assert found["Manifeste"][1] == []
    assert found["Charte de Wels"][1][1].startswith("Au moins 90 % de gaz à effet de serre")


def test_a_plan_that_nobody_signs_is_in_force_and_not_open(client: Client) -> None:
    found = texts(client, "networks/mayors-for-peace/?on=2024-01-01")
    assert found["Aktionsplan 2021–2025"][0] == "Gilt seit 7.7.2021."
    assert found["Aktionsplan 2013–2017"][0].startswith("Galt: seit 4.8.2013, bis")
    assert "Aktionsplan 2025–2029" not in found


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Stadt oder Gemeinde, in Europa, außerhalb der Europäischen Union, mindestens"),
        ("en", "City or municipality, in Europe, outside the European Union, at least"),
        ("fr", "Ville ou commune, en Europe, hors de l’Union européenne, au moins"),
    ],
)
def test_places_are_named_and_no_code_is_shown(client: Client, language: str, said: str) -> None:
    text = section(client, "networks/eurocities/", "kinds", language).text
    assert said in text.replace("\xa0", " ")
    assert "european-union" not in text


def test_alternatives_are_listed_and_what_they_share_is_said_once(client: Client) -> None:
    kinds = section(client, "networks/regio-nrw/", "kinds")
    listed = [[it.text for it in part.all("li")] for part in kinds.all("ul", class_="one-of")]
    ways = ["Mindestens 3 Kreise oder kreisfreie Städte", "Mindestens 1.000.000 Einwohner"]
    assert listed == [ways, ways]
    said = [it.text for it in kinds.all("p")]
    assert said.count("Und eines davon:") == 1
    shared = said[said.index("Und eines davon:") - 1]
    assert shared.endswith("Kammer, Hochschule oder Forschungseinrichtung")


def test_a_way_in_for_one_country_says_so(client: Client) -> None:
    said = [it.text for it in section(client, "networks/climate-alliance/", "join").all("p")]
    assert "Nur in Italien" in said


def test_money_of_calls_has_no_cents_and_over_stays_over(client: Client) -> None:
    said = [
        it.text.replace("\xa0", " ")
        for it in section(client, "networks/regio-nrw/", "calls").all("p")
    ]
    assert "50.000.000 € Europäischer Fonds für regionale Entwicklung" in said
    assert "über 20.000.000 € Land Nordrhein-Westfalen" in said
