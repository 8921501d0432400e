"""A document dropped into the site's folder of statutes is a network of the site."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from koinon.history.actor import Actor
from koinon.register.actions import add_organisations, type_rules
from koinon.register.drafts import OrganisationDraft, TypedRuleDraft
from koinon.rules.bound import Bound
from tests.statutes.example import EXAMPLE
from tests.web.markup import page

pytestmark = pytest.mark.django_db


@pytest.fixture
def river_league(tmp_path: Path, settings: Any) -> None:
    (tmp_path / "river-league.toml").write_text(EXAMPLE, encoding="utf-8")
    settings.KOINON_STATUTES = tmp_path


@pytest.mark.usefixtures("river_league")
def test_it_has_a_page_without_members_and_figures(client: Client) -> None:
    response = client.get("/de/networks/river-league/")
    main = page(response).one("main")
    assert (response.status_code, main.one("h1").text) == (200, "Flussbund")
    assert main.all(data_state=None) == []


@pytest.mark.usefixtures("river_league")
def test_it_stands_in_the_list(client: Client) -> None:
    links = (
        page(client.get("/de/networks/")).one("main").all("a", href="/de/networks/river-league/")
    )
    assert [link.text for link in links] == ["Flussbund"]


@pytest.mark.usefixtures("river_league")
@pytest.mark.parametrize("words", ["flussbund", "River League", "river-l"])
def test_it_is_found_once(client: Client, words: str) -> None:
    main = page(client.get("/fr/search/", {"q": words})).one("main")
    assert len(main.all("a", href="/fr/networks/river-league/")) == 1


@pytest.mark.usefixtures("river_league")
def test_a_network_of_the_register_is_not_found_twice(client: Client) -> None:
    draft = OrganisationDraft(code="river-league", kind="network")
    add_organisations(organisations=[draft], by=Actor.operator("anna"))
    main = page(client.get("/de/search/", {"q": "river-league"})).one("main")
    assert len(main.all("a", href="/de/networks/river-league/")) == 1


@pytest.mark.usefixtures("river_league")
def test_it_leads_to_the_network_it_is_a_part_of_where_that_is_known(client: Client) -> None:
    text = page(client.get("/de/networks/river-league/?on=2015-06-01")).one("main")
    assert "SEA LEAGUE" in text.text
    assert "/sea-league/" not in str([it["href"] for it in text.all("a", href=None)])
    draft = OrganisationDraft(code="sea-league", kind="network")
    add_organisations(organisations=[draft], by=Actor.operator("anna"))
    text = page(client.get("/de/networks/river-league/?on=2015-06-01")).one("main")
    assert len(text.all("a", href="/de/networks/sea-league/?on=2015-06-01")) == 1


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("de", "EFRE/JTF-Programm NRW 2021–2027"),
        ("en", "ERDF/JTF programme of North Rhine-Westphalia 2021–2027"),
        ("fr", "Programme FEDER/FTJ de Rhénanie-du-Nord-Westphalie 2021–2027"),
    ],
)
def test_a_network_without_document_is_named_and_leads_nowhere(
    client: Client, language: str, name: str
) -> None:
    main = page(client.get(f"/{language}/networks/regio-nrw/?on=2024-06-01")).one("main")
    assert name in main.text
    assert main.all("a", href=f"/{language}/networks/efre-nrw/") == []


@pytest.mark.parametrize(
    ("language", "fee", "notice", "who"),
    [
        ("de", "500,00\xa0€ im Jahr", "3\xa0Monate", "der Stelle, die diese Seite betreibt"),
        ("en", "€500.00 a year", "3\xa0months", "those who run this site"),
        ("fr", "500,00\xa0€ par an", "3\xa0mois", "l’équipe qui gère ce site"),
    ],
)
def test_what_was_typed_by_hand_is_said_in_words(
    client: Client, language: str, fee: str, notice: str, who: str
) -> None:
    by = Actor.operator("anna")
    add_organisations(organisations=[OrganisationDraft(code="pond", kind="network")], by=by)
    since = Bound(date(2020, 1, 1))
    type_rules(
        rules=[
            TypedRuleDraft(
                network="pond",
                number=1,
                kind="fee",
                amount=Decimal(500),
                currency="EUR",
                period="year",
                valid_from=since,
            ),
            TypedRuleDraft(
                network="pond", number=2, kind="notice", notice="3 months", valid_from=since
            ),
        ],
        by=by,
    )
    section = page(client.get(f"/{language}/networks/pond/")).one("section", aria_labelledby="cost")
    text = " ".join(item.replace("\xa0", " ") for item in section.texts())
    for words in (fee, notice, who):
        assert words.replace("\xa0", " ") in text
    assert "anna" not in text
