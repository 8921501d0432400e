"""The desk as the demonstration shows it, and as nobody else does."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.loaded import demo
from tests.web.markup import page

__all__ = ["demo"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


@pytest.fixture
def shown(settings: Settings) -> None:
    settings.KOINON_DEMO = True


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize("language", ["de", "en", "fr"])
@pytest.mark.parametrize("code", ["koeln", "rainbow-cities", "mannheim"])
def test_the_demonstration_shows_a_desk(client: Client, language: str, code: str) -> None:
    answer = client.get(f"/{language}/desk/{code}/?on=2026-11-22")
    assert answer.status_code == 200
    tasks = page(answer).all("li", data_task=None)
    assert bool(tasks) is (code != "mannheim")
    assert all(it.one("h3").text for it in tasks)


@pytest.mark.usefixtures("shown")
def test_a_difference_shows_what_each_side_says(client: Client) -> None:
    found = page(client.get("/de/desk/koeln/?on=2026-11-22"))
    first = found.one("li", data_task="difference")
    sides = [it.text for it in first.all("dt")]
    assert sides == ["Quelle der Stadt", "Quelle des Netzwerks", "Dritte"]


@pytest.mark.usefixtures("shown")
def test_an_unknown_code_is_not_found(client: Client) -> None:
    assert client.get("/de/desk/atlantis/").status_code == 404


def test_without_signing_in_only_the_demonstration_has_a_desk(client: Client) -> None:
    assert client.get("/de/desk/koeln/").status_code == 404
