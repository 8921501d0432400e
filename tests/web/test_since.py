"""Since when: every page, picture and file gives the same answer where statements differ."""

import json
from datetime import date

import pytest
from django.test import Client

from koinon.overview.city import city_on
from koinon.web.public.city_pictures import ties_drawn
from tests.web.markup import page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

SINCE = "2011–2012 oder 17.5.2015 (abweichende Angaben)"
DAY = date(2026, 11, 22)
ADDRESSES = ("cities/koeln/", "networks/rainbow-cities/members/", "embed/ties/koeln.html")


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_beginning_about_which_sources_differ_is_told_alike(client: Client, address: str) -> None:
    html = page(client.get(f"/de/{address}?on={DAY}"))
    assert SINCE in html.one("main").text


def test_a_fact_as_json_gives_the_span_and_each_beginning(client: Client) -> None:
    body = json.loads(client.get(f"/de/embed/ties/koeln.json?on={DAY}").content)
    found = [it["since"] for it in body["ties"] if it["counterpart"]["code"] == "rainbow-cities"]
    assert found == [
        {
            "text": "2011..2015-05-17",
            "earliest": "2011-01-01",
            "latest": "2015-05-17",
            "told": ["2011..2012", "2015-05-17"],
        }
    ]


def test_the_timeline_is_sure_of_a_tie_only_from_the_last_beginning_told() -> None:
    shown = city_on("koeln", DAY)
    assert shown is not None
    *_, broad = ties_drawn(shown, "de", DAY)
    (bar,) = (it for line in broad.lines for it in line.bars if it.key == "koeln-rainbow-cities")
    assert bar.x < bar.sure_x < bar.x + bar.width
    assert bar.name == SINCE
