"""The page that holds a text against the register: found, worded, marked, and not kept."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from koinon.web.public.marked import MOST_LISTED
from tests.web.markup import Element, page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

OLD = "Eurocities ist ein Netzwerk mit 135 Mitgliedern aus 38 Ländern."
OTHER_LANGUAGE = (
    "Der Text ist weder deutsch noch englisch noch französisch: Andere Sprachen kann Koinon nicht"
    " prüfen."
)
NAMES = {"de": "Klima-Bündnis", "en": "Climate Alliance", "fr": "Alliance pour le Climat"}
EN = "/en/check/"
DE = "/de/check/"


def sent(address: str = DE, status: int = 200, **fields: object) -> Element:
    response = Client().post(address, {"text": "", **fields})
    assert response.status_code == status
    assert "no-store" in response["Cache-Control"]
    return page(response)


def test_what_should_change_stands_beside_its_proposal_with_reason_and_source() -> None:
    html = sent(text=OLD)
    table = html.all("table")[0]
    (row,) = table.one("tbody").all("tr")
    assert row["data-state"] == "outdated"
    assert row.one("del").text == "135"
    assert row.one("ins").text == "über 200"
    before, proposed = row.all("td")
    assert "135 Mitgliedern" in before.text
    assert "über 200 Mitgliedern" in proposed.text
    assert "Eine neuere Quelle sagt: über 200 Mitglieder" in row.text
    assert row.all("a")[-1]["href"].startswith("https://portico")


def test_the_text_stands_below_with_a_mark_at_each_statement() -> None:
    marked = sent(text=OLD).one("div", class_="marked")
    marks = [(it["data-state"], it.text) for it in marked.all("mark")]
    assert marks == [("outdated", "135 Mitgliedern 1"), ("current", "38 Ländern 2")]
    assert marked["lang"] == "de"


def test_what_should_change_is_numbered_first_and_without_holes() -> None:
    text = "Eurocities wurde 1986 gegründet. Eurocities hat 135 Mitglieder aus 38 Ländern."
    html = sent(text=text)
    numbers = [it["id"] for it in html.all("tr", data_state=None)]
    assert numbers == ["s1", "s2", "s3"]
    assert html.one("tr", id="s1")["data-state"] == "outdated"
    marks = [it["id"] for it in html.one("div", class_="marked").all("mark")]
    assert marks == ["m2", "m1", "m3"]
    assert "1 von 3 Aussagen" in html.text


def test_the_proposal_keeps_the_language_of_the_text_on_a_page_in_another() -> None:
    html = sent(EN, text=OLD)
    assert "Netzwerk mit über 200 Mitgliedern aus" in html.all("tbody")[0].text
    assert "A newer source says: over 200 members" in html.text


def test_markup_in_a_text_is_shown_and_not_obeyed() -> None:
    html = sent(text=f"<script>alert(1)</script> {OLD}")
    assert html.all("script", src=None) == html.all("script")
    assert "<script>alert(1)</script>" in html.one("div", class_="marked").text


def test_a_file_goes_before_a_pasted_text() -> None:
    upload = SimpleUploadedFile("page.html", f"<p>{OLD}</p>".encode(), "text/html")
    assert sent(text="Nichts davon.", file=upload).one("del").text == "135"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Der Text ist leer: Fügen Sie einen Text ein oder wählen Sie eine Datei."),
        ("   \n", "Der Text ist leer: Fügen Sie einen Text ein oder wählen Sie eine Datei."),
        (
            "Questa pagina parla delle reti di città, alle quali il comune ha aderito negli anni.",
            OTHER_LANGUAGE,
        ),
    ],
)
def test_what_cannot_be_checked_gets_one_sentence(text: str, sentence: str) -> None:
    assert sent(status=400, text=text).one(role="alert").text == sentence


def test_what_was_pasted_stays_in_its_field() -> None:
    text = (
        " Questa pagina parla delle reti di città,\n"
        "alle quali il comune ha aderito negli anni & <altro>."
    )
    refused = sent(status=400, text=text, language="")
    field = refused.one("textarea")
    assert field["aria-invalid"] == "true"
    hint, error = field["aria-describedby"].split()
    assert refused.one(id=hint).text.startswith("Höchstens 500.000 Zeichen")
    assert refused.one(id=error)["role"] == "alert"
    assert "".join(map(str, field.inside)) == "\n" + text
    assert "".join(map(str, sent(text=OLD).one("textarea").inside)) == "\n" + OLD
    chosen = sent(text=OLD, language="de").all("option", selected=None)
    assert [it["value"] for it in chosen] == ["de"]


def test_too_much_is_refused_before_it_is_read() -> None:
    html = sent(status=413, text="a" * 10_200_000)
    assert html.one(role="alert").text.startswith("Die Datei ist zu groß")


def test_a_form_without_its_key_is_refused_with_a_sentence() -> None:
    response = Client(enforce_csrf_checks=True).post(DE, {"text": OLD})
    assert response.status_code == 403
    html = page(response)
    assert html.one(role="alert").text.startswith("Das Formular ist abgelaufen")
    assert html.one("textarea").text == OLD


def test_a_page_about_something_else_is_told_so() -> None:
    html = sent(text="Der Verein hat 300 Mitglieder und spielt in der Liga mit 18 Mannschaften.")
    assert "sagt nichts über Netzwerke" in html.text
    assert html.all("mark") == []


def test_of_a_long_text_only_paragraphs_with_statements_are_shown() -> None:
    html = sent(text="Das ist von anderem und nicht von der Sache.\n\n" * 2000 + OLD)
    assert html.one("div", class_="marked").text.startswith("Eurocities ist ein Netzwerk")


def test_the_day_asked_for_counts() -> None:
    text = "Eurocities ist ein Netzwerk mit 135 Mitgliedern."
    assert len(sent(DE, text=text).all("del")) == 1
    assert sent(f"{DE}?on=2016-01-01", text=text).all("del") == []
    earlier = sent(DE, text=text, on="2016-01-01")
    assert earlier.all("del") == []
    assert earlier.one("input", id="on")["value"] == "2016-01-01"
    assert earlier.one("textarea").text.strip() == text


def test_a_day_that_does_not_exist_is_refused_and_the_text_is_kept() -> None:
    html = sent(DE, status=400, text=OLD, on="2015-02-30")
    assert html.one(role="alert").text.startswith("Den Tag „2015-02-30“ gibt es nicht")
    assert html.one("textarea").text.strip() == OLD


def test_another_language_takes_the_text_and_the_day_along() -> None:
    html = sent(DE, text=OLD, on="2016-01-01")
    button = html.one("button", lang="fr")
    assert (button["form"], button["formaction"]) == ("asked", "/fr/check/?on=2016-01-01")
    french = sent("/fr/check/", text=OLD, on="2016-01-01", translated="1")
    assert french.one("html")["lang"] == "fr"
    assert french.one("input", id="on")["value"] == "2016-01-01"
    assert french.all("mark")
    assert sent("/fr/check/", text="", on="", translated="1").all("p", role="alert") == []


def test_what_a_file_says_stands_in_the_field_to_be_mended() -> None:
    upload = SimpleUploadedFile("page.html", f"<p>{OLD}</p>".encode(), "text/html")
    assert sent(file=upload).one("textarea").text.strip() == OLD


def test_a_text_of_many_books_is_refused_at_once_and_says_how_long_it_may_be() -> None:
    html = sent(status=400, text=f"{OLD} " * 70_000)
    assert html.one(role="alert").text == (
        "Der Text ist mit 4.480.000 Zeichen zu lang: Höchstens 500.000 Zeichen können geprüft"
        " werden."
    )


def test_long_texts_count_as_several_forms(settings: Settings) -> None:
    settings.KOINON_FORMS_PER_MINUTE = 2
    sent(text="Das ist von anderem und nicht von der Sache.\n\n" * 5000)
    html = sent(status=429, text=OLD)
    assert "Sekunden" in html.one(role="alert").text
    assert html.one("textarea").text.strip() == OLD


def test_of_very_many_statements_the_first_are_listed_and_the_others_counted() -> None:
    html = sent(text=f"{OLD}\n\n" * 200)
    assert len(html.all("tr", data_state=None)) == MOST_LISTED
    assert len(html.all("mark")) == MOST_LISTED
    assert "200 von 400 Aussagen" in html.text
    assert "100 weitere Aussagen stehen nicht auf dieser Seite" in html.text
    assert "weitere Aussage" not in sent(text=OLD).text


def test_what_is_spoken_of_is_named_in_the_language_of_the_page() -> None:
    text = "Climate Alliance has 1,000 members."
    named = {it: sent(f"/{it}/check/", text=text).all("table")[0].all("a")[0].text for it in NAMES}
    assert named == NAMES


def test_a_text_in_another_language_than_chosen_is_told_so_and_read_again_by_a_button() -> None:
    french = "Eurocities est un réseau de 135 membres et la ville en fait partie."
    html = sent(text=french, language="de")
    told = html.one("div", class_="other-language")
    assert "scheint Französisch zu sein; geprüft wurde er als Text auf Deutsch" in told.text
    button = told.one("button")
    assert button["name"] == "read-as"
    fields: dict[str, object] = {"read-as": button["value"]}
    again = sent(DE, 200, text=french, language="de", **fields)
    assert again.all("div", class_="other-language") == []
    assert [it.text for it in again.all("del")] == ["135"]
    assert sent(text=OLD, language="de").all("div", class_="other-language") == []
