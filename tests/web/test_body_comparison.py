"""The page that holds two days of a body against each other."""

import pytest
from django.test import Client

from tests.loaded import demo
from tests.web.markup import Element, page

__all__ = ["demo"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
POLICY = "cemr/bodies/policy-committee"


def seen(client: Client, address: str, language: str = "de", **query: str) -> Element:
    response = client.get(f"/{language}/networks/{address}/", query)
    assert response.status_code == 200
    return page(response)


@pytest.mark.parametrize(
    ("language", "change", "doubt"),
    [
        ("de", "− 8 Sitze weniger", "Ob die Regel am 31.12.2015 galt, ist ungewiss."),
        ("en", "− 8 seats fewer", "Whether the rule held on 31 December 2015 is uncertain."),
        ("fr", "− 8 sièges de moins", "On ignore si la règle valait le 31 décembre 2015."),
    ],
)
def test_what_changed_is_marked_by_sign_and_words(
    client: Client, language: str, change: str, doubt: str
) -> None:
    html = seen(client, POLICY, language, on="2026-11-22", **{"with": "2015-12-31"})
    (row,) = [it for it in html.all("tr") if "data-delegation" in it]
    assert row["data-delegation"] == "DE"
    cells = row.all("td")
    assert cells[0].text == "16"
    assert cells[1].text.startswith("8 ")
    assert cells[2].text == change
    assert doubt in html.one("main").text
    assert html.all("svg", role="img") == []


def test_both_half_circles_stand_beside_each_other(client: Client) -> None:
    html = seen(client, "rgre-ds/bodies/main-committee", on="2026-11-22", **{"with": "2025-03-01"})
    assert [len(it.all("svg", role="img")) for it in html.all(class_="compared")] == [3, 3]
    identities = [it["id"] for it in html.all(id=None)]
    assert len(identities) == len(set(identities))


def test_both_days_stand_in_the_form_and_versions_lead_on(client: Client) -> None:
    html = seen(client, POLICY, on="2026-11-22", **{"with": "2015-12-31"})
    fields = {it["name"]: it["value"] for it in html.one(class_="compare-days").all("input")}
    assert fields == {"on": "2026-11-22", "with": "2015-12-31"}
    links = [(it["href"], it.text) for it in html.one(class_="versions").all("a")]
    assert links[0] == ("?on=2026-11-22&with=2022-12-31", "spätestens 2022")
    one = seen(client, POLICY, on="2026-11-22")
    assert len(one.one(class_="versions").all("a")) == 4


def test_who_joined_stands_by_name_or_by_city(client: Client) -> None:
    html = seen(
        client, "eccar/bodies/steering-committee", on="2026-11-22", **{"with": "2020-01-01"}
    )
    sections = {it["aria-labelledby"]: it for it in html.all("section")}
    assert len(sections["joined"].one(class_="names-list").all("a")) == 27
    assert "Niemand, soweit verzeichnet." in sections["left"].text
    presidents = seen(
        client, "cemr/bodies/executive-bureau", on="2014-06-01", **{"with": "2024-06-01"}
    )
    (left,) = [it for it in presidents.all("section") if it["aria-labelledby"] == "left"]
    assert [it.text for it in left.all("a")] == ["Jorritsma"]


@pytest.mark.parametrize("day", ["2015-02-30", "tomorrow", "1-1-1", "9999-12-31"])
def test_an_impossible_other_day_is_refused(client: Client, day: str) -> None:
    response = client.get(f"/de/networks/{POLICY}/", {"with": day})
    assert response.status_code == 400


def test_an_unknown_body_has_no_comparison(client: Client) -> None:
    response = client.get("/de/networks/cemr/bodies/nothing/", {"with": "2015-01-01"})
    assert response.status_code == 404
