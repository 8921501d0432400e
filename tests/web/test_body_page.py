"""The page of a body: its numbers with their derivation, its holders, its words."""

import pytest
from django.test import Client

from koinon.history.actor import Actor
from koinon.register.actions.statements import withdraw_statements
from tests.web.markup import Element, page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

ON = "2026-11-21"  # a day gone by: links name it, whatever today is
MAIN_COMMITTEE = "rgre-ds/bodies/main-committee"
PRESIDIUM = "rgre-ds/bodies/presidium"


def seen(client: Client, address: str, language: str = "de", on: str = ON) -> Element:
    response = client.get(f"/{language}/networks/{address}/", {"on": on})
    assert response.status_code == 200
    return page(response)


def numbers(row: Element) -> list[str]:
    return [cell.text for cell in row.all("td", class_="number")]


@pytest.mark.parametrize(
    ("language", "title", "at_most", "how"),
    [
        ("de", "Hauptausschuss", "höchstens 37", "Wie berechnet?"),
        ("en", "Main Committee", "at most 37", "How?"),
        ("fr", "Comité principal", "37 au plus", "Comment ?"),
    ],
)
def test_both_numbers_stand_in_each_language(
    client: Client, language: str, title: str, at_most: str, how: str
) -> None:
    html = seen(client, MAIN_COMMITTEE, language)
    assert html.one("html")["lang"] == language
    assert html.one("h1").text == title
    assert ON in [time["datetime"] for time in html.all("time")]
    box = html.one(class_="difference")
    assert [number.text for number in box.all("dt")] == ["38", at_most]
    derived = html.all("details", data_trace="seats")
    assert {it.one("summary").text for it in derived} == {how}


def test_fixed_numbers_carry_their_source_and_sums_their_derivation(client: Client) -> None:
    others = seen(client, PRESIDIUM).one("tr", data_delegation="further-members")
    sources = [link.text for link in others.one("th").all("a")]
    assert (sources, numbers(others)) == (["Organe"], ["9"])
    html = seen(client, MAIN_COMMITTEE)
    total = html.all("details", data_trace="seats")
    assert any("Summe der Sitze" in it.text and "38" in it.text for it in total)


def test_the_end_of_a_term_that_ran_out_looks_for_attention(client: Client) -> None:
    html = seen(client, MAIN_COMMITTEE)
    assert html.one("strong", class_="late").text == "zwischen 23.3.2025 und 24.3.2025"
    (trace,) = html.all("details", data_trace="term")
    assert "Länge der Amtszeit 3 Jahre" in trace.text
    before = seen(client, MAIN_COMMITTEE, on="2024-01-01")
    assert before.all("strong", class_="late") == []


def test_countries_with_the_same_reason_stand_in_one_row(client: Client) -> None:
    html = seen(client, "cemr/bodies/policy-committee")
    (unknown,) = html.all("tr", class_="unknown")
    assert unknown.one("th").one(class_="names").text.count(",") == 26
    assert numbers(html.one("tr", data_delegation="DE")) == ["8"]
    assert [number.text for number in html.one(class_="difference").all("dt")] == ["8", "16"]


def test_seats_of_cities_are_listed_with_their_term(client: Client) -> None:
    html = seen(client, "eccar/bodies/steering-committee")
    cities = [(link["href"], link.text) for link in html.one(class_="names-list").all("a")]
    assert len(cities) == 27
    assert (f"/de/cities/koeln/?on={ON}", "Köln") in cities
    assert (f"/de/organisations/unesco/?on={ON}", "UNESCO") in cities
    assert numbers(html.one("tr", data_delegation="unesco")) == ["1", "1", "0"]
    assert numbers(html.one("tr", data_delegation="")) == ["26", "26", "0"]


def test_a_body_without_statute_shows_who_sits_there(client: Client) -> None:
    main = seen(client, "committee-of-the-regions/bodies/plenary").one("main")
    people = [link.text for link in main.all("a") if link["href"].startswith("/de/people/")]
    assert people == ["Uwe Conradt", "Dr. Peter Kurz", "Marcel Philipp"]
    assert "Zu den Sitzen dieses Gremiums ist keine Regel bekannt." in main.text


@pytest.mark.parametrize("language", ["de", "en", "fr"])
@pytest.mark.parametrize("address", ["eccar/bodies/nothing", "nothing/bodies/board"])
def test_an_unknown_body_is_not_found(client: Client, language: str, address: str) -> None:
    response = client.get(f"/{language}/networks/{address}/")
    assert response.status_code == 404
    assert page(response).one("main").all("form", role="search") != []


def test_an_impossible_day_is_refused(client: Client) -> None:
    response = client.get(f"/de/networks/{MAIN_COMMITTEE}/", {"on": "2015-02-30"})
    assert response.status_code == 400


@pytest.mark.parametrize(
    ("address", "state", "shares"),
    [
        ("cemr/bodies/policy-committee", "stated", ["46 %", "44 %"]),
        ("uclg/bodies/presidency", "unknown", []),
    ],
)
def test_the_balance_of_genders_is_stated_or_unknown(
    client: Client, address: str, state: str, shares: list[str]
) -> None:
    box = seen(client, address).one(class_="balance")
    assert box["data-balance"] == state
    assert [it.text for it in box.all("strong")] == shares
    assert "Das Register hält von niemandem das Geschlecht fest" in box.text


def test_a_presidency_for_good_is_named_and_nobody_else_is(client: Client) -> None:
    html = seen(client, "mayors-for-peace/bodies/executive-conference")
    assert "Präsidentschaft, auf Dauer: Hiroshima." in html.one("p", class_="lead").text
    assert html.one("p", class_="note seated").text == "Wer sonst dort sitzt, nennt keine Quelle."


def test_a_number_that_one_source_alone_gives_is_no_difference(client: Client) -> None:
    html = seen(client, "cemr/bodies/executive-bureau")
    assert html.all(class_="differences") == []
    (row,) = [
        it for it in html.all("tr") if "data-delegation" in it and "Stellvertretende" in it.text
    ]
    assert "Eine Quelle nennt 2." in row.text
    assert "attention" not in row["class"]


def test_those_past_their_term_are_counted_beside_who_sits_there(client: Client) -> None:
    confirmed = {(f"cemr-co-president-{name}", 2) for name in ("laurent", "schnaudigel")}
    withdraw_statements(statements=confirmed, by=Actor.system("test"))
    html = seen(client, "cemr/bodies/executive-bureau", on=ON)
    assert (
        "besetzt, soweit verzeichnet; davon 2 nach Ablauf der Amtszeit 3"
        in html.one("dl", class_="figures").text
    )


def test_a_confirmed_presidency_runs_until_the_year_that_its_page_gives(client: Client) -> None:
    html = seen(client, "cemr/bodies/executive-bureau", on=ON)
    assert "nach Ablauf" not in html.one("dl", class_="figures").text
    texts = [row.text for row in html.all("tr")]
    for holder in ("Gunn Marit Helgesen P", "Philippe Laurent C", "Christoph Schnaudigel C"):
        (row,) = [text for text in texts if text.startswith(holder)]
        assert "5.12.2025" in row
        assert "2028" in row


def test_delegations_of_unknown_size_stand_in_the_order_of_the_language(client: Client) -> None:
    for language, first, last in (
        ("de", "Belgien", "Zypern"),
        ("en", "Austria", "United Kingdom"),
        ("fr", "Autriche", "Tchéquie"),
    ):
        response = client.get(f"/{language}/networks/cemr/bodies/policy-committee/")
        names = page(response).one("span", class_="names").text.split(", ")
        assert (names[0], names[-1]) == (first, last)
        assert len(names) == 27


def test_of_a_day_known_to_the_year_no_day_is_named(client: Client) -> None:
    html = seen(client, "uclg/bodies/executive-bureau")
    assert "31.12.2022" not in html.one("main").text
    assert "mindestens 325 Tage" in html.one("dl", class_="figures").text


def test_a_body_of_which_nothing_is_known_says_so_once(client: Client) -> None:
    html = seen(client, "uclg/bodies/gender-committee", on=ON)
    assert html.all("dl", class_="figures") == []
    assert html.one("section", aria_labelledby="term").all("li") == []
    assert html.all("section", aria_labelledby="compare") == []


def test_what_a_statute_says_of_a_body_is_a_sentence(client: Client) -> None:
    lead = seen(client, "eurocities/bodies/forum", on=ON).one("p", class_="lead")
    assert lead.text.startswith("Sechs Foren: Kultur, Wirtschaft, Umwelt, Digitales, Mobilität")
    assert "Soziales. Wie viele" in lead.text


def test_a_figure_of_a_series_shows_its_own_year(client: Client) -> None:
    sources = seen(client, "cemr/bodies/policy-committee", on=ON).one(
        "section", aria_labelledby="page-sources"
    )
    assert "Population, total 2024" in sources.text
    assert "1960" not in sources.text


def test_a_long_word_may_break_at_its_stroke_and_nowhere_in_its_ending(client: Client) -> None:
    table = seen(client, "rgre-ds/bodies/presidium").all("table", class_="seats")[0]
    rows = {row["data-delegation"]: row.one("th") for row in table.all("tr", data_delegation=None)}
    assert rows["chief-executive"].text.startswith("Hauptgeschäftsführer/ in eines Bundesverbands")
    assert rows["secretary-general"].text.startswith("Generalsekretär/in")
    assert [len(it.all("wbr")) for it in rows.values()][:2] == [0, 1]


@pytest.mark.parametrize(
    "body",
    [
        "rgre-ds/bodies/delegates-assembly",
        "uclg/bodies/general-assembly",
        "eccar/bodies/general-conference",
        "mayors-for-peace/bodies/general-conference",
    ],
)
def test_an_assembly_of_all_members_has_no_term(client: Client, body: str) -> None:
    html = seen(client, body)
    assert html.all("section", aria_labelledby="term") == []
    assert "Amtszeit" not in html.one("p", class_="lead").text
    assert seen(client, MAIN_COMMITTEE).all("section", aria_labelledby="term") != []


def test_an_office_that_administers_has_no_page(client: Client) -> None:
    assert client.get("/de/networks/mayors-for-peace/bodies/secretariat/").status_code == 404
