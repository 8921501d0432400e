"""A network whose rules nobody knows: what people typed in works on every face."""

from pathlib import Path

import pytest
from django.test import Client

from koinon.history.actor import Actor
from koinon.register.actions import load_bundle
from tests.acceptance.asking import asked, seats, tie
from tests.league import write_leagues
from tests.web.markup import page

pytestmark = pytest.mark.django_db

FEE = {"de": "1.200,00 €", "en": "€1,200.00", "fr": "1 200,00 €"}
BOTH = {"de": "2.400,00 €", "en": "€2,400.00", "fr": "2 400,00 €"}
NOTICE = {"de": "6 Monate", "en": "6 months", "fr": "6 mois"}


@pytest.fixture(autouse=True)
def leagues(tmp_path: Path) -> None:
    load_bundle(write_leagues(tmp_path / "leagues", towns=2, leagues=2), by=Actor.system("test"))


@pytest.mark.parametrize("language", FEE)
def test_its_page_shows_what_was_typed(client: Client, language: str) -> None:
    main = page(client.get(f"/{language}/networks/league-1/?on=2020-06-01")).one("main")
    cost = next(it for it in main.all("section") if it.attributes.get("aria-labelledby") == "cost")
    assert FEE[language] in cost.text
    assert NOTICE[language] in cost.text
    members = {link["href"] for link in main.all("a", href=None)}
    assert {f"/{language}/cities/town-{n}/?on=2020-06-01" for n in (1, 2)} <= members


@pytest.mark.parametrize("language", FEE)
def test_the_page_of_a_town_counts_it(client: Client, language: str) -> None:
    main = page(client.get(f"/{language}/cities/town-1/?on=2020-06-01")).one("main")
    fees = next(it for it in main.all("section") if it.attributes.get("aria-labelledby") == "fees")
    assert fees.text.count(FEE[language]) >= 2
    assert BOTH[language] in fees.one("tfoot").text
    assert [it["data-trace"] for it in fees.all("details")] == ["fee", "fee"]


def test_the_command_line_shows_its_ties(capsys: pytest.CaptureFixture[str]) -> None:
    found = asked(capsys, "show", "town-1", "--on", "2020-06-01")
    bond = tie(found, "league-1")
    assert (bond["holds"], bond["state"], bond["valid_from"]) == (True, "reported", "2001-01-01")
    assert seats(found)["league-1", "seat", "Reeve Number 1"]["rests_on"] == "mayor-1"
    assert asked(capsys, "due", "--network", "league-1", "--on", "2020-06-01") == {"items": []}
    assert asked(capsys, "due", "--organisation", "town-1") == {"items": []}


def test_before_it_was_typed_for_there_is_no_fee(client: Client) -> None:
    main = page(client.get("/en/networks/league-1/?on=2000-06-01")).one("main")
    assert FEE["en"] not in main.text
