"""What is left alone, and what is said of the numbers that are found."""

import pytest

from tests.overview.checked.asking import reported, rows, statements

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


@pytest.mark.parametrize(
    "text",
    [
        "Eurocities lud 135 Städte zur Jahrestagung ein.",
        "Der Rat der Stadt Köln mit seinen 90 Mitgliedern beschloss den Beitritt zu Eurocities.",
        "Köln ist eine von 17 deutschen Städten in Eurocities.",
        "Eurocities nahm 12 neue Mitglieder auf.",
        "Eurocities vertritt mehr als 130 Millionen Menschen.",
        "An einem Projekt von Eurocities nahmen 25 Städte aus 12 Ländern teil.",
        "Eurocities tagt in Köln. Die Stadt hat 86 Stadtteile und 23 Partnerstädte.",
        "Eurocities hat 20 Mitglieder in Deutschland.",
        "Münster ist die 56. Mitgliedsstadt im Rainbow Cities Network.",
        "Netz:\n\n• African Coalition of Cities against Racism, gegründet 2006 in Nairobi",
    ],
)
def test_what_says_nothing_of_the_whole_network_is_left_alone(text: str) -> None:
    assert rows(text, "de") == []


FOOTBALL = """Der 1. FC Köln wurde 1948 gegründet und hat über 150.000 Mitglieder in 40 Ländern.
Im Stadion sahen 50.000 Zuschauer das Spiel gegen Bayern München, das 3:1 endete. Der Präsident
des Vereins ist seit 2019 im Amt. In der Liga spielen 18 Mannschaften aus 17 Städten."""


def test_a_page_about_football_says_nothing_of_networks() -> None:
    assert rows(FOOTBALL) == []


def test_what_is_outdated_gets_reason_source_and_a_wording_in_the_language_of_the_text() -> None:
    (found,) = statements("Eurocities is a network that brings together 135 cities.")
    assert (found.reason.code, found.proposal) == (
        "check.reason.number-newer",
        "Eurocities is a network that brings together over 200 cities.",
    )
    assert [it.code for it in found.sources] == ["portico-eurocities", "koeln-page"]


def test_a_number_of_an_earlier_day_is_judged_by_the_sources_of_that_day() -> None:
    assert reported("Im Jahr 2016 hatte die ECCAR 121 Mitglieder.", "de") == []
    assert reported("Im Jahr 2016 hatte die ECCAR 170 Mitglieder.", "de") == ["170 Mitglieder"]
