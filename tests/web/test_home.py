"""The first page: in the demonstration with its city, else with what is on record."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.loaded import demo
from tests.web.markup import page

__all__ = ["demo"]

pytestmark = [pytest.mark.django_db]


ON = "2026-11-21"  # a day gone by: links name it, whatever today is


@pytest.fixture
def shown(settings: Settings) -> None:
    settings.KOINON_DEMO = True


@pytest.mark.usefixtures("demo", "shown")
def test_the_demonstration_leads_in_by_one_search_and_two_buttons(client: Client) -> None:
    found = page(client.get(f"/de/?on={ON}"))
    assert len(found.all("form", role="search")) == 1
    buttons = {it["href"]: it.text for it in found.all("a", class_="kern-btn kern-btn--secondary")}
    assert buttons == {
        f"/de/desk/koeln/?on={ON}": "Als Stadt Köln ansehen",
        f"/de/desk/rainbow-cities/?on={ON}": "Als Geschäftsstelle ansehen",
    }


@pytest.mark.usefixtures("demo", "shown")
def test_the_fee_stands_open(client: Client) -> None:
    found = page(client.get(f"/en/?on={ON}"))
    derivation = found.one("details", data_trace="fee")
    assert "open" in derivation
    assert "1,084,831" in derivation.text
    assert found.one("p", class_="key-number").text == "€9,221.06"


@pytest.mark.usefixtures("demo", "shown")
@pytest.mark.parametrize(
    ("language", "name"),
    [("de", "Klima-Bündnis"), ("en", "Climate Alliance"), ("fr", "Alliance pour le Climat")],
)
def test_a_network_is_named_in_the_reader_s_language(
    client: Client, language: str, name: str
) -> None:
    main = page(client.get(f"/{language}/?on={ON}")).one("main").text
    assert name in main
    assert language == "de" or "Klima-Bündnis" not in main


@pytest.mark.usefixtures("demo", "shown")
def test_who_says_the_same_stands_together(client: Client) -> None:
    found = page(client.get(f"/de/?on={ON}"))
    box = found.one("section", aria_labelledby="difference")
    assert [it.text for it in box.all("dt")] == ["17.5.2015", "zwischen 2011 und 2012"]
    assert [len(it.all("dd")) for it in box.one("dl").all("div")] == [2, 1]


@pytest.mark.usefixtures("demo", "shown")
def test_a_map_rings_the_city_and_stands_beside_its_numbers(client: Client) -> None:
    found = page(client.get(f"/fr/?on={ON}"))
    box = found.one("section", aria_labelledby="spread")
    assert len(box.all("svg", role="img")) == len(box.all("circle", class_="ring")) > 0
    counted = {it.one("a")["href"]: it.one("span").text for it in box.one("ul").all("li")}
    assert counted[f"/fr/networks/eccar/members/?country=DE&on={ON}"] == "27"


@pytest.mark.usefixtures("demo")
def test_elsewhere_it_lists_the_networks(client: Client) -> None:
    found = page(client.get("/de/"))
    assert found.all("a", href="/de/networks/uclg/")
    assert not found.all("a", href="/de/desk/koeln/")
