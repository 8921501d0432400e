"""The countries to choose from, in the page's language."""

from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from koinon.statutes.vocabulary import COUNTRIES
from koinon.wording.collation import sort_key
from koinon.wording.language import write_country

WITHOUT_TOWNS = frozenset({"AQ", "BV", "GS", "HM", "IO", "TF", "UM"})
"""Territories with a code but without inhabitants of their own: no city of theirs can ask."""


class Country(NamedTuple):
    """A country to choose."""

    code: str
    name: str


class Choice(NamedTuple):
    """The countries to choose from: those of which the register has a city come first."""

    known: tuple[Country, ...]
    others: tuple[Country, ...]


def choice(language: str, known: Collection[str]) -> Choice:
    """Sort the countries into those that the register knows and the others."""
    every = _countries(language)
    return Choice(
        tuple(it for it in every if it.code in known),
        tuple(it for it in every if it.code not in known),
    )


@cache
def _countries(language: str) -> tuple[Country, ...]:
    """List the countries by their name in a language."""
    codes = COUNTRIES - WITHOUT_TOWNS
    found = (Country(code, write_country(code, language)) for code in codes)
    return tuple(sorted(found, key=lambda item: sort_key(item.name, language)))
