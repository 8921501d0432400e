"""Figures, offices and joinings told of an earlier day, and days that do not exist."""

import pytest

from koinon.overview.checked.checking import check
from koinon.wording.say import say_reason
from tests.overview.checked.asking import TODAY, reported, rows, statements

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Eurocities hat 2019 rund 140 Mitglieder gehabt.", "de"),
        ("Im Jahr 2019 hat Eurocities rund 140 Mitglieder.", "de"),
        ("Eurocities hatte 2025 rund 140 Mitglieder.", "de"),
        ("In 2019, Eurocities has around 140 members.", "en"),
        ("Eurocities had around 140 members in 2019.", "en"),
        ("En 2019, Eurocities compte 140 membres.", "fr"),
    ],
)
def test_a_figure_of_an_earlier_year_is_never_outdated(text: str, language: str) -> None:
    assert reported(text, language) == []


@pytest.mark.parametrize(
    "text",
    [
        "Eurocities wurde 1986 gegründet und hat 135 Mitglieder.",
        "Seit 1989 ist Köln eine der 135 Städte bei Eurocities.",
        "Eurocities hat heute 135 Mitglieder und wurde 1986 gegründet.",
    ],
)
def test_a_year_of_something_else_does_not_excuse_a_figure(text: str) -> None:
    assert [it for it in reported(text, "de") if it.startswith("135")]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Henriette Reker war von 2014 bis 2025 Oberbürgermeisterin von Köln.", ("2015", "2025")),
        ("Henriette Reker war von 2015 bis 2023 Oberbürgermeisterin von Köln.", ("2015", "2025")),
        ("Jürgen Roters war von 2008 bis 2015 Oberbürgermeister von Köln.", ("2009", "2015")),
    ],
)
def test_wrong_years_of_an_office_get_the_right_ones(text: str, years: tuple[str, str]) -> None:
    (found,) = statements(text)
    assert str(found.verdict) == "differing"
    assert found.proposal is not None
    assert all(it in found.proposal for it in years)


@pytest.mark.parametrize(
    "text",
    [
        "Henriette Reker war von 2015 bis 2025 Oberbürgermeisterin von Köln.",
        "Jürgen Roters war von 2009 bis 2015 Oberbürgermeister von Köln.",
    ],
)
def test_the_right_years_of_an_office_hold(text: str) -> None:
    assert [it[3] for it in rows(text)] == ["current"]


@pytest.mark.parametrize("day", ["31. Februar 2015", "31.2.2015"])
def test_a_day_that_does_not_exist_is_told(day: str) -> None:
    (found,) = statements(f"Am {day} trat Köln dem Rainbow Cities Network bei.")
    assert (found.quote, str(found.verdict)) == (day, "differing")
    assert say_reason(found.reason, "de").startswith("Den genannten Tag gibt es nicht.")


def test_countries_of_people_at_a_meeting_are_nobodys_members() -> None:
    text = "Beim Treffen von Eurocities in Brüssel waren 38 Personen aus 12 Ländern."
    assert rows(text, "de") == []


@pytest.mark.parametrize(
    "text",
    [
        "In 166 Ländern gehören Städte den Mayors for Peace an.",
        "2022 zählte ECCAR 130 Mitglieder.",
        "EUROCITIES\nMitglieder: 135\nLänder: 35",
    ],
)
def test_names_do_not_vote_on_the_language(text: str) -> None:
    assert check(text, TODAY).language == "de"


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_a_text_too_short_to_tell_is_read_in_the_language_of_the_page(language: str) -> None:
    assert check("Eurocities | 135 | 35", TODAY, otherwise=language).language == language


def test_that_an_office_is_over_rests_on_the_source_of_its_end() -> None:
    (told,) = statements("Oberbürgermeisterin von Köln ist Henriette Reker.", "de")
    assert told.sources[0].code == "ksta-lord-mayors"
    (seat,) = statements("Stephan Santelmann sitzt im Vorstand des European Social Network.", "de")
    assert seat.sources[0].code == "cdu-santelmann"
