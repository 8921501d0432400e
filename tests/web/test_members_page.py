"""The page of a network's members: filters, numbers that lead on, links that keep the day."""

import pytest
from django.test import Client

from koinon.overview.member_filter import STATES
from tests.web.markup import Element, page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

RAINBOW = "networks/rainbow-cities/members/"
ECCAR = "networks/eccar/members/"


def seen(client: Client, address: str, language: str = "de", status: int = 200) -> Element:
    response = client.get(f"/{language}/{address}")
    assert response.status_code == status
    return page(response)


def names(html: Element) -> list[str]:
    tables = html.all("table", class_="wide members")
    return [it.one("a").text for table in tables for it in table.one("tbody").all("th")]


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("", 35),
        ("?country=DE", 9),
        ("?country=de&name=k", 2),
        ("?name=xyzzy", 0),
        ("?state=differing", 2),
        ("?state=differing&country=BE", 0),
        ("?on=2015-06-01&state=coming", 13),
        ("?tie=membership", 35),
        ("?tie=signature", 0),
        ("?after=nobody", 35),
    ],
)
def test_members_are_filtered(client: Client, query: str, number: int) -> None:
    html = seen(client, RAINBOW + query)
    assert len(names(html)) == number
    assert (number == 0) == ("passt niemand dazu" in html.text)


def test_names_stand_in_the_order_of_the_pages_language(client: Client) -> None:
    german, french = (names(seen(client, RAINBOW, language)) for language in ("de", "fr"))
    assert german[:4] == ["Amsterdam", "Barcelona", "Bergen", "Berlin"]
    assert german[-3:] == ["Turin", "Wien", "Zürich"]
    assert german.index("Köln") < german.index("Kotor") < german.index("Linz")
    assert french.index("Cologne") < french.index("Cork")


@pytest.mark.parametrize("address", [RAINBOW, ECCAR, f"{ECCAR}?state=reported"])
@pytest.mark.parametrize("day", ["", "2015-06-01"])
def test_each_number_is_that_of_the_list_it_leads_to(
    client: Client, address: str, day: str
) -> None:
    html = seen(client, f"{address}{'&' if '?' in address else '?'}on={day}")
    lists = html.all("ul", class_="counts states") + html.all("ul", class_="counts")
    assert lists
    for item in [it for found in lists for it in found.all("li")][:8]:
        link = item.one("a")["href"]
        shown = names(seen(client, address.partition("?")[0] + link))
        assert len(shown) == int(item.all("span")[-1].text), link


def test_a_filter_keeps_the_day_asked_for_and_what_was_typed(client: Client) -> None:
    html = seen(client, f"{RAINBOW}?on=2015-06-01&name=k&country=DE&state=reported")
    form = html.one("form", class_="filter")
    assert form.one("input", name="on")["value"] == "2015-06-01"
    assert form.one("input", name="name")["value"] == "k"
    chosen = [it["value"] for it in form.all("option") if "selected" in it]
    assert chosen == ["DE", "reported"]
    for link in html.one("section").all("a"):
        assert "on=2015-06-01" in link["href"]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("state=member", "Nach „member“ kann die Liste nicht gefiltert werden."),
        ("country=Belgien", "„BELGIEN“ ist kein Kürzel eines Landes."),
        ("letter=%C3%B6", "„ö“ ist kein Anfangsbuchstabe."),
        ("state=" + "x" * 900, "Nach „" + "x" * 39 + "…“ kann"),
    ],
)
def test_what_no_list_can_be_filtered_by_is_said_above_the_whole_list(
    client: Client, query: str, sentence: str
) -> None:
    html = seen(client, f"{RAINBOW}?{query}", status=400)
    alert = html.one("p", role="alert")
    assert alert.text.startswith(sentence)
    assert alert.text.endswith((".", "Auswahl."))
    assert len(names(html)) == 35


def test_countries_are_named_in_the_pages_language_and_counted(client: Client) -> None:
    for language, words in (("de", "Deutschland 9"), ("fr", "Allemagne 9")):
        counts = seen(client, RAINBOW, language).all("ul", class_="counts")[-1].all("li")
        assert counts[0].text == words
        assert len(counts) == 12


def test_of_a_city_nobody_is_a_member(client: Client) -> None:
    seen(client, "networks/koeln/members/", status=404)
    seen(client, "networks/nobody/members/", status=404)


def test_a_network_with_only_a_statute_lists_nobody(client: Client) -> None:
    html = seen(client, "networks/iccar/members/?on=1950-01-01", "en")
    assert names(html) == []
    assert "Nobody is on record by name" in html.one("section").text


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_every_state_has_words(client: Client, language: str) -> None:
    for state in STATES:
        html = seen(client, f"{RAINBOW}?state={state}", language)
        (chosen,) = [it for it in html.all("option") if "selected" in it]
        assert chosen.text
        assert state not in chosen.text or language == "en"


@pytest.mark.parametrize(
    ("network", "said"),
    [("uclg", "Quelle des Mitglieds"), ("eurocities", "Quelle der Stadt")],
)
def test_what_is_no_city_is_not_called_one(client: Client, network: str, said: str) -> None:
    text = page(client.get(f"/de/networks/{network}/members/")).one("main").text
    assert said in text


def test_a_network_among_members_lies_in_no_country_and_none_is_unknown(client: Client) -> None:
    (row,) = page(client.get("/de/networks/iccar/members/")).one("tbody").all("tr")
    assert row.all("td")[0].text == "International"


def test_the_page_opens_again_from_what_is_kept(client: Client) -> None:
    addresses = ("/de/networks/cemr/members/", "/de/networks/uclg/bodies/world-council/")
    for address in (*addresses, *addresses):
        for on in ("", "?on=2026-11-22"):
            assert client.get(f"{address}{on}").status_code == 200
    assert client.get("/en/networks/cemr/members/").status_code == 200
