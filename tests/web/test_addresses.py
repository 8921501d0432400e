"""Each address in each language answers with the status that belongs to it."""

import pytest
from django.test import Client

from tests.web.markup import page
from tests.web.places import LANGUAGES, PAGES, answer, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

NOT_FOUND = {
    "en": "There is no such page",
    "de": "Diese Seite gibt es nicht",
    "fr": "Cette page n’existe pas",
}
UNKNOWN = (
    "cities/nowhere/",
    "organisations/nowhere/",
    "people/nobody/",
    "networks/nothing/",
    "nonsense/",
    "cities/köln/",
    "cities/koeln/more/",
)
IMPOSSIBLE_DAYS = (
    "2015-02-30",
    "2015-13-01",
    "yesterday",
    "0000-01-01",
    "1899-12-31",
    "9999-12-31",
)
FORBIDDEN_METHODS = ("post", "put", "patch", "delete")

STATUS = {
    **dict.fromkeys(PAGES.values(), 200),
    **dict.fromkeys(UNKNOWN, 404),
    "networks/rainbow-cities/?population=-5": 400,
    "networks/rainbow-cities/?population=many": 400,
    "networks/rainbow-cities/?population=": 400,
    "networks/rainbow-cities/?population=99999999999999999999999": 400,
    "cities/?after=zzz": 200,
    "search/?q=%00": 200,
    "search/?q=%27%25%5C%22%3Cscript%3E": 200,
    **{f"cities/koeln/?on={day}": 400 for day in IMPOSSIBLE_DAYS},
    "?on=2015-02-30": 400,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("address", "status"), STATUS.items())
def test_status_in_the_language_of_the_address(language: str, address: str, status: int) -> None:
    response = answer(language, address)
    assert response.status_code == status
    assert seen(language, address).one("html")["lang"] == language
    assert response["Content-Language"] == language


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", UNKNOWN)
def test_what_is_unknown_offers_a_search(client: Client, language: str, address: str) -> None:
    main = page(client.get(f"/{language}/{address}")).one("main")
    assert main.one("h1").text == NOT_FOUND[language]
    form = main.one("form", role="search")
    assert (form["action"], form["method"]) == (f"/{language}/search/", "get")
    assert form.one("input", name="q")["type"] == "search"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", IMPOSSIBLE_DAYS)
def test_an_impossible_day_is_refused_in_words(client: Client, language: str, day: str) -> None:
    main = page(client.get(f"/{language}/cities/koeln/", {"on": day})).one("main")
    assert day in main.one(role="alert").text
    assert main.one("input", name="on")["aria-invalid"] == "true"


@pytest.mark.parametrize("name", ["home", "city", "network eccar", "person", "search"])
def test_pages_are_only_read(client: Client, name: str) -> None:
    for method in FORBIDDEN_METHODS:
        assert getattr(client, method)(f"/de/{PAGES[name]}").status_code == 405
    assert Client(enforce_csrf_checks=True).post(f"/de/{PAGES[name]}").status_code == 405
    assert client.head(f"/de/{PAGES[name]}").status_code == 200


@pytest.mark.parametrize(
    ("accepts", "language"),
    [("en-GB,en;q=0.9", "en"), ("fr", "fr"), ("de-AT", "de"), ("", "de"), ("tr,pl;q=0.8", "de")],
)
@pytest.mark.parametrize("address", ["", "cities/koeln/", "networks/eccar/?on=2015-06-01"])
def test_an_address_without_language_leads_to_the_reader_s(
    client: Client, address: str, accepts: str, language: str
) -> None:
    response = client.get(f"/{address}", headers={"accept-language": accepts})
    assert (response.status_code, response["Location"]) == (302, f"/{language}/{address}")
    assert "Accept-Language" in response["Vary"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_address_without_language_is_not_found_in_the_reader_s(
    client: Client, language: str
) -> None:
    response = client.get("/nonsense/", headers={"accept-language": language})
    assert response.status_code == 404
    assert page(response).one("html")["lang"] == language


def test_a_missing_slash_is_added(client: Client) -> None:
    response = client.get("/fr/cities/koeln?on=2015-06-01")
    assert (response.status_code, response["Location"]) == (301, "/fr/cities/koeln/?on=2015-06-01")


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ("cities/eccar/", "networks/eccar/"),
        ("organisations/eccar/?on=2015-06-01", "networks/eccar/?on=2015-06-01"),
        ("organisations/koeln/", "cities/koeln/"),
        ("networks/koeln/", "cities/koeln/"),
        ("cities/deutscher-staedtetag/", "organisations/deutscher-staedtetag/"),
    ],
)
def test_an_organisation_has_one_address(client: Client, given: str, right: str) -> None:
    response = client.get(f"/en/{given}")
    assert (response.status_code, response["Location"]) == (301, f"/en/{right}")


@pytest.mark.parametrize("address", PAGES.values())
def test_a_page_names_itself_in_every_language(address: str) -> None:
    for language in LANGUAGES:
        links = seen(language, address).all("link", rel="alternate", hreflang=None)
        assert {link["hreflang"]: link["href"] for link in links} == {
            code: f"/{code}/{address}" for code in LANGUAGES
        }
