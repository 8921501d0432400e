"""A network's page and the lists: pictures with their tables, turns, filters, the fee of a year."""

import pytest
from django.test import Client

from tests.web.markup import Element, page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

RAINBOW = "networks/rainbow-cities/"


def seen(client: Client, address: str, language: str = "de", status: int = 200) -> Element:
    response = client.get(f"/{language}/{address}")
    assert response.status_code == status
    return page(response)


def rows(table: Element) -> list[list[str]]:
    return [[cell.text for cell in (*row.all("th"), *row.all("td"))] for row in table.all("tr")]


def test_stated_and_counted_figures_stand_side_by_side(client: Client) -> None:
    table = seen(client, RAINBOW).one("table", class_="history")
    assert rows(table) == [
        ["Mitglieder, Stand der Quelle", "angegeben", "gezählt"],
        ["2025", "56 1", "34–35"],
        ["2020", "33 2", "28–34"],
        ["2015–2020", "über 25 3", "21–34"],
    ]


def test_each_picture_has_words_and_is_drawn_for_several_widths(client: Client) -> None:
    html = seen(client, RAINBOW)
    named = {item["id"] for item in html.all(id=None)}
    for name, widths in (("chart", 3), ("map", 2)):
        drawn = [it for it in html.all("svg", role="img") if it["class"].split()[0] == name]
        assert len(drawn) == widths
        for svg in drawn:
            assert svg["aria-labelledby"] in named
            assert svg["aria-describedby"] in named
            assert svg.one("desc").text


def test_the_map_draws_who_lies_inside_and_names_who_lies_outside(client: Client) -> None:
    figure = seen(client, RAINBOW).all("figure")[-1]
    dots = figure.all("g", class_="dots")[0].all("circle")
    assert len(dots) == 31
    caption = figure.one("figcaption").text
    assert "31 Orte im Ausschnitt" in caption
    for name in ("Mexiko-Stadt", "São Paulo", "Taipeh", "Natural Earth"):
        assert name in caption
    assert "Ohne verzeichnete Lage: Beşiktaş." in caption
    assert (
        "nur, wer namentlich bekannt ist; die jüngste Quelle nennt 56 Mitglieder (2025)" in caption
    )


def test_sections_of_one_country_are_listed_under_it(client: Client) -> None:
    sections = (("cemr", "Deutsche Sektion"), ("eurocities", "German Cities Dialogue"))
    for network, section in sections:
        table = seen(client, f"networks/{network}/").one("table", class_="wide members")
        (row,) = (it.text for it in table.all("tr") if section in it.text)
        assert "Deutschland" in row


def test_a_network_with_one_member_has_no_map(client: Client) -> None:
    html = seen(client, "networks/climate-alliance/")
    assert [it for it in html.all("svg", role="img") if it["class"].startswith("map")] == []


def test_steps_are_numbered_through_and_grouped_by_turn(client: Client) -> None:
    rails = seen(client, RAINBOW).all("ol", class_="rail")
    assert [(it["data-side"], it["start"], len(it.all("li"))) for it in rails] == [
        ("party", "1", 4),
        ("network", "5", 4),
        ("party", "9", 1),
    ]


def test_the_first_members_stand_beside_the_map_and_lead_to_all(client: Client) -> None:
    html = seen(client, f"{RAINBOW}?on=2026-11-22")
    shown = html.one("table", class_="wide members").one("tbody").all("tr")
    assert len(shown) == 12
    (link,) = [it for it in html.all("a") if it.text == "Alle 35 zeigen und filtern"]
    assert link["href"].partition("?")[0] == f"/de/{RAINBOW}members/"


def test_countries_lead_to_as_many_members_as_they_count(client: Client) -> None:
    counts = seen(client, RAINBOW).one("ul", class_="counts").all("li")
    assert len(counts) == 18
    for item in counts[:3]:
        shown = seen(client, item.one("a")["href"].removeprefix("/de/"))
        table = shown.one("table", class_="wide members")
        assert len(table.one("tbody").all("tr")) == int(item.one("span").text)


def test_the_fee_of_another_year_follows_that_years_rules(client: Client) -> None:
    html = seen(client, f"{RAINBOW}?population=1084831&year=2025")
    assert "im Jahr 2025" in html.one("p", class_="amount").text.replace("\xa0", " ")
    assert html.one("input", name="year")["value"] == "2025"


@pytest.mark.parametrize("year", ["20", "1899", "2200", "next", "2O26", "²⁰²⁶"])
def test_a_year_that_is_none_is_refused_beside_the_field(client: Client, year: str) -> None:
    html = seen(client, f"{RAINBOW}?population=5&year={year}", status=400)
    assert year in html.one(role="alert").text
    assert html.one("input", name="year")["aria-invalid"] == "true"
    assert "aria-invalid" not in html.one("input", name="population")


@pytest.mark.parametrize(("query", "number"), [("", 13), ("?name=rassismus", 2), ("?name=xyz", 0)])
def test_networks_are_found_by_a_word(client: Client, query: str, number: int) -> None:
    html = seen(client, f"networks/{query}")
    assert sum(len(it.one("tbody").all("tr")) for it in html.all("table")) == number
    assert html.one("h2").text.startswith(str(number))


def test_cities_go_on_page_after_page_and_by_letter(client: Client) -> None:
    html = seen(client, "cities/")
    assert len(html.one("tbody").all("tr")) == 50
    onward = html.one("p", class_="more").one("a")["href"]
    assert len(seen(client, f"cities/{onward}").one("tbody").all("tr")) > 0
    letters = [it.text for it in html.one("ul", class_="letters").all("a")]
    assert letters == sorted(letters)
    k = seen(client, "cities/?letter=k")
    names = [row.one("a").text for row in k.one("tbody").all("tr")]
    assert "Köln" in names
    assert {name[0] for name in names} == {"K"}


@pytest.mark.parametrize(
    "query", ["?letter=%00", "?letter=ü", "?country=%00%00", "?name=" + "x" * 5000, "?after=%00"]
)
def test_what_makes_no_sense_is_an_empty_list_and_no_fault(client: Client, query: str) -> None:
    seen(client, f"cities/{query}")
    seen(client, f"networks/{query}")
    seen(client, f"{RAINBOW}{query}")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("-5", "keine Einwohnerzahl"),
        ("viele", "keine Einwohnerzahl"),
        ("12.5", "keine Einwohnerzahl"),
        ("1e5", "keine Einwohnerzahl"),
        ("10.0000", "keine Einwohnerzahl"),
        ("1000000000000", "an keinem Ort"),
        ("0", "Ohne Einwohner"),
        ("", "Bitte geben Sie eine Einwohnerzahl ein"),
    ],
)
def test_each_number_that_is_none_has_its_sentence(client: Client, typed: str, said: str) -> None:
    response = client.get(f"/de/{RAINBOW}", {"population": typed})
    assert response.status_code == 400
    assert said in page(response).one("p", role="alert").text


def test_examples_are_marked_and_lead_to_their_derivation(client: Client) -> None:
    box = seen(client, "networks/climate-alliance/").one("div", class_="example")
    assert rows(box.one("table"))[1:] == [
        ["50.000", "425,00 €"],
        ["500.000", "4.250,00 €"],
        ["1.000.000", "8.500,00 €"],
    ]
    assert "Beispiel" in box.text
    link = box.all("a")[0]["href"]
    assert link == "?population=50000#cost"
    shown = seen(client, f"networks/climate-alliance/{link.split('#')[0]}")
    assert shown.all("div", class_="example") == []
    opened = [it for it in shown.all("details", data_trace="fee") if "open" in it]
    assert len(opened) == 1
    assert "425,00" in opened[0].text


def test_where_the_size_makes_no_difference_there_is_no_example(client: Client) -> None:
    for network in ("mayors-for-peace", "covenant-of-mayors", "uclg"):
        assert seen(client, f"networks/{network}/").all("div", class_="example") == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Gegründet: 1982. Nach den jüngsten Quellen: über 8.000 Mitglieder (2022)"),
        ("en", "Founded: 1982. By the latest sources: over 8,000 members (2022)"),
        ("fr", "Création : 1982. Selon les sources les plus récentes : plus de 8 000 membres"),
    ],
)
def test_the_first_sentences_are_computed(client: Client, language: str, said: str) -> None:
    html = seen(client, "networks/mayors-for-peace/", language)
    text = html.one("p", class_="lead computed").text
    assert text.replace("\u202f", " ").replace("\u00a0", " ").startswith(said)


def test_a_figure_of_later_is_not_said_of_an_earlier_day(client: Client) -> None:
    html = seen(client, f"{RAINBOW}?on=2021-01-01")
    assert "33 Mitglieder (2020)" in html.one("p", class_="lead computed").text


def test_stated_figures_stand_with_unit_and_source_where_the_table_has_them_not(
    client: Client,
) -> None:
    def said(address: str) -> list[str]:
        (part,) = [
            it for it in seen(client, address).all("section") if it["aria-labelledby"] == "stated"
        ]
        return [it.text.replace("\xa0", " ") for it in part.all("li")]

    peace = said("networks/mayors-for-peace/?on=2026-11-22")
    assert peace[0].startswith("900 Mitglieder in Deutschland")
    assert peace[0].endswith("12.7.2024")
    covenant = " ".join(said("networks/covenant-of-mayors/"))
    assert "rund 10 % ausgesetzte Unterzeichnungen" in covenant
    assert "Unterzeichnende (" not in covenant
    assert any(it.startswith("2004 Jahr der Gründung") for it in said("networks/iccar/"))


def test_the_short_name_stands_where_it_is_another(client: Client) -> None:
    kind = seen(client, "networks/mayors-for-peace/").all("p", class_="kind")[0].text
    assert kind == "Netzwerk, kurz: Mayors for Peace"
    assert seen(client, "networks/eurocities/").all("p", class_="kind")[0].text == "Netzwerk"


@pytest.mark.parametrize(
    ("language", "yearly", "report"),
    [
        ("de", "Jedes Jahr, eingeladen, nicht verpflichtet", "alle 4 Jahre ab der Einreichung"),
        ("en", "Every year, invited, not obliged", "every 4 years from submission"),
        ("fr", "Chaque année, invité, sans obligation", "tous les 4 ans à compter du dépôt"),
    ],
)
def test_how_often_a_duty_returns_is_said_as_people_do(
    client: Client, language: str, yearly: str, report: str
) -> None:
    def said(network: str) -> str:
        text = seen(client, f"networks/{network}/", language).one("main").text
        return text.replace("\u00a0", " ").replace("\u202f", " ")

    assert yearly in said("mayors-for-peace")
    assert report in said("covenant-of-mayors")


def test_inhabitants_are_asked_for_only_where_a_fee_depends_on_them(client: Client) -> None:
    def asks(address: str) -> bool:
        return bool(seen(client, address).all("input", id="population"))

    assert asks(RAINBOW)
    assert asks("networks/climate-alliance/")
    assert not asks("networks/covenant-of-mayors/")
    assert not asks("networks/mayors-for-peace/")
    assert asks("networks/mayors-for-peace/?population=50000")
    assert not asks("networks/eurocities/?population=50000")


def test_who_may_represent_is_said_as_on_the_page_of_a_body(client: Client) -> None:
    def said(address: str) -> str:
        parts = seen(client, address).all("section")
        (part,) = [it for it in parts if it["aria-labelledby"] in ("representation", "may")]
        return part.text

    assert "Verlangt: Fachkraft." in said("networks/esn/")
    paid = "Nur wer mit den Beiträgen auf dem Laufenden ist."
    assert paid in said("networks/uclg/")
    assert paid in said("networks/uclg/bodies/world-council/")


def test_a_kind_of_member_with_several_rules_is_named_once(client: Client) -> None:
    parts = seen(client, RAINBOW).all("section")
    (kinds,) = [it for it in parts if it["aria-labelledby"] == "kinds"]
    assert [it.text for it in kinds.all("h3")] == ["Mitglied"]
    assert len(kinds.all("div", class_="rule")) == 2


def test_where_no_fee_is_known_who_can_belong_stands_beside_how_to_join(client: Client) -> None:
    def beside(network: str) -> list[str]:
        first = page(client.get(f"/de/networks/{network}/")).all("div", class_="columns")[0]
        _, right = [it for it in first.inside if isinstance(it, Element)]
        return [it["aria-labelledby"] for it in right.all("section")]

    assert beside("regio-nrw") == ["cost", "kinds"]
    assert "kinds" not in beside("uclg")


def test_ways_of_joining_are_told_apart(client: Client) -> None:
    join = page(client.get("/de/networks/uclg/")).one("section", aria_labelledby="join")
    assert [it.text for it in join.all("h3")][:2] == [
        "Über eine Sektion oder unmittelbar",
        "Über die Sektion Eurasien",
    ]


def test_an_office_leads_to_the_association_that_houses_it(client: Client) -> None:
    office = page(client.get("/de/networks/rgre-ds/")).one("ul", class_="plain-list secretariats")
    (housed,) = [it for it in office.all("a") if it["href"].startswith("/de/organisations/")]
    assert (housed["href"], housed.text) == (
        "/de/organisations/deutscher-staedtetag/",
        "beim Deutschen Städtetag",
    )
