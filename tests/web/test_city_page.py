"""What stands on the page of a city, in which order, and how it is drawn."""

import re

import pytest

from koinon.gazetteer.slug import slug
from koinon.register.models import Person
from tests.web.markup import Element
from tests.web.places import LANGUAGES, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

KOELN = "cities/koeln/"
GROUPS = {
    "de": {"Mitgliedschaft": 7, "Unterzeichnung": 2, "Teilnahme": 1},
    "en": {"Membership": 7, "Signature": 2, "Participation": 1},
    "fr": {"Adhésion": 7, "Signature": 2, "Participation": 1},
}


def section(language: str, name: str, address: str = KOELN) -> Element:
    return seen(language, address).one("section", aria_labelledby=name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_kinds_of_belonging_are_counted_each_by_themselves(language: str) -> None:
    ties = section(language, "ties")
    heads = [it.text.rsplit(" ", 1) for it in ties.all("th", scope="rowgroup")]
    counted = {name: int(number) for name, number in heads}
    assert GROUPS[language].items() <= counted.items()
    assert len(ties.all(data_state=None)) == sum(counted.values())


def test_ties_stand_in_the_order_of_their_names() -> None:
    names = {}
    for language in ("de", "en"):
        rows = section(language, "ties").all("tr")
        shown = [row.all("th")[0].all("a") for row in rows if row.all(data_state=None)]
        names[language] = [links[0].text for links in shown][:7]
        assert names[language] == sorted(names[language], key=slug)
    assert names["de"] != names["en"]


def test_only_rows_with_work_stand_out_and_their_remarks_are_open() -> None:
    rows = [row for row in section("de", "ties").all("tr") if row.all(data_state=None)]
    marked = [row for row in rows if row.attributes.get("class") == "attention"]
    assert [row.one(data_state=None)["data-state"] for row in marked] == ["differing"]
    assert ["open" in it for it in marked[0].all("details")] == [True, True]
    others = [it for row in rows if row not in marked for it in row.all("details")]
    assert others
    assert [it for it in others if "open" in it] == []


@pytest.mark.parametrize("on", ["2015-06-01", "2026-11-22"])
def test_the_way_to_the_world_network_is_told_in_words_and_drawn(on: str) -> None:
    ways = section("de", "ways", f"{KOELN}?on={on}")
    said = [it.text for it in ways.one("ul", class_="ways").all("li")]
    assert any("RGRE Deutsche Sektion → Teil von CEMR → Teil von UCLG" in it for it in said)
    (sent,) = (it for it in said if "vertreten durch Deutscher Städtetag" in it)
    assert ("früher, mit Jürgen Roters; letzter Tag: 20.10.2015" in sent) == (on > "2015-10")
    drawn = ways.all("svg")
    assert [it["class"] for it in drawn] == ["chain broad", "chain narrow"]
    boxes = [it.text for it in drawn[0].all("g", class_="box")]
    assert [text.split()[0] for text in boxes[:4]] == ["ECCAR", "ICCAR", "RGRE", "CEMR"]


def test_where_only_former_ways_are_known_nothing_is_drawn() -> None:
    ways = section("de", "ways", "cities/aachen/?on=2026-11-22")
    assert ways.one("h2").text == "Wie Aachen früher über andere dazugehörte"
    assert ways.all("svg") == []


def test_each_width_of_screen_has_its_timeline_and_the_table_is_below() -> None:
    tenures = section("de", "tenures")
    sizes = [it["class"].split()[1] for it in tenures.all("svg") if " " in it["class"]]
    assert sizes == ["tiny", "narrow", "half", "middle", "broad"]
    broad = tenures.one("svg", class_="timeline broad")
    assert "heute" in broad.text
    assert broad.one("path", class_="tied")["d"].count("V") == 3
    assert tenures.one("details", class_="as-table").all("tr")


def test_of_the_fees_the_first_is_open_and_unknown_ones_share_a_row() -> None:
    fees = section("de", "fees")
    opened = [it for it in fees.all("details", data_trace="fee") if "open" in it]
    assert len(opened) == 1
    rows = [it for it in fees.all("tr") if "has-derivation" in it.attributes.get("class", "")]
    unknown = [len(row.all("a")) for row in rows if "unbekannt" in row.all("td")[0].text]
    assert max(unknown) == 3
    amounts = [row.all("td")[0].text for row in rows]
    assert amounts.index("kostenfrei") < amounts.index("unbekannt")


def test_a_city_without_ties_says_so() -> None:
    html = seen("de", "cities/mannheim/")
    ties = html.one("section", aria_labelledby="ties")
    assert "keine Zugehörigkeit verzeichnet" in ties.text
    assert ties.all("svg") == []


@pytest.mark.parametrize("address", ["cities/mannheim/", "organisations/committee-of-the-regions/"])
def test_where_there_is_no_fee_there_is_no_section_of_fees(address: str) -> None:
    html = seen("de", address)
    assert html.all("section", aria_labelledby="fees") == []
    assert html.all("a", href="#fees") == []
    assert html.all("section", aria_labelledby="dues") != []


def test_what_has_ended_is_shown_as_former_from_the_day_after() -> None:
    former = section("de", "formerties")
    assert next(it.text for it in former.one("tbody").all("a")) == "Regio.NRW"
    assert "Förderprogramm" in former.text
    assert not seen("de", f"{KOELN}?on=2015-06-01").all("section", aria_labelledby="formerties")


def test_an_association_shows_whom_it_sends_and_not_the_inhabitants_of_its_country() -> None:
    page = seen("de", "organisations/deutscher-staedtetag/")
    sent = page.one("section", aria_labelledby="tenuressent")
    assert {"Jürgen Roters", "Köln"} <= {it.text for it in sent.all("a")}
    assert not re.search(r"\bEinwohner\b", page.text)
    assert re.search(r"\bEinwohner\b", seen("de", KOELN).text)
    assert "Deutsche Sektion" in page.one("section", aria_labelledby="ties").text
    within = seen("de", "organisations/committee-of-the-regions/")
    assert "Uwe Conradt" in within.one("section", aria_labelledby="tenureswithin").text


def test_an_association_is_not_called_a_city_among_its_ties() -> None:
    def columns(address: str) -> list[str]:
        ties = seen("de", address).one("section", aria_labelledby="ties")
        return [it.text for it in ties.one("thead").all("th")]

    assert columns("organisations/deutscher-staedtetag/")[2] == "Mitglied"
    assert columns(KOELN)[2] == "Stadt"


def test_a_canton_of_which_only_the_country_is_known_has_no_population() -> None:
    facts = seen("de", "organisations/canton-de-fribourg/").one("div", class_="facts")
    assert "Einwohner" not in facts.text


def test_no_page_of_a_person_writes_the_day_an_open_end_is_stored_as() -> None:
    for person in Person.objects.values_list("code", flat=True):
        assert "9999" not in seen("de", f"people/{person}/").text, person


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_lead_to_the_sections_of_a_long_page(language: str) -> None:
    html = seen(language, KOELN)
    links = html.one("nav", class_="contents").all("a")
    assert [it["href"] for it in links] == [
        "#ties",
        "#formerties",
        "#offices",
        "#tenures",
        "#fees",
        "#dues",
    ]
    for link in links:
        assert html.one(id=link["href"][1:]).text == link.text
    assert (
        seen(language, "organisations/committee-of-the-regions/").all("nav", class_="contents")
        == []
    )


@pytest.mark.parametrize(("language", "words"), [("de", "Bekannte Beiträge"), ("en", "Known fees")])
def test_a_sum_writes_its_currency_once(language: str, words: str) -> None:
    total = section(language, "fees").one("tfoot")
    assert total.one("th").text == words
    assert "€" in total.one("td").text
    assert "EUR" not in total.text


def test_a_french_colon_has_its_space_in_timelines() -> None:
    drawn = section("fr", "tenures").text
    assert "UCLG : Siège au Bureau exécutif" in " ".join(drawn.split())
    assert "UCLG: Siège" not in drawn


def test_a_fee_that_sources_tell_differently_stands_with_what_the_other_says() -> None:
    row = next(it for it in section("de", "fees").all("tr") if "Mayors for Peace" in it.text)
    assert "2.000 ¥" in row.text.replace("\N{NO-BREAK SPACE}", " ")
    assert "mindestens 20,00 €, freiwillig" in row.text.replace("\N{NO-BREAK SPACE}", " ")
    assert "kostenfrei („Mitglied werden“)" in row.text
    assert "beide stehen hier" not in row.text


def test_a_tie_that_costs_nothing_by_a_rule_of_its_own_is_named() -> None:
    rows = [it for it in section("de", "fees").all("tr") if "ECCAR" in it.text]
    (signed,) = (it for it in rows if "unbekannt" in it.text)
    assert "Für diese Art der Zugehörigkeit (Unterzeichnung)" in signed.text
