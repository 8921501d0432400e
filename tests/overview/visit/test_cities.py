"""Which city somebody means who only wants to begin."""

import pytest

from koinon.overview.visit.cities import cities_named
from tests.loaded import demo

__all__ = ["demo"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


@pytest.mark.parametrize("typed", ["Kölm", "Kolen", "Klön", "Кёльн", "colgne"])
def test_a_misspelt_city_is_found_as_search_finds_it(typed: str) -> None:
    first = cities_named(typed)[0]
    assert (first.city.code, first.is_exact) == ("koeln", False)


@pytest.mark.parametrize("typed", ["", " ", "Xyzzyqq", "x" * 10_000, "\u202eabcdefgh"])
def test_what_no_city_is_like_finds_none(typed: str) -> None:
    assert cities_named(typed) == ()
