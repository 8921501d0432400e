"""The order of names, and the names of countries."""

import pytest

from koinon.wording.country import write_country
from koinon.wording.sorting import sort_key


def test_accents_case_and_signs_do_not_change_the_order() -> None:
    names = ["Zürich", "Århus", "Öhringen", "Oslo", "Łódź", "Lodi", "Weißenburg", "Weissach", "ab"]
    assert sorted(names, key=sort_key) == [
        "ab", "Århus", "Lodi", "Łódź", "Öhringen", "Oslo", "Weissach", "Weißenburg", "Zürich"
    ]  # fmt: skip


def test_a_shorter_name_goes_before_a_longer_one() -> None:
    assert sort_key("Esch-sur-Alzette") == sort_key("Esch sur Alzette")
    assert sort_key("Esch") < sort_key("Esch-sur-Alzette") < sort_key("Esche")


@pytest.mark.parametrize(
    ("language", "name"), [("de", "Türkei"), ("en", "Türkiye"), ("fr", "Turquie")]
)
def test_countries_bear_the_names_of_cldr(language: str, name: str) -> None:
    assert write_country("TR", language) == name


def test_a_code_without_a_name_stays_as_it_is() -> None:
    assert write_country("QQ", "de") == "QQ"
