"""The countries to choose from, in the page's language."""

from functools import cache
from typing import NamedTuple

from koinon.gazetteer.slug import slug
from koinon.statutes.vocabulary import COUNTRIES
from koinon.wording.language import locale_of


class Country(NamedTuple):
    """A country to choose."""

    code: str
    name: str


@cache
def countries(language: str) -> tuple[Country, ...]:
    """List the countries by their name in a language."""
    names = locale_of(language).territories
    found = (Country(code, str(names.get(code, code))) for code in COUNTRIES)
    return tuple(sorted(found, key=lambda item: (slug(item.name), item.code)))


def country_name(code: str, language: str) -> str:
    """Name a country, "" for no code."""
    return next((item.name for item in countries(language) if item.code == code), "")
