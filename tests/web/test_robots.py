"""What machines that read along are told, and addresses that make no sense."""

import pytest
from django.test import Client

from tests.register.town import fill
from tests.web.markup import page
from tests.web.places import LANGUAGES

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def town() -> None:
    fill()


LISTED = ("", "cities/koeln/", "networks/eccar/?after=bonn-eccar", "cities/", "imprint/")
NOT_LISTED = (
    "cities/koeln/?on=2015-06-01",
    "?on=2015-06-01",
    "search/",
    "search/?q=bonn",
    "networks/eccar/?population=5",
    "cities/koeln/?on=2015-02-30",
)


@pytest.mark.parametrize("address", [*LISTED, *NOT_LISTED])
def test_days_searches_and_filters_are_not_for_search_engines(client: Client, address: str) -> None:
    response = client.get(f"/en/{address}")
    metas = [it["content"] for it in page(response).all("meta", name="robots")]
    expected = [] if address in LISTED else ["noindex"]
    assert metas == expected
    if response.status_code == 200:
        assert [response[it] for it in ("X-Robots-Tag",) if it in response] == expected


def test_robots_are_asked_to_leave_days_and_searches_alone(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().split("\n") == [
        "User-agent: *",
        "Disallow: /*?*on=",
        "Disallow: /*/search/",
        "",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "9999-12-31" * 1000])
def test_a_day_that_no_register_reaches(client: Client, language: str, day: str) -> None:
    response = client.get(f"/{language}/cities/koeln/?on={day}")
    assert response.status_code == 400
    alert = page(response).one("main").one(role="alert").text
    assert day[:10] in alert
    assert len(alert) < 400


@pytest.mark.parametrize("wanted", ["es", "xx", "q-q", "zh-hans"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_that_does_not_exist(client: Client, wanted: str, language: str) -> None:
    for path in (f"/{wanted}/", f"/{wanted}/cities/koeln/"):
        response = client.get(path, headers={"accept-language": language})
        assert response.status_code == 404
        seen = page(response)
        assert seen.one("html")["lang"] == language
        assert seen.one("form", role="search")["action"] == f"/{language}/search/"
        if wanted != "q-q":
            ways = [it["lang"] for it in seen.one("main").all("a", hreflang=None)]
            assert ways == list(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "query",
    [
        "&".join(f"a{n}=1" for n in range(2000)),
        "on=2015-06-01&" + "&".join("q=1" for _ in range(2000)),
    ],
)
def test_too_many_parameters_are_refused_in_words(
    client: Client, language: str, query: str
) -> None:
    response = client.get(f"/{language}/cities/koeln/?{query}")
    assert response.status_code == 400
    seen = page(response)
    assert seen.one("html")["lang"] == language
    assert seen.one("main").one(role="alert").text


@pytest.mark.parametrize(
    "address",
    [
        "cities/?after=%00",
        "networks/eccar/?after=%00%00zz",
        "sources/?at=%00&after=%FF",
        "search/?q=" + "%D7%A9" * 10_000,
        "search/?q=" + "x" * 10_000,
        "cities/?after=" + "z" * 10_000,
        "cities/koeln/?on[]=1&&&=&on%00=2015-01-01",
    ],
)
def test_absurd_parameters_are_answered(client: Client, address: str) -> None:
    assert client.get(f"/de/{address}").status_code == 200
