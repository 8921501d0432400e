"""The hooks in the markup by which people, scripts and tests find their way."""

import re
from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client

from tests.web.markup import Element, page
from tests.web.places import LANGUAGES, PAGES, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

HOW = {"de": "Wie berechnet?", "en": "How?", "fr": "Comment ?"}
STATES = {"agreed", "reported", "one-side", "differing", "denied", "aging"}
POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
SHORTLY_AFTER_MIDNIGHT = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_its_landmarks(language: str, name: str) -> None:
    html = seen(language, PAGES[name])
    assert html.one("html")["lang"] == language
    assert len(html.all("h1")) == 1
    assert html.one("main")["id"] == "main"
    assert html.all("a")[0]["href"] == "#main"
    assert html.all("form", role="search")[0]["method"] == "get"
    current = html.one("nav", class_="languages").one("a", aria_current="true")
    assert current["hreflang"] == language


@pytest.mark.parametrize("name", PAGES)
def test_no_script_and_no_style_stands_in_a_page(name: str) -> None:
    html = seen("de", PAGES[name])
    assert html.all("style") == []
    assert [item for item in html.all("script") if "src" not in item] == []
    assert html.all(style=None) == []
    handlers = {name for item in html.all() for name in item.attributes if name.startswith("on")}
    assert handlers == set()
    assert [it["href"] for it in html.all("a", href=None) if "script:" in it["href"]] == []
    loaded = [it["href"] for it in html.all("link", rel="stylesheet")]
    loaded += [it["src"] for it in html.all(src=None)]
    assert [address for address in loaded if not address.startswith("/static/")] == []


@pytest.mark.parametrize(
    "address", ["", "cities/koeln/", "nonsense/", "cities/koeln/?on=2015-02-30"]
)
def test_headers_keep_the_page_to_itself(client: Client, address: str) -> None:
    response = client.get(f"/de/{address}")
    assert response["Content-Security-Policy"] == POLICY
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response.cookies == {}


@pytest.mark.parametrize("name", ["city on a day", "person on a day", "network eccar in 2015"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_day_asked_for_is_a_time(language: str, name: str) -> None:
    html = seen(language, PAGES[name])
    assert "2015-06-01" in {item["datetime"] for item in html.all("time")}
    assert html.one("input", name="on", type="date")["value"] == "2015-06-01"


def test_without_a_day_it_is_today_in_berlin(client: Client) -> None:
    with time_machine.travel(SHORTLY_AFTER_MIDNIGHT, tick=False):
        html = page(client.get("/de/cities/koeln/"))
    assert {item["datetime"] for item in html.all("time")} == {"2026-11-23"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in PAGES if PAGES[name].count("/") > 1])
def test_each_derivation_says_how_and_by_which_rule(language: str, name: str) -> None:
    for derivation in seen(language, PAGES[name]).all("div", class_="derivation"):
        details = derivation.one("details")
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", details["data-trace"])
        assert details.one("summary").text == HOW[language]
        assert details.all("tr")


@pytest.mark.parametrize("name", ["city", "city on a day", "fee", "fee with several answers"])
def test_derived_numbers_name_rule_or_source_and_year(name: str) -> None:
    derivations = seen("de", PAGES[name]).all("div", class_="derivation")
    assert derivations
    for derivation in derivations:
        beside = [item.text for item in derivation.inside if not isinstance(item, str)][-1]
        assert re.search(r"\b(19|20)\d\d\b", beside) or _no_rule_is_known(derivation), beside


def _no_rule_is_known(derivation: Element) -> bool:
    result = derivation.all("tr")[-1].text
    return "unbekannt" in result and "regel" in result.lower()


@pytest.mark.parametrize("name", ["city", "city on a day", "network eccar", "network eurocities"])
def test_each_tie_carries_its_state(name: str) -> None:
    html = seen("de", PAGES[name])
    states = [item["data-state"] for item in html.all(data_state=None)]
    assert states
    assert set(states) <= STATES


def test_the_states_of_cologne() -> None:
    html = seen("de", "cities/koeln/?on=2015-05-16")
    states: dict[str, set[str]] = {}
    for row in html.one("table", class_="wide ties").all("tr"):
        for state in row.all(data_state=None):
            where = row.one("th").all("a")[0]["href"].partition("?")[0]
            states.setdefault(where, set()).add(state["data-state"])
    assert states["/de/networks/rainbow-cities/"] == {"differing"}
    assert states["/de/networks/eurocities/"] == {"reported"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_days_of_rainbow_cities_stand_with_their_sources(language: str) -> None:
    for day in ("2015-05-16", "2015-05-17"):
        ties = seen(language, f"cities/koeln/?on={day}").one("table", class_="wide ties")
        row = next(it for it in ties.all("tr") if "/rainbow-cities/" in str(_hrefs(it)))
        assert "2011" in row.text
        assert "2012" in row.text
        assert re.search(r"17\.?( May | mai |5\.)2015", row.text.replace("\xa0", " "))
        assert len([it for it in _hrefs(row) if it.startswith("http")]) >= 2


def _hrefs(row: Element) -> list[str]:
    return [link["href"] for link in row.all("a", href=None)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fee_calculator_is_a_form_that_is_read(language: str) -> None:
    html = seen(language, PAGES["fee"])
    field = html.one("input", name="population")
    form = next(it for it in html.all("form") if field in it.all("input"))
    assert (form["method"], field["value"], "aria-invalid" in field) == ("get", "300001", False)
    assert html.all(role="alert") == []
    answer = html.one("div", class_="answer")
    assert answer.one("details")["data-trace"] == "fee"
    assert re.search(r"2[.,\s\u202f]?000", answer.one("p", class_="amount").text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", ["-5", "many", "1e6", "99999999999999999999999", "", "12 people"])
def test_a_population_that_is_none_is_refused_beside_the_field(
    client: Client, language: str, typed: str
) -> None:
    response = client.get(f"/{language}/networks/rainbow-cities/", {"population": typed})
    html = page(response)
    alert, field = html.one(role="alert"), html.one("input", name="population")
    assert (response.status_code, field["value"], field["aria-invalid"]) == (400, typed, "true")
    assert field["aria-describedby"] == alert["id"]
    assert alert.text.endswith(".")
    assert html.all("div", class_="answer") == []


@pytest.mark.parametrize("typed", ["300001", "300.001", "300,001", "300 001", "300\u202f001"])
def test_a_population_may_be_grouped_as_people_write_it(client: Client, typed: str) -> None:
    html = page(client.get("/de/networks/rainbow-cities/", {"population": typed}))
    assert "2.000" in html.one("div", class_="answer").one("p", class_="amount").text


def test_what_is_typed_is_never_markup(client: Client) -> None:
    evil = "<script>alert(1)</script>\"'"
    for address in ("/de/search/?q=", "/de/networks/eccar/?population=", "/de/cities/koeln/?on="):
        base, _, name = address.rpartition("?")
        html = page(client.get(base, {name.rstrip("="): evil}))
        assert [it.inside for it in html.all("script") if it.inside] == []
        assert {it["src"].partition("/static/")[0] for it in html.all("script")} == {""}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_finds_by_any_name(client: Client, language: str) -> None:
    for words in ("Köln", "koeln", "Cologne", "COLOGNE", "köln"):
        main = page(client.get(f"/{language}/search/", {"q": words})).one("main")
        assert f"/{language}/cities/koeln/" in _hrefs(main), words
        assert main.one("input", type="search")["value"] == words
    for words in ("Roters", "jürgen", "Jürgen Roters"):
        main = page(client.get(f"/{language}/search/", {"q": words})).one("main")
        assert f"/{language}/people/juergen-roters/" in _hrefs(main), words
