"""The page of results and the list beneath the field: what they show, and where they lead."""

import pytest
from django.test import Client

from tests.web.markup import Element, page
from tests.web.places import LANGUAGES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def main(client: Client, query: str, language: str = "de", **more: str) -> Element:
    response = client.get(f"/{language}/search/", {"q": query, **more})
    assert response.status_code == 200
    return page(response).one("main")


def beneath(client: Client, query: str, **more: str) -> Element:
    response = client.get("/de/search/hits/", {"q": query, **more})
    assert response.status_code == 200
    return page(response)


def test_hits_are_grouped_by_kind_the_likeliest_first(client: Client) -> None:
    found = main(client, "ro")
    assert [it.text for it in found.all("h2")] == ["Städte", "Personen"]
    assert "Rotterdam" in found.text
    assert "Oberbürgermeister/in, Köln, vom 21.10.2009 bis 20.10.2015" in found.text


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Köln Stadt, Deutschland"),
        ("en", "Cologne City, Germany"),
        ("fr", "Cologne Ville, Allemagne"),
    ],
)
def test_a_line_tells_what_it_is(client: Client, language: str, line: str) -> None:
    (hit,) = (
        main(client, "koeln", language).one("section", class_="section search-results").all("li")
    )
    assert hit.text.startswith(line)


def test_the_name_that_was_found_is_told_where_another_is_shown(client: Client) -> None:
    assert "gefunden als Aix-la-Chapelle" in main(client, "aix la").text
    assert "gefunden als" not in main(client, "aachen").text


def test_a_guess_is_asked_for(client: Client) -> None:
    question = main(client, "Kölm").one("p", class_="did-you-mean")
    assert "Meinten Sie" in question.text
    assert question.one("a")["href"] == "/de/cities/koeln/"
    assert main(client, "Köln").all("p", class_="did-you-mean") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nothing_is_found_the_page_tells_what_to_do(client: Client, language: str) -> None:
    found = main(client, "xyzzyqq", language)
    assert "xyzzyqq" in found.text
    ways = {it["href"] for it in found.all("a")}
    assert {f"/{language}/cities/", f"/{language}/networks/"} <= ways


def test_the_day_is_kept(client: Client) -> None:
    found = main(client, "Roters", on="2015-06-01")
    assert "/de/people/juergen-roters/?on=2015-06-01" in {it["href"] for it in found.all("a")}
    assert found.one("input", type="hidden", name="q")["value"] == "Roters"
    found = beneath(client, "m", on="2015-06-01")
    links = [it["href"] for it in found.all("a")]
    assert links
    assert [it for it in links if not it.endswith("on=2015-06-01")] == []


def test_a_body_leads_to_its_page(client: Client) -> None:
    found = beneath(client, "World Council")
    assert found.all("a")[0]["href"] == "/de/networks/uclg/bodies/world-council/"
    assert "Gremium, UCLG" in found.all("a")[0].text


def test_the_list_beneath_the_field_counts_and_leads_on(client: Client) -> None:
    found = beneath(client, "m")
    assert found.one("ul")["data-count"] == "8 Ergebnisse"
    assert "/de/search/?q=m" in {it["href"] for it in found.all("a")}
    assert beneath(client, "Köln").one("ul")["data-count"] == "1 Ergebnis"
    assert beneath(client, "xyzzyqq").text == "Nichts gefunden"
    assert beneath(client, " ").text == ""


@pytest.mark.parametrize(
    "query", ["x" * 10_000, "ك" * 10_000, "Köln " * 2000, "\u202e" * 500, "<b>" * 3000, "%" * 5000]
)
def test_a_very_long_text_is_answered_plainly(client: Client, query: str) -> None:
    found = main(client, query)
    assert "ersten 100 Zeichen" in found.text
    assert len(found.text) < 3000
    assert len(found.one("input", type="search")["value"]) <= 100
    beneath(client, query)


def test_a_text_from_right_to_left_stands_by_itself(client: Client) -> None:
    found = main(client, "كولونيا كولونيا")
    assert "„\u2068كولونيا كولونيا\u2069“" in found.text
    assert found.one("input", type="search")["dir"] == "auto"


@pytest.mark.parametrize(
    ("language", "offer"),
    [
        ("de", "“ eine Stadt? Dann stellen Sie"),
        ("en", "” a city? Then put together"),
        ("fr", "est une ville ? Réunissez ici"),
    ],
)
def test_a_word_that_nobody_knows_is_asked_about_and_not_taken_for_a_city(
    client: Client, language: str, offer: str
) -> None:
    main = page(client.get(f"/{language}/search/", {"q": "Gelsenkirchn"})).one("main")
    (link,) = [it for it in main.all("a") if "/start/" in it["href"]]
    assert offer in link.text
