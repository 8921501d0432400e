"""Whoever looks at the site on a day stays on that day, whichever link is followed."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from tests.web.markup import Element, page
from tests.web.places import PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

DAY = "2015-06-01"
ALWAYS_NOW = {
    "/en/changes.atom",  # programs fetch it again and again, for what is new
}
"""What links lead to as it is today, whatever day is looked at."""


def test_no_link_loses_the_day(client: Client) -> None:
    """Walk the whole site on a day, from link to link."""
    to_see, seen = {f"/en/?on={DAY}"}, dict[str, int]()
    while to_see:
        address = min(to_see)
        response = client.get(address)
        seen[address] = response.status_code
        if response.status_code == 200 and "text/html" in response["Content-Type"]:
            html = page(response)
            assert lost(html) == [], address
            to_see |= {it for it in places(html) if it.startswith("/en/")}
        to_see = {it for it in to_see if is_new(it, seen)}
    assert {address: status for address, status in seen.items() if status != 200} == {}
    assert len(seen) > 120


@pytest.mark.parametrize("name", PAGES)
def test_no_form_and_no_link_loses_the_day(client: Client, name: str) -> None:
    path, _, query = PAGES[name].partition("?")
    kept = [it for it in query.split("&") if it and not it.startswith("on=")]
    html = page(client.get(f"/en/{path}?{'&'.join([*kept, f'on={DAY}'])}"))
    assert lost(html) == []
    for form in html.all("form"):
        action = form.attributes.get("action", "")
        fields = [item for item in form.all(name="on") if item.tag == "input"]
        if form.attributes.get("method") == "post":
            assert f"on={DAY}" in action or fields, form
        else:
            assert [item["value"] for item in fields] == [DAY], form


def lost(html: Element) -> list[str]:
    """List the links that lead to a page of the site and not to a day."""
    return [it for it in places(html) if "on" not in parse_qs(urlsplit(it).query)]


def places(html: Element) -> list[str]:
    """List where links lead within the site, but the one that asks for today."""
    links = [
        link["href"].partition("#")[0]
        for link in html.all("a", href=None)
        if "data-today" not in link
    ]
    within = [it for it in links if it.startswith(("/", "?"))]
    return [it for it in within if it.partition("?")[0] not in ALWAYS_NOW]


def is_new(address: str, seen: dict[str, int]) -> bool:
    """Tell whether a page was not seen yet; the days of others need not be walked."""
    query = parse_qs(urlsplit(address).query)
    return address not in seen and query.get("on") == [DAY] and not query.keys() - {"on"}
