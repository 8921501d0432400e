"""Proposals are sentences to paste: the text's own, with only what is outdated replaced."""

from time import process_time

import pytest

from tests.overview.checked.asking import statements

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

PROPOSED = [
    (
        "de",
        "Über 135 Städte aus 35 Ländern gehören zu Eurocities.",
        "Über 200 Städte aus 38 Ländern gehören zu Eurocities.",
    ),
    ("en", "Eurocities brings together 135 cities.", "Eurocities brings together over 200 cities."),
    (
        "fr",
        "Eurocities, réseau de plus de 135 villes de 35 pays, a été fondé en 1987.",
        "Eurocities, réseau de plus de 200 villes de 38 pays, a été fondé en 1986.",
    ),
    (
        "fr",
        "Eurocities est un réseau d’environ 135 villes.",
        "Eurocities est un réseau de plus de 200 villes.",
    ),
    ("de", "ECCAR wurde am 1. Mai 2004 gegründet.", "ECCAR wurde am 10.12.2004 gegründet."),
    (
        "en",
        "Cologne has been a member of Climate Alliance since 1995.",
        "Cologne has been a member of Climate Alliance since 1993.",
    ),
    ("fr", "Le siège du CCRE est à Paris.", "Le siège du CCRE est à Bruxelles."),
    ("de", "EUROCITIES\n\nMitglieder: 135", "Mitglieder: über 200"),
]


@pytest.mark.parametrize(("language", "text", "wanted"), PROPOSED)
def test_only_what_is_outdated_is_replaced(language: str, text: str, wanted: str) -> None:
    found = [it for it in statements(text, language) if it.wording is not None]
    assert found
    for it in found:
        assert it.wording is not None
        assert it.proposal == it.wording.text == wanted
        assert it.told is not None
        assert it.told[1] <= it.end


@pytest.mark.parametrize(("language", "text", "wanted"), PROPOSED)
def test_a_sentence_as_proposed_is_not_reported_again(
    language: str, text: str, wanted: str
) -> None:
    heading = text.partition("\n\n")[0] + "\n\n" if "\n\n" in text else ""
    assert all(it.wording is None for it in statements(heading + wanted, language))


def test_who_is_gone_without_a_known_successor_is_not_repeated_as_the_proposal() -> None:
    (found,) = statements("Jürgen Roters sitzt im Weltrat der UCLG.", "de")
    assert found.proposal is not None
    assert "zuletzt Jürgen Roters (bis 20.10.2015); wer folgte" in found.proposal


def test_the_title_of_somebody_whose_seat_is_over_is_not_reported_beside_it() -> None:
    text = "Im Exekutivkomitee der UCLG hat Herr Oberbürgermeister Dr. Schröter aus Jena den Sitz."
    assert [it.kind for it in statements(text, "de")] == ["seat"]


def test_rough_days_are_worded_as_a_month_or_as_two_years() -> None:
    (president,) = statements("Stefano Bonaccini ist seit 2016 Präsident des RGRE.", "de")
    assert president.proposal is not None
    assert " ".join(president.proposal.split()).endswith("Gunn Marit Helgesen, seit Dezember 2022.")
    (joined,) = statements("Köln ist seit 2012 Mitglied im Rainbow Cities Network.", "de")
    assert joined.proposal is not None
    assert "seit 2011 oder 2012, nach anderer Quelle seit 17.5.2015" in joined.proposal


def test_a_goal_of_a_text_that_came_after_the_signature_is_told_from_that_of_the_city() -> None:
    text = "Köln will im Konvent der Bürgermeister bis 2030 die Emissionen um 40 Prozent senken."
    (found,) = statements(text, "de")
    assert found.reason.code == "check.reason.goal-cohort"
    assert found.proposal is not None
    assert "−20\xa0% bis 2020" in found.proposal


def test_of_a_long_sentence_only_the_part_around_is_given() -> None:
    text = f"Eurocities hat 135 Mitglieder, {'und das freut alle sehr ' * 20}in Köln."
    (found,) = statements(text, "de")
    assert found.proposal is not None
    assert found.proposal.startswith("Eurocities hat über 200 Mitglieder, und")
    assert len(found.proposal) < 200


@pytest.mark.parametrize(
    ("language", "text", "proposal"),
    [
        (
            "de",
            "Unsere Oberbürgermeisterin Henriette Reker lädt die Partner von Eurocities ein.",
            "Unsere Oberbürgermeister/in Torsten Burmester lädt die Partner von Eurocities ein.",
        ),
        (
            "de",
            "Oberbürgermeister von Jena ist Dr. Albrecht Schröter.",
            "Oberbürgermeister/in von Jena ist Dr. Thomas Nitzsche.",
        ),
        (
            "en",
            "Henriette Reker is Lord Mayor of Cologne.",
            "Torsten Burmester is Lord Mayor of Cologne.",
        ),
        (
            "fr",
            "La maire de Cologne, Henriette Reker, a rejoint l’appel d’Eurocities.",
            "La maire de Cologne, Torsten Burmester, a rejoint l’appel d’Eurocities.",
        ),
        (
            "de",
            "Seit 2015 ist Henriette Reker Oberbürgermeisterin von Köln.",
            "Oberbürgermeister/in, Köln: Torsten Burmester, seit 1.11.2025.",
        ),
        (
            "de",
            "Heute nimmt Herr Oberbürgermeister Dr. Schröter aus Jena diese Aufgabe wahr.",
            "Oberbürgermeister/in, Jena: Dr. Thomas Nitzsche, seit 1.7.2018.",
        ),
        (
            "de",
            "Den Vorstand von Eurocities berät Oberbürgermeister Jürgen Roters aus Köln.",
            "Oberbürgermeister/in, Köln: Torsten Burmester, seit 1.11.2025.",
        ),
    ],
)
def test_who_holds_an_office_now_is_named_in_the_sentence(
    language: str, text: str, proposal: str
) -> None:
    (found,) = statements(text, language)
    assert found.proposal == proposal


def test_as_many_statements_as_a_text_can_hold_take_no_longer_each() -> None:
    known = "Eurocities hat 135 Mitglieder. "
    few, many = known * 200, known * 3200
    statements(few)
    took = []
    for text in (few, many):
        began = process_time()
        assert len(statements(text)) == text.count("135")
        took.append(process_time() - began)
    assert took[1] < 16 * 3 * took[0]
