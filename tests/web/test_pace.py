"""Who walks through the days too fast is asked to wait; nobody else is."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from koinon.web.pace import Pace, client_of, pace
from tests.register.town import fill
from tests.web.markup import page
from tests.web.places import LANGUAGES

pytestmark = pytest.mark.django_db


@pytest.fixture
def walking(settings: Settings) -> None:
    fill()
    pace.clear()
    settings.KOINON_DAYS_PER_MINUTE = 3


def day(client: Client, number: int, language: str = "de", **headers: Any) -> HttpResponse:
    path = f"/{language}/cities/koeln/?on=2015-06-{number:02}"
    found: HttpResponse = client.get(path, **headers)  # type: ignore[assignment]
    return found


@pytest.mark.usefixtures("walking")
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_day_too_many_is_refused_in_words(client: Client, language: str) -> None:
    answers = [day(client, n, language) for n in range(1, 5)]
    assert [it.status_code for it in answers] == [200, 200, 200, 429]
    refused = answers[-1]
    assert 1 <= int(refused["Retry-After"]) <= 20
    assert refused["X-Robots-Tag"] == "noindex"
    seen = page(refused)
    assert seen.one("html")["lang"] == language
    assert refused["Retry-After"] in seen.one("main").one(role="alert").text


@pytest.mark.usefixtures("walking")
def test_pages_that_are_kept_and_pages_of_today_are_not_counted(client: Client) -> None:
    for _ in range(10):
        assert day(client, 1).status_code == 200
        assert client.get("/de/cities/koeln/").status_code == 200
    assert [day(client, n).status_code for n in (2, 3, 4)] == [200, 200, 429]
    assert day(client, 1).status_code == 200
    assert client.get("/de/networks/eccar/").status_code == 200


@pytest.mark.usefixtures("walking")
def test_others_are_not_kept_waiting(client: Client) -> None:
    for n in range(1, 5):
        day(client, n)
    assert day(client, 5).status_code == 429
    assert day(client, 5, REMOTE_ADDR="192.0.2.7").status_code == 200


@pytest.mark.usefixtures("walking")
def test_the_limit_can_be_switched_off(client: Client, settings: Settings) -> None:
    settings.KOINON_DAYS_PER_MINUTE = 0
    assert {day(client, n).status_code for n in range(1, 11)} == {200}


def test_time_gives_back_what_was_used_up() -> None:
    walk = Pace()
    assert [walk.wait("a", 2, now) for now in (100.0, 100.0, 100.0)] == [0, 0, 30]
    assert [walk.wait("a", 2, now) for now in (129.0, 130.0, 130.0)] == [1, 0, 30]
    assert [walk.wait("a", 2, now) for now in (500.0, 500.0, 500.0)] == [0, 0, 30]


def test_only_the_latest_clients_are_remembered() -> None:
    walk = Pace(most_clients=10)
    for n in range(1000):
        walk.wait(str(n), 1, 0.0)
    assert len(walk) == 10


@pytest.mark.parametrize(
    ("header", "given", "known_as"),
    [
        ("", {"REMOTE_ADDR": "192.0.2.7"}, "192.0.2.7"),
        ("", {"REMOTE_ADDR": "2001:db8:1:2:3:4:5:6"}, "2001:db8:1:2::/64"),
        ("", {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.7"}, "10.0.0.1"),
        ("X-Real-IP", {"HTTP_X_REAL_IP": "192.0.2.7"}, "192.0.2.7"),
        ("X-Forwarded-For", {"HTTP_X_FORWARDED_FOR": "6.6.6.6, 192.0.2.7"}, "192.0.2.7"),
        ("X-Forwarded-For", {"HTTP_X_FORWARDED_FOR": "x" * 5000}, "x" * 50),
        ("X-Forwarded-For", {}, ""),
    ],
)
def test_who_asks(header: str, given: dict[str, str], known_as: str, settings: Settings) -> None:
    settings.KOINON_CLIENT_HEADER = header
    assert client_of(RequestFactory().get("/", **given)) == known_as  # type: ignore[arg-type]
