"""What has changed, as a page and as a feed."""

from datetime import datetime
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from koinon.register.shared import forget_all
from tests.web.markup import page
from tests.web.places import LANGUAGES, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client: Client, language: str, query: str = "") -> ET.Element:
    response = client.get(f"/{language}/changes.atom{query}")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ET.fromstring(response.content)  # noqa: S314 - our own


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_change_at_the_head_of_cologne_is_told(language: str) -> None:
    main = seen(language, "changes/?of=koeln&on=2015-12-31&what=posts").one("main")
    days = {item["datetime"] for item in main.all("time")}
    assert "2015-10-20" in days | {it for it in days if it.startswith("2015-10")}
    hrefs = [link["href"] for link in main.all("a", href=None)]
    assert f"/{language}/people/henriette-reker/?on=2015-12-31" in hrefs
    assert {item["data-change"] for item in main.all("li", data_change=None)} == {"posts"}


def test_nobody_of_that_name_is_said_beside_the_field(client: Client) -> None:
    response = client.get("/de/changes/", {"of": "Nirgendwo"})
    main = page(response).one("main")
    assert (response.status_code, main.one("input", name="of")["aria-invalid"]) == (404, "true")
    assert "Nirgendwo" in main.one(role="alert").text


@pytest.mark.parametrize("address", ["changes/?of=koeln", "embed/?of=koeln"])
def test_the_field_shows_a_name_and_no_code(address: str) -> None:
    assert seen("de", address).one("main").one("input", id="of")["value"] == "Köln"


def test_pages_lead_through_all_changes(client: Client) -> None:
    address, seen_days, pages = "/de/changes/?what=ties", list[str](), 0
    while address:
        main = page(client.get(address)).one("main")
        seen_days += [it["datetime"] for it in main.all("time")]
        following = main.all("a", rel="next nofollow")
        address = f"/de/changes/{following[0]['href']}" if following else ""
        pages += 1
    assert pages == 2
    assert seen_days == sorted(seen_days, reverse=True)


@pytest.mark.parametrize("query", ["after=x", "after=1_1_1_1_1", "what=x", "order=x", "of=%00"])
def test_bad_questions_are_answered_as_if_not_asked(client: Client, query: str) -> None:
    assert client.get(f"/en/changes/?{query}").status_code == 200


def test_the_questions_do_not_grow(client: Client) -> None:
    client.get("/de/")
    for query, number in (("", 8), ("?order=entered", 8), ("?of=koeln", 10), ("?what=figures", 6)):
        forget_all()
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/de/changes/{query}")
        assert len(asked) == number, query


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_has_what_the_format_asks_for(client: Client, language: str) -> None:
    root = feed(client, language)
    assert root.tag == f"{ATOM}feed"
    assert root.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == language
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) > 10
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    for item in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(item.findall(f"{ATOM}{name}")) == 1, name
            assert item.findtext(f"{ATOM}{name}")
        updated = item.findtext(f"{ATOM}updated") or ""
        assert datetime.fromisoformat(updated).tzinfo is not None
        links = {it.attrib["rel"]: it.attrib["href"] for it in item.findall(f"{ATOM}link")}
        assert links["alternate"].startswith(f"http://testserver/{language}/")
    own = [it.attrib for it in root.findall(f"{ATOM}link") if it.attrib["rel"] == "self"]
    assert [it["href"] for it in own] == [f"http://testserver/{language}/changes.atom"]
    identities = [it.findtext(f"{ATOM}id") or "" for it in (root, *entries)]
    assert len(identities) == len(set(identities))
    assert all(it.startswith("urn:uuid:") for it in identities)
    newest = max(it.findtext(f"{ATOM}updated") or "" for it in entries)
    assert root.findtext(f"{ATOM}updated") == newest == "2026-11-22T09:00:00Z"


def test_identities_stay_the_same_wherever_the_site_is(client: Client) -> None:
    one = feed(client, "de", "?of=eccar")
    other = Client(headers={"host": "localhost"})
    again = ET.fromstring(other.get("/de/changes.atom?of=eccar").content)  # noqa: S314
    assert [it.text for it in one.iter(f"{ATOM}id")] == [it.text for it in again.iter(f"{ATOM}id")]
    french = feed(client, "fr", "?of=eccar")
    assert not {it.text for it in one.iter(f"{ATOM}id")} & {
        it.text for it in french.iter(f"{ATOM}id")
    }


def test_links_of_a_feed_lead_to_pages(client: Client) -> None:
    entries = feed(client, "en", "?of=koeln").findall(f"{ATOM}entry")
    assert entries
    for entry in entries:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        address = link.attrib["href"].removeprefix("http://testserver")
        assert client.get(address).status_code == 200, address


def test_a_page_names_its_feed(client: Client) -> None:
    html = page(client.get("/fr/changes/?of=Köln"))
    link = html.one("link", type="application/atom+xml")
    assert (link["rel"], link["href"]) == ("alternate", "/fr/changes.atom?of=koeln")


def test_a_feed_of_nobody_is_not_found(client: Client) -> None:
    assert client.get("/de/changes.atom?of=nowhere").status_code == 404
