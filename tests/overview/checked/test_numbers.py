"""Numbers of members and countries, and years of foundation, in sentences of many shapes."""

import pytest

from tests.overview.checked.asking import reported, rows, statements

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

EUROCITIES = "eurocities"


@pytest.mark.parametrize(
    ("text", "network", "quote", "verdict"),
    [
        ("EUROCITIES zählt mehr als 135 Städte.", EUROCITIES, "mehr als 135 Städte", "outdated"),
        ("In Eurocities arbeiten über 200 Städte zusammen.", EUROCITIES, "über 200 Städte", "current"),
        ("Dem Netzwerk Eurocities gehören zweihundert Städte an.", EUROCITIES, "zweihundert Städte", "current"),
        ("Über 200 Städte sind Mitglied bei Eurocities.", EUROCITIES, "Über 200 Städte", "current"),
        ("Die Eurocities sind ein Verbund aus 38 Ländern.", EUROCITIES, "38 Ländern", "current"),
        ("Die Mitglieder von Eurocities kommen aus fünfunddreißig Ländern.", EUROCITIES, "fünfunddreißig Ländern", "outdated"),
        ("Eurocities (200+ Mitglieder) sitzt in Brüssel.", EUROCITIES, "200+ Mitglieder", "current"),
        ("Das Klima-Bündnis hat ca. 1.800 Mitgliedskommunen.", "climate-alliance", "ca. 1.800 Mitgliedskommunen", "current"),
        ("Dem Klimabündnis gehören rund 1 800 Kommunen aus 27 Ländern an.", "climate-alliance", "rund 1 800 Kommunen", "current"),
        ("Rund 1700 Kommunen sind Mitglied des Klima-Bündnisses.", "climate-alliance", "Rund 1700 Kommunen", "outdated"),
        ("The network Eurocities brings together 135 cities.", EUROCITIES, "135 cities", "outdated"),
        ("More than 200 cities belong to Eurocities.", EUROCITIES, "More than 200 cities", "current"),
        ("ESN is a network with over 180 members in thirty-three countries.", "esn", "over 180 members", "current"),
        ("ESN is a network with over 180 members in nearly 30 countries.", "esn", "nearly 30 countries", "outdated"),
        ("The Climate Alliance unites some 1,800 municipalities.", "climate-alliance", "some 1,800 municipalities", "current"),
        ("Mayors for Peace has members in one hundred and fifty-six countries.", "mayors-for-peace", "one hundred and fifty-six countries", "outdated"),
        ("Eurocities réunit plus de 200 villes dans 38 pays.", EUROCITIES, "plus de 200 villes", "current"),
        ("Le réseau Eurocities compte plus de 135 villes de 35 pays.", EUROCITIES, "35 pays", "outdated"),
        ("L’Alliance pour le Climat regroupe environ 1 800 communes.", "climate-alliance", "environ 1 800 communes", "current"),
        ("Maires pour la paix est présent dans cent soixante-six pays.", "mayors-for-peace", "cent soixante-six pays", "current"),
    ],
)  # fmt: skip
def test_a_number_is_found_and_judged(text: str, network: str, quote: str, verdict: str) -> None:
    assert (network, "count", quote, verdict) in rows(text, language_of(text))


def language_of(text: str) -> str:
    """Short sentences do not always tell their language by themselves."""
    if text.startswith(("The ", "More ", "ESN", "Mayors")):
        return "en"
    return "fr" if any(it in text for it in ("réunit", "réseau", "communes", "présent")) else "de"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Eurocities wurde 1986 gegründet.", "current"),
        ("Eurocities wurde 1968 gegründet.", "differing"),
        ("Das Netzwerk Eurocities besteht seit 1986.", "current"),
        ("Die Gründung von Eurocities im Jahr 1989 war ein Anfang.", "differing"),
        ("Die Europäische Städtekoalition gegen Rassismus ist am 10. Dezember 2004 in Nürnberg entstanden.", "current"),
        ("Die ECCAR wurde am 12.12.2004 gegründet.", "differing"),
    ],
)  # fmt: skip
def test_the_year_of_foundation(text: str, verdict: str) -> None:
    assert [(kind, found) for _, kind, _, found in rows(text, "de")] == [("founded", verdict)]


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
        "Eurocities: over 200 members (as of 2023).",
    )
    assert [it.code for it in found.sources] == ["portico-eurocities", "koeln-page"]


def test_a_number_of_an_earlier_day_is_judged_by_the_sources_of_that_day() -> None:
    assert reported("Im Jahr 2016 hatte die ECCAR 121 Mitglieder.", "de") == []
    assert reported("Im Jahr 2016 hatte die ECCAR 170 Mitglieder.", "de") == ["170 Mitglieder"]
