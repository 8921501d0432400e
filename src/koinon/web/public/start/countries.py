"""The countries to choose from, in the page's language."""

from functools import cache
from typing import NamedTuple

from koinon.statutes.vocabulary import COUNTRIES
from koinon.wording.collation import sort_key
from koinon.wording.language import write_country


class Country(NamedTuple):
    """A country to choose."""

    code: str
    name: str


@cache
def countries(language: str) -> tuple[Country, ...]:
    """List the countries by their name in a language."""
    found = (Country(code, write_country(code, language)) for code in COUNTRIES)
    return tuple(sorted(found, key=lambda item: sort_key(item.name, language)))
