"""No link on a page leads nowhere, and none leads to another language but those that say so."""

import pytest
from django.test import Client

from koinon.register.models import Source
from tests.web.markup import Element, page
from tests.web.places import PAGES, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def links(language: str, address: str) -> list[Element]:
    return seen(language, address).all("a", href=None)


def test_every_link_within_the_site_leads_to_a_page(client: Client) -> None:
    to_see = {f"/en/{address}".partition("?")[0] for address in PAGES.values()}
    found: dict[str, int] = {}
    while to_see - found.keys():
        address = min(to_see - found.keys())
        response = client.get(address, follow=True)
        found[address] = response.status_code
        if response.status_code != 200:
            continue
        for link in page(response).all("a", href=None):
            where = link["href"].partition("#")[0].partition("?")[0]
            if where.startswith("/en/"):
                to_see.add(where)
    assert {address: status for address, status in found.items() if status != 200} == {}
    # Far more pages hang together than were named.
    assert len(found) > 120


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_to_the_language_they_say(name: str) -> None:
    for link in links("fr", PAGES[name]):
        if link["href"].startswith("/"):
            assert link["href"].startswith(f"/{link.attributes.get('hreflang', 'fr')}/")


@pytest.mark.parametrize("name", PAGES)
def test_places_within_a_page_are_there(name: str) -> None:
    html = seen("de", PAGES[name])
    named = [item["id"] for item in html.all(id=None)]
    assert sorted(named) == sorted(set(named))
    pointed = {link["href"][1:] for link in html.all("a", href=None) if link["href"][:1] == "#"}
    labelled = {
        it for item in html.all(aria_labelledby=None) for it in item["aria-labelledby"].split()
    }
    described = {
        it for item in html.all(aria_describedby=None) for it in item["aria-describedby"].split()
    }
    fields = {item["for"] for item in html.all("label", for_=None)}
    assert (pointed | labelled | described | fields) - set(named) == set()


def test_a_source_is_found_where_figures_point_to(client: Client) -> None:
    """Links to sources lead to the line of that source, wherever in the list it stands."""
    pointed = []
    for network in ("cemr", "mayors-for-peace", "iccar"):
        for link in links("en", f"networks/{network}/"):
            where, mark, code = link["href"].partition("#")
            if mark and "/sources/" in where:
                pointed.append(code)
                assert page(client.get(where)).all("tr", id=code), link["href"]
    assert set(pointed) <= set(Source.objects.values_list("code", flat=True))
    assert len(pointed) > 3
