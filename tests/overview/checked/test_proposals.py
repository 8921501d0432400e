"""Proposals are sentences to paste: the text's own, with only what is outdated replaced."""

from time import process_time

import pytest

from koinon.overview.home import showcase_on
from koinon.wording.say import say_reason
from tests.overview.checked.asking import TODAY, statements
from tests.overview.checked.generated import texts
from tests.overview.checked.kept import PASSAGES

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


def test_who_followed_on_a_seat_is_named_as_elsewhere() -> None:
    (found,) = statements("Jürgen Roters sitzt im Weltrat der UCLG.", "de")
    assert found.proposal == (
        "Dem Gremium Weltrat (UCLG) gehörte bis zum 20.10.2015 Jürgen Roters an, danach "
        "Dr. Albrecht Schröter (bis spätestens Juni\xa02018); wer dann folgte, ist nicht bekannt."
    )
    page = showcase_on(TODAY)
    assert page is not None
    assert page.leaving is not None
    said = {it.next.person.name for it in page.leaving.seats if it.next and it.next.person}
    assert said == {"Dr. Albrecht Schröter"}


def test_who_is_gone_without_a_known_successor_is_not_repeated_as_the_proposal() -> None:
    (found,) = statements("Stephan Santelmann sitzt im Vorstand des ESN.", "de")
    assert found.proposal == (
        "Dem Gremium Vorstand (European Social Network) gehörte bis spätestens Oktober\xa02017 "
        "Stephan Santelmann an; wer folgte, ist nicht bekannt."
    )


def test_a_day_is_told_as_roughly_as_its_source_tells_it() -> None:
    (host,) = statements("The Rainbow Cities Network is coordinated by movisie.", "en")
    assert host.proposal == (
        "The secretariat (Rainbow Cities Network) was with movisie until 2021 at the latest; "
        "who runs it today is not known."
    )
    (size,) = statements("Le Bureau exécutif de CGLU compte 110 membres.", "fr")
    assert "(état : 2026)" in say_reason(size.reason, "fr").replace("\xa0", " ").replace(
        "\u202f", " "
    )


def test_the_title_of_somebody_whose_seat_is_over_is_not_reported_beside_it() -> None:
    text = "Im Exekutivkomitee der UCLG hat Herr Oberbürgermeister Dr. Schröter aus Jena den Sitz."
    assert [it.kind for it in statements(text, "de")] == ["seat"]


def test_rough_days_are_worded_as_a_month_or_as_two_years() -> None:
    (president,) = statements("Stefano Bonaccini ist seit 2016 Präsident des RGRE.", "de")
    assert president.proposal is not None
    assert " ".join(president.proposal.split()).endswith("seit Dezember 2022 Gunn Marit Helgesen.")
    (joined,) = statements("Köln ist seit 2012 Mitglied im Rainbow Cities Network.", "de")
    assert joined.proposal is not None
    assert "seit 2011 oder 2012, nach anderer Quelle seit dem 17.5.2015" in joined.proposal


def test_a_goal_of_a_text_that_came_after_the_signature_is_told_from_that_of_the_city() -> None:
    text = "Köln will im Konvent der Bürgermeister bis 2030 die Emissionen um 40 Prozent senken."
    (found,) = statements(text, "de")
    assert found.reason.code == "check.reason.goal-cohort"
    assert found.proposal is not None
    assert "−20\xa0% bis 2020" in found.proposal
    assert "(2021)“, in Kraft seit dem 21.4.2021, nennt keine feste Zahl." in found.proposal


def test_beside_goals_of_older_texts_the_text_in_force_is_named() -> None:
    text = "Der Konvent der Bürgermeister will die Emissionen bis 2030 um 55 Prozent senken."
    (found,) = statements(text, "de")
    said = say_reason(found.reason, "de")
    assert "(2021)“, in Kraft seit dem 21.4.2021, nennt keine feste Zahl." in said


def test_of_a_sentence_that_is_too_long_no_part_is_given() -> None:
    text = f"Eurocities hat 135 Mitglieder, {'und das freut alle sehr ' * 25}in Köln."
    (found,) = statements(text, "de")
    assert found.proposal == "Das Netzwerk Eurocities hat über 200 Mitglieder (Stand 2023)."


def test_a_sentence_of_which_only_the_end_is_there_is_not_repeated() -> None:
    (found,) = statements("und deshalb gehören zu Eurocities 135 Städte aus 38 Ländern.", "de")[:1]
    assert found.proposal == "Das Netzwerk Eurocities hat über 200 Mitglieder (Stand 2023)."


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_whatever_is_proposed_is_a_sentence(language: str) -> None:
    texts_said = [part.altered for parts in texts(language) for part in parts]
    texts_said += [it["text"] for it in PASSAGES if it["language"] == language]
    found = [it for text in texts_said for it in statements(text, language) if it.proposal]
    assert len(found) >= 20
    for it in found:
        assert it.proposal is not None
        if it.wording is None:
            assert it.proposal.endswith(".")
            assert it.proposal[0] in "„“«" or not it.proposal[0].islower()
            assert f"{it.subject.code}:" not in it.proposal


@pytest.mark.parametrize(
    ("language", "text", "proposal"),
    [
        (
            "de",
            "Unsere Oberbürgermeisterin Henriette Reker lädt die Partner von Eurocities ein.",
            "An der Spitze von Köln steht seit dem 1.11.2025 Torsten Burmester.",
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
            "Cologne a Torsten Burmester à sa tête depuis le 1er\xa0novembre\xa02025.",
        ),
        (
            "de",
            "Seit 2015 ist Henriette Reker Oberbürgermeisterin von Köln.",
            "An der Spitze von Köln steht seit dem 1.11.2025 Torsten Burmester.",
        ),
        (
            "de",
            "Heute nimmt Herr Oberbürgermeister Dr. Schröter aus Jena diese Aufgabe wahr.",
            "An der Spitze von Jena steht seit dem 1.7.2018 Dr. Thomas Nitzsche.",
        ),
        (
            "de",
            "Den Vorstand von Eurocities berät Oberbürgermeister Jürgen Roters aus Köln.",
            "An der Spitze von Köln steht seit dem 1.11.2025 Torsten Burmester.",
        ),
    ],
)
def test_who_holds_an_office_now_is_named_in_the_sentence(
    language: str, text: str, proposal: str
) -> None:
    (found,) = statements(text, language)
    assert found.proposal is not None
    assert found.proposal.split() == proposal.split()


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


def test_no_sentence_is_proposed_in_which_something_wrong_remains() -> None:
    text = "Das Rainbow Cities Network wird von movisie koordiniert und hat 33 Mitglieder."
    host, count = statements(text, "de")
    assert "33" not in str(host.proposal)
    assert count.proposal == "Das Rainbow Cities Network hat 56 Mitglieder (Stand 2025)."
