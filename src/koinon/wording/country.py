"""The names of countries by their two letters, as CLDR has them."""

from koinon.wording.language import locale_of


def write_country(code: str, language: str) -> str:
    """Write the name of a country; a code that nobody gave a name stays as it is."""
    return str(locale_of(language).territories.get(code, code))
