"""The way from a city to its result: what each page asks, and what comes of the answers."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from tests.web.markup import Element, page
from tests.web.places import LANGUAGES
from tests.web.start.way import ask, carried, known, to_head, to_missing, to_result

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def city(language: str, query: str, status: int = 200) -> Any:
    response: Any = Client().get(f"/{language}/start/", {"q": query})
    assert response.status_code == status
    return response


@pytest.mark.parametrize("typed", ["Köln", "koeln", "COLOGNE", " köln "])
def test_a_city_of_just_that_name_is_opened(typed: str) -> None:
    assert city("de", typed, 302)["Location"] == "/de/start/ties/koeln/"


def test_of_several_cities_one_is_chosen_or_none() -> None:
    html = page(city("de", "burg"))
    links = {item.text: item["href"] for item in html.one("ul", class_="choices").all("a")}
    assert "/de/start/ties/hamburg/" in links.values()
    assert links["Keine davon: mit „burg“ weitermachen"] == "/de/start/about/?name=burg"


def test_a_city_that_is_misspelt_is_offered() -> None:
    html = page(city("de", "Manheim"))
    first = html.one("ul", class_="choices").all("a")[0]
    assert (first.text, first["href"]) == ("Mannheim", "/de/start/ties/mannheim/")


@pytest.mark.parametrize("name", ["Musterstadt an der Ruhr", "Manheimer Land", "Bxnn am Rhein"])
def test_a_longer_name_is_no_slip_of_the_keys(name: str) -> None:
    assert page(city("de", name)).all("ul", class_="choices") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_city_that_nobody_knows_goes_the_same_way(language: str) -> None:
    html = page(city(language, "Musterstadt"))
    assert "Musterstadt" in html.one("h1").text
    assert html.one("input", name="name")["value"] == "Musterstadt"
    assert len(html.one("select", name="country").all("option")) > 240


def test_countries_stand_in_the_order_of_the_language() -> None:
    known, others = page(city("fr", "Musterstadt")).one("select").all("optgroup")
    first = [it.text for it in known.all("option")]
    assert first.index("Allemagne") < first.index("Espagne")
    names = [it.text for it in others.all("option")]
    assert names.index("Égypte") < names.index("Émirats arabes unis") < names.index("Zimbabwe")
    assert not set(first) & set(names)
    assert "Antarctique" not in names, "where there is no town"


def test_the_only_network_that_may_be_meant_is_chosen_already() -> None:
    missing = to_missing("de", city="hamburg")
    html = ask("de", "networks", {"carried": carried(missing), "text": "Rainbow Citys"})
    (question,) = html.all("fieldset", class_="question")
    chosen = [it["value"] for it in question.all("input", type="radio") if "checked" in it]
    assert chosen == ["rainbow-cities"]


def test_each_tie_is_asked_of_with_its_source_and_day() -> None:
    html = known("de", "koeln")
    fields = html.all("fieldset", class_="mark")
    assert len(fields) == 10
    rainbow = next(it for it in fields if it.one("legend").text == "Rainbow Cities Network")
    assert "Mitgliedschaft; seit 2011–2012 oder 17.5.2015 (abweichende Angaben)" in rainbow.text
    assert "About us , 2021" in rainbow.text
    radios = rainbow.all("input", type="radio")
    assert [(it["value"], "checked" in it) for it in radios] == [
        ("yes", False),
        ("no", False),
        ("unsure", True),
    ]
    assert {it["name"] for it in radios} == {"mark-koeln-rainbow-cities"}


def test_what_is_missing_is_read_and_asked_about() -> None:
    html = to_missing("de", city="koeln")
    text = "Netzwerk\nEurocites\nGlobal Covenant of Mayors\nHansebund"
    found = ask("de", "networks", {"carried": carried(html), "text": text})
    question = found.one("fieldset", class_="question")
    assert "„Global Covenant of Mayors“" in question.one("legend").text
    assert [it["value"] for it in question.all("input", type="radio")] == [
        "covenant-of-mayors",
        "own",
        "drop",
    ]
    lists = [it.text for item in found.all("ul", class_="plain-list") for it in item.all("li")]
    assert lists == [
        (
            "Eurocities geschrieben: Eurocites; stand schon im vorigen Schritt; "
            "dort gilt Ihre Antwort: weiß nicht"
        ),
        "Hansebund",
    ]


def test_what_was_typed_as_it_is_called_is_not_repeated() -> None:
    html = to_missing("de", name="Musterstadt")
    found = ask("de", "networks", {"carried": carried(html), "text": "Eurocities"})
    (recognised,) = found.one("ul", class_="plain-list").all("li")
    assert recognised.text == "Eurocities"


def test_without_a_text_nothing_is_asked_about_it() -> None:
    html = to_head(to_missing("de", city="koeln"), "de")
    assert html.one("h1").text == "Wer ist Oberbürgermeister/in, und seit wann?"
    assert "Torsten Burmester , Oberbürgermeister/in, seit 1.11.2025" in html.one("main").text


def rows(html: Element, section: str) -> list[str]:
    """Give the first line of each row of a section's table."""
    table = html.one("section", aria_labelledby=section).all("table")[0]
    return [row.text for row in table.all("tr", class_="has-derivation")]


def test_the_result_for_cologne() -> None:
    html = to_missing("de", city="koeln", mark_koeln_eurocities="no")
    html = to_head(html, "de", "ICLEI")
    html = to_result(html, "de", head="no", name="Maria Muster", since="1.11.2020")
    fees = rows(html, "fees")
    assert "Rainbow Cities Network 3.200,00 €" in fees
    assert fees[-1].startswith("ICLEI Die Regeln dieses Netzwerks sind hier nicht bekannt.")
    named = " ".join(fees)
    assert ("ECCAR (Mitgliedschaft)" in named, "ECCAR (Unterzeichnung)" in named) == (True, True)
    assert [fee for fee in fees if fee.startswith("Eurocities")] == []
    assert len(html.one("section", aria_labelledby="dates").all("ul")[0].all("li")) >= 3
    differing = html.one("section", aria_labelledby="differing").all("tr", class_="attention")
    assert [(row.one("th").text, row.all("td")[0].text) for row in differing] == [
        ("Eurocities", "gehört nicht dazu"),
        ("Oberbürgermeister/in", "Maria Muster, Beginn: 1.11.2020"),
        ("Rainbow Cities Network", "weiß nicht"),
    ]
    assert "Torsten Burmester, Beginn: 1.11.2025" in differing[1].all("td")[1].text
    theirs = differing[2].all("td")[1].text
    assert theirs.startswith("gehört dazu, Beginn: 2011–2012 oder 17.5.2015 (abweichende Angaben)")
    assert "About us" in theirs


def test_the_result_for_a_city_that_nobody_knows() -> None:
    html = to_missing("de", name="Musterstadt", country="DE", population="120.000")
    html = to_head(html, "de", "Klima-Bündnis\nRainbow Cities\nHansebund", guess_1="rainbow-cities")
    html = to_result(html, "de", name="Maria Muster", since="2020")
    assert rows(html, "fees") == [
        (
            "Klima-Bündnis Bis 29.411 Einwohner gilt der Mindestbeitrag von 250,00 €. "
            "Ab 1.764.706 Einwohnern gilt der Höchstbeitrag von 15.000,00 €. 1.020,00 €"
        ),
        "Rainbow Cities Network 1.000,00 €",
        "Hansebund Die Regeln dieses Netzwerks sind hier nicht bekannt. unbekannt",
    ]
    known, _, unknown = html.one("table", class_="fees").all("tr", class_="derived")
    assert len(known.all("details")) == 1
    assert unknown.all("details") == [], "the reason says it all"
    undated = html.one("ul", class_="dues undated")
    assert "Tag unbekannt" not in undated.text, "the heading says so"
    main = html.one("main").text
    assert "Summe der bekannten Beiträge 2.020,00 €" in main
    assert "120.000 Einwohner nach Ihrer Angabe" in main
    assert "Ihre Angabe: Maria Muster, seit 2020" in main
    assert "Zu dieser Stadt kennen wir keine Quelle" in main


def test_an_invitation_is_no_date_by_which_something_is_due() -> None:
    html = to_head(to_missing("de", name="Musterstadt"), "de", "Mayors for Peace")
    dates = to_result(html, "de").one("section", aria_labelledby="dates")
    assert "Kein Termin mit bekanntem Tag." in dates.text
    assert [it.text for it in dates.all("h3")] == ["Eingeladen, nicht verpflichtet"]
    invitation = dates.one("ul", class_="dues").all("li")[0]
    assert "Flaggentag" in invitation.text


def test_a_seat_that_rests_on_the_office_is_named() -> None:
    on = "?on=2015-06-01"
    response: Any = Client().get(f"/de/start/ties/koeln/{on}")
    fields = {"carried": carried(page(response)), "head": "yes"}
    found: Any = Client().post(f"/de/start/result/{on}", fields)
    seats = page(found).one("section", aria_labelledby="seats")
    named = [item.text.partition(" Der Sitz")[0] for item in seats.all("li")]
    assert "Sitz im Weltrat, UCLG: Jürgen Roters" in named
    assert "Sitz im Exekutivbüro, UCLG: Jürgen Roters" in named


def test_a_step_can_be_gone_back_and_sent_twice() -> None:
    html = to_missing("de", city="koeln", mark_koeln_eurocities="no")
    fields = {"carried": carried(html), "text": "ICLEI"}
    once, twice = (ask("de", "networks", fields) for _ in range(2))
    assert carried(once) == carried(twice)
    back = {"carried": carried(once), "back": "1"}
    missing = ask("de", "missing", back)
    assert missing.one("textarea").text == "ICLEI"
    further = {"carried": carried(missing), "back": "1"}
    chosen = ask("de", "ties", further).all("input", id="koeln-eurocities-no")
    assert ["checked" in item for item in chosen] == [True]


def test_a_typed_city_can_be_changed_again() -> None:
    html = to_missing("de", name="Musterstadt", country="FR", population="5")
    about = ask("de", "about", {"carried": carried(html), "back": "1"})
    assert about.one("input", name="name")["value"] == "Musterstadt"
    assert about.one("option", selected="")["value"] == "FR"
    assert about.one("input", name="population")["value"] == "5"


def test_a_step_is_shown_in_another_language_with_its_answers() -> None:
    html = to_head(to_missing("de", city="koeln"), "de", "ICLEI")
    button = html.one("button", lang="fr")
    assert (button["formaction"], button["name"]) == ("/fr/start/head/", "translated")
    assert button["form"] == html.one("form", class_="asked")["id"]
    french = ask("fr", "result", {"carried": carried(html), "translated": "1"})
    assert "ICLEI" in rows(french, "fees")[-1]
    assert french.one("html")["lang"] == "fr"


def test_what_was_typed_and_not_yet_sent_goes_along_into_another_language() -> None:
    html = to_missing("de", city="koeln")
    sealed = {"carried": carried(html), "translated": "1"}
    assert ask("fr", "missing", sealed | {"text": "Hansebund"}).one("textarea").text == "Hansebund"
    head = ask("en", "head", sealed | {"name": "Anna", "since": "31.2."})
    assert head.one("input", name="name")["value"] == "Anna"
    assert head.one("input", name="since")["value"] == "31.2."
    ties = ask("en", "ties", sealed | {"mark-koeln-eurocities": "no"})
    assert ties.one("input", id="koeln-eurocities-no")["checked"] == ""
    about = ask("fr", "about", {"translated": "1", "name": "Musterstadt", "population": "5"})
    assert about.one("input", name="name")["value"] == "Musterstadt"
    assert about.one("input", name="population")["value"] == "5"


def test_too_many_forms_in_a_minute_are_asked_to_wait(settings: Settings) -> None:
    settings.KOINON_FORMS_PER_MINUTE = 2
    client = Client()
    answers = [client.post("/de/start/missing/", {"name": "Musterstadt"}) for _ in range(3)]
    assert [it.status_code for it in answers] == [200, 200, 429]
    assert int(answers[-1]["Retry-After"]) > 0
    assert client.get("/de/start/").status_code == 200


@pytest.mark.parametrize(
    "step", ["ties", "missing", "networks", "head", "result", "workbook", "letter"]
)
def test_without_answers_the_way_begins_with_the_city(client: Client, step: str) -> None:
    assert client.get(f"/fr/start/{step}/")["Location"] == "/fr/start/"


def test_nothing_is_stored_and_nothing_is_written() -> None:
    client = Client()
    with CaptureQueriesContext(connection) as asked:
        html = to_result(to_head(to_missing("de", city="koeln"), "de", "ICLEI"), "de")
        for file in ("workbook", "letter", "calendar"):
            response: Any = client.post(f"/de/start/{file}/", {"carried": carried(html)})
            assert (response.status_code, response.cookies) == (200, {})
    verbs = {query["sql"].split()[0] for query in asked.captured_queries}
    # PostgreSQL reads long lists through a cursor, which is declared.
    assert verbs - {"DECLARE"} == {"SELECT"}


def test_the_result_says_where_a_city_cannot_be_a_member_itself() -> None:
    html = to_head(to_missing("de", name="Musterstadt", country="DE"), "de", "CEMR")
    fees = to_result(html, "de").one("section", aria_labelledby="fees")
    assert "kann eine Stadt hier nicht selbst Mitglied sein. Der Weg führt über" in fees.text


def test_a_town_that_is_too_small_learns_which_condition_is_not_met() -> None:
    html = to_missing("de", name="Kleinstadt", country="DE", population="21500")
    main = to_result(to_head(html, "de", "Eurocities"), "de").one("main")
    assert "kann eine Stadt hier nicht selbst Mitglied sein" not in main.text
    ways = [it for it in main.one("div", class_="depends").all("li") if it.all("details")]
    assert [it.text.partition(" Wie berechnet?")[0] for it in ways] == [
        "Vollmitglied: Mindestens 250.000 Einwohner",
        "Partner: 50.001 bis 249.999 Einwohner",
    ]
    assert "Exekutivausschuss" not in main.text


def test_how_the_city_belongs_is_asked_where_it_matters_and_can_be_chosen_later() -> None:
    html = to_missing("de", name="Musterstadt", country="DE", population="120000")
    text = "Konvent der Bürgermeister\nRainbow Cities Network"
    asked = ask("de", "networks", {"carried": carried(html), "text": text})
    (question,) = asked.all("fieldset", class_="question")
    assert question.one("legend").text == "Konvent der Bürgermeister – Europa"
    (unsure,) = [it for it in question.all("input", type="radio") if not it["value"]]
    assert "checked" in unsure
    head = ask("de", "head", {"carried": carried(asked)})
    result = to_result(head, "de")
    dates = result.one("section", aria_labelledby="dates")
    assert "Konvent der Bürgermeister (2008): " in dates.one("div", class_="depends").text
    (choose,) = dates.all("button", formaction="/de/start/networks/")

    again = ask("de", "networks", {"carried": carried(result), choose["name"]: "1"})
    answers = {"part-covenant-of-mayors": "text-2015", "since-covenant-of-mayors": "1.11.2025"}
    head = ask("de", "head", {"carried": carried(again), **answers})
    dates = to_result(head, "de").one("section", aria_labelledby="dates")
    assert dates.all("div", class_="depends") == []
    assert "1.11.2027 Aktionsplan" in dates.text


def test_a_day_of_belonging_that_does_not_exist_is_said_beside_its_field() -> None:
    html = to_missing("de", name="Musterstadt")
    asked = ask("de", "networks", {"carried": carried(html), "text": "Konvent der Bürgermeister"})
    answers = {"part-covenant-of-mayors": "text-2015", "since-covenant-of-mayors": "31.2.2020"}
    wrong = ask("de", "head", {"carried": carried(asked), **answers}, status=400)
    assert "„31.2.2020“ ist kein Tag, den es gibt" in wrong.one("p", role="alert").text
    assert wrong.one("input", id="since-covenant-of-mayors")["value"] == "31.2.2020"
    assert "checked" in wrong.one("input", id="part-covenant-of-mayors-text-2015")
