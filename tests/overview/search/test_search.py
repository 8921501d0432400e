"""Searching the demonstration: by any name, ranked, each with a line that tells what it is."""

from datetime import date

import pytest

from koinon.overview.search import search
from tests.loaded import demo

__all__ = ["demo"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

TODAY = date(2026, 11, 22)


def first(text: str) -> tuple[str, str]:
    hit = search(text, TODAY).hits[0]
    return hit.kind, hit.code


@pytest.mark.parametrize(
    ("typed", "kind", "code"),
    [
        ("Köln", "city", "koeln"),
        ("Cologne", "city", "koeln"),
        ("Kolm", "city", "koeln"),
        ("Colonia", "city", "koeln"),
        ("Kolonia", "city", "koeln"),
        ("Keulen", "city", "koeln"),
        ("Кёльн", "city", "koeln"),
        ("Monaco di Baviera", "city", "muenchen"),
        ("Aix la chapele", "city", "aachen"),
        ("Louvain", "city", "leuven"),
        ("RGRE", "network", "cemr"),
        ("ccre", "network", "cemr"),
        ("eccar", "network", "eccar"),
        ("Regenbogenstädte", "network", "rainbow-cities"),
        ("平和首長会議", "network", "mayors-for-peace"),
        ("International Coalition of Cities against Racism", "network", "iccar"),
        ("Rotres", "person", "juergen-roters"),
        ("reker henriette", "person", "henriette-reker"),
        ("Plenary", "body", "plenary"),
        ("world council", "body", "world-council"),
    ],
)
def test_whoever_is_meant_goes_first(typed: str, kind: str, code: str) -> None:
    assert first(typed) == (kind, code)


@pytest.mark.parametrize(
    ("typed", "kind", "code"),
    [
        ("ECCAR Lenkungsausschuss", "body", "steering-committee"),
        ("Lenkungsauschuss Eccar", "body", "steering-committee"),
        ("eccar lenk", "body", "steering-committee"),
        ("world council uclg", "body", "world-council"),
        ("Oberbürgermeister Köln", "person", "torsten-burmester"),
        ("Köln Oberbürgermeisterin", "person", "torsten-burmester"),
        ("lord mayor cologne", "person", "torsten-burmester"),
        ("maire Cologne", "person", "torsten-burmester"),
        ("Präsident ECCAR", "person", "benedetto-zacchiroli"),
        ("Roters Köln", "person", "juergen-roters"),
        ("Köln Reker", "person", "henriette-reker"),
        ("Mitglieder Mayors for Peace", "network", "mayors-for-peace"),
        ("Mitglieder ECCAR", "network", "eccar"),
        ("Köln Klimabündnis", "city", "koeln"),
        ("Klimabündnis Köln", "network", "climate-alliance"),
    ],
)
def test_words_of_two_things_find_what_they_mean_together(typed: str, kind: str, code: str) -> None:
    assert first(typed) == (kind, code)


def test_two_things_side_by_side_are_both_found() -> None:
    found = search("Köln Klimabündnis", TODAY)
    assert [it.code for it in found.hits[:2]] == ["koeln", "climate-alliance"]
    assert found.meant is None


def test_members_of_a_network_are_found_beside_a_name_with_both_words() -> None:
    assert "eurocities" in [it.code for it in search("Mitglieder Eurocities", TODAY).hits]


@pytest.mark.parametrize("text", ["Köln Quark", "Quark Oberbürgermeister", "Köln Vorstand Quark"])
def test_a_part_that_means_nothing_finds_nothing(text: str) -> None:
    assert search(text, TODAY).hits == ()


def test_a_city_is_told_with_its_country() -> None:
    (hit, *_) = search("Köln", TODAY).hits
    assert (hit.form, hit.within["de"], hit.known_as) == ("municipality", "Deutschland", "Köln")


def test_a_body_is_told_with_its_network() -> None:
    (hit, *_) = search("World Council", TODAY).hits
    assert (hit.code, hit.organisation) == ("world-council", "uclg")
    assert hit.within


@pytest.mark.parametrize(("day", "holds"), [(date(2015, 6, 1), True), (date(2026, 11, 22), False)])
def test_a_person_is_told_with_an_office_as_it_stands_on_the_day(day: date, holds: bool) -> None:
    (hit, *_) = search("Roters", day).hits
    assert hit.tenure is not None
    assert (hit.tenure.post, hit.tenure.organisation.code) == ("oberbuergermeister", "koeln")
    assert hit.tenure.holds is holds


def test_a_guess_is_called_one() -> None:
    assert search("Köln", TODAY).meant is None
    found = search("Kölm", TODAY)
    assert found.meant is not None
    assert found.meant.code == "koeln"


@pytest.mark.parametrize("text", ["", "   ", "\x00", "?!", "nothing of that name at all"])
def test_what_nobody_is_called_finds_nothing(text: str) -> None:
    assert search(text, TODAY).hits == ()


def test_of_a_very_long_text_the_beginning_is_looked_for() -> None:
    found = search("Köln " * 2000, TODAY)
    assert (found.is_cut, len(found.text)) == (True, 99)
    assert not search("م" * 100, TODAY).is_cut


def test_no_more_are_shown_than_asked_for() -> None:
    found = search("m", TODAY, most=3)
    assert (len(found.hits), found.more) == (3, True)
    assert not search("Köln", TODAY).more


def test_a_typing_error_is_not_forgiven_for_an_old_spelling_of_another_city() -> None:
    assert [it.code for it in search("Oslo", TODAY).hits if it.kind == "city"] == ["oslo"]
    assert first("Oulo") == ("city", "oulu")


def test_beside_what_is_called_just_so_nothing_is_guessed() -> None:
    assert [it.code for it in search("Breslau", TODAY).hits] == ["wroclaw"]


def test_an_office_that_administers_is_found_as_no_body() -> None:
    assert [it for it in search("Sekretariat in Hiroshima", TODAY).hits if it.kind == "body"] == []
