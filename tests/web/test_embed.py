"""Facts for other people's pages: documents, JSON, and what to copy."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from koinon.history.actor import Actor
from koinon.overview.city import city_on
from koinon.register.actions import add_figures
from koinon.register.drafts import FigureDraft
from koinon.rules.bound import Bound
from koinon.web.day import today
from tests.web.markup import page, read
from tests.web.places import LANGUAGES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

FIGURE = "embed/figures/eurocities/members/stated"
COUNT = "embed/counts/koeln/membership"
TIES = "embed/ties/koeln"
FACTS = (FIGURE, COUNT, TIES)
DOCS = Path(__file__).parents[2] / "docs" / "embedding.md"


def asked(client: Client, address: str, language: str = "en") -> dict[str, Any]:
    response = client.get(f"/{language}/{address}")
    assert response["Content-Type"] == "application/json"
    body: dict[str, Any] = json.loads(response.content)
    return body


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fact", FACTS)
def test_a_document_needs_no_script_and_tells_its_day(
    client: Client, fact: str, language: str
) -> None:
    html = page(client.get(f"/{language}/{fact}.html?on=2026-11-22"))
    assert html.one("html")["lang"] == language
    assert html.all("script") + html.all("style") + html.all(style=None) == []
    assert html.one("time")["datetime"] == "2026-11-22"
    links = [link["href"] for link in html.all("a", href=None)]
    assert [it for it in links if not it.startswith("http")] == []
    assert any(it.startswith(f"http://testserver/{language}/") for it in links)


def test_a_figure_has_its_source_and_qualifier(client: Client) -> None:
    body = asked(client, f"{FIGURE}.json?on=2024-06-01")
    assert (body["value"], body["qualifier"], body["text"]) == (200, "over", "over 200")
    assert body["as_of"] == {"text": "2023", "earliest": "2023-01-01", "latest": "2023-12-31"}
    assert body["source"]["code"] == "portico-eurocities"
    main = page(client.get(f"/en/{FIGURE}.html")).one("main")
    assert "over 200 members" in main.text
    assert body["source"]["url"] in {link["href"] for link in main.all("a", href=None)}


@pytest.mark.parametrize(
    ("language", "word"), [("de", "unbekannt"), ("en", "unknown"), ("fr", "inconnu")]
)
def test_what_nobody_knows_is_unknown(client: Client, language: str, word: str) -> None:
    body = asked(client, "embed/figures/eurocities/members/counted.json", language)
    assert (body["value"], body["as_of"], body["source"], body["text"]) == (None, None, None, word)
    html = page(client.get(f"/{language}/embed/figures/eurocities/members/counted.html"))
    assert html.one("strong").text == word


@pytest.mark.parametrize(
    "address",
    [
        "embed/figures/nobody/members/stated.html",
        "embed/figures/eurocities/members/guessed.json",
        "embed/counts/koeln/tenure.html",
        "embed/counts/nobody/membership.json",
        "embed/ties/nobody.html",
        "embed/ties/koeln.xml",
    ],
)
def test_what_there_is_not_is_not_found(client: Client, address: str) -> None:
    assert client.get(f"/de/{address}").status_code == 404


@pytest.mark.parametrize("day", ["2015-06-01", "2020-01-01", "2026-11-22"])
def test_counts_agree_with_the_page_of_the_city(client: Client, day: str) -> None:
    city = city_on("koeln", today().fromisoformat(day))
    assert city is not None
    for kind in ("membership", "signature", "participation"):
        holds = [tie.holds for tie in city.ties if tie.kind == kind and not tie.via]
        counts = asked(client, f"embed/counts/koeln/{kind}.json?on={day}")["counts"]
        told = (sum(it["value"] for it in counts), sum(it["perhaps"] for it in counts))
        assert told == (holds.count(True), holds.count(None)), kind


def test_a_network_counts_each_act_of_belonging_by_itself(client: Client) -> None:
    for kind, strand in (("membership", "association"), ("signature", "plan")):
        (only,) = asked(client, f"embed/counts/eccar/{kind}.json")["counts"]
        assert only["strand"] == strand
        assert only["value"] > 10


def test_ties_are_those_of_the_city_without_indirect_ones(client: Client) -> None:
    ties = asked(client, f"{TIES}.json?on=2026-11-22")["ties"]
    networks = [tie["counterpart"]["code"] for tie in ties]
    assert "rgre-ds" in networks
    assert "cemr" not in networks
    rainbow = next(tie for tie in ties if tie["counterpart"]["code"] == "rainbow-cities")
    assert rainbow["state"] == "differing"
    assert all(tie["sources"] for tie in ties)


@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.parametrize("form", ["html", "json"])
def test_an_unchanged_fact_is_not_sent_again(client: Client, fact: str, form: str) -> None:
    first = client.get(f"/de/{fact}.{form}")
    again = client.get(f"/de/{fact}.{form}", headers={"if-none-match": first["ETag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert "max-age=300" in first["Cache-Control"]


def test_a_newer_figure_is_sent_again(client: Client) -> None:
    before = client.get(f"/de/{FIGURE}.json")
    newer = FigureDraft(
        organisation="eurocities",
        measure="members",
        value=212,  # type: ignore[arg-type]
        dated=Bound.parse("2026"),
        source="portico-eurocities",
    )
    add_figures(figures=[newer], by=Actor.system("test"))
    after = client.get(f"/de/{FIGURE}.json", headers={"if-none-match": before["ETag"]})
    assert (after.status_code, json.loads(after.content)["value"]) == (200, 212)


def ancestors(client: Client, address: str) -> str:
    policy = client.get(address)["Content-Security-Policy"]
    return next(it for it in policy.split("; ") if it.startswith("frame-ancestors"))


def test_nobody_may_frame_a_fact_until_the_operator_says_who(client: Client) -> None:
    assert ancestors(client, f"/de/{COUNT}.html") == "frame-ancestors 'none'"


@override_settings(KOINON_EMBED_ORIGINS=["https://www.city.eu", "https://*.town.eu"])
def test_only_facts_may_be_framed_and_only_by_sites_that_are_named(client: Client) -> None:
    for fact in FACTS:
        allowed = ancestors(client, f"/de/{fact}.html")
        assert allowed == "frame-ancestors https://www.city.eu https://*.town.eu"
        assert "X-Frame-Options" not in client.get(f"/de/{fact}.html")
    for other in ("", "embed/?of=koeln", "cities/koeln/", "embed/ties/nobody.html"):
        response = client.get(f"/de/{other}")
        assert response["X-Frame-Options"] == "DENY", other
        assert "frame-ancestors 'none'" in response["Content-Security-Policy"], other


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_copied_is_what_is_seen_and_needs_nothing_of_this_site(
    client: Client, language: str
) -> None:
    main = page(client.get(f"/{language}/embed/?of=Köln")).one("main")
    pieces = main.all("section")
    assert len(pieces) == 5
    for piece in pieces:
        copied = read(piece.one("textarea").text.replace("</p></p>", "</p>"))
        assert copied.text == piece.one("div", class_="preview").text
        assert copied.all("link") + copied.all("script") + copied.all("img") == []
        assert {it["href"][:4] for it in copied.all("a")} == {"http"}


def test_a_frame_is_offered_where_it_would_work(client: Client) -> None:
    without = page(client.get("/de/embed/?of=eccar")).one("main")
    assert [it for it in without.all("textarea") if "iframe" in it.text] == []
    with override_settings(KOINON_EMBED_ORIGINS=["https://www.city.eu"]):
        framed = page(client.get("/de/embed/?of=eccar")).one("main")
    sources = re.findall(r'src="([^"]+)"', framed.text)
    assert len(sources) == len(framed.all("section"))
    for source in sources:
        assert client.get(source.removeprefix("http://testserver")).status_code == 200


def test_nobody_of_that_name_is_said(client: Client) -> None:
    response = client.get("/de/embed/?of=Nirgendwo")
    assert response.status_code == 404
    assert "Nirgendwo" in page(response).one(role="alert").text


def test_the_questions_are_few(client: Client) -> None:
    client.get("/de/")
    for fact, number in ((FIGURE, 4), (COUNT, 3)):
        with CaptureQueriesContext(connection) as found:
            client.get(f"/de/{fact}.json")
        assert len(found) == number, fact


def test_every_field_is_documented_and_no_other(client: Client) -> None:
    text = DOCS.read_text(encoding="utf-8").partition("## JSON")[2].partition("```")[0]
    told = set(re.findall(r"`([a-z_]+)`", text))
    fields: set[str] = set()

    def gather(value: Any) -> None:
        if isinstance(value, dict):
            fields.update(value)
            for item in value.values():
                gather(item)
        elif isinstance(value, list):
            for item in value:
                gather(item)

    for fact in (*FACTS, "embed/counts/eccar/signature"):
        gather(asked(client, f"{fact}.json"))
    assert told - {"exactly", "about", "over"} == fields
