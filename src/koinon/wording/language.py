"""The languages that everything is said in."""

from enum import StrEnum
from functools import cache

from babel import Locale


class Language(StrEnum):
    """A language of the screens, by its code."""

    GERMAN = "de"
    ENGLISH = "en"
    FRENCH = "fr"


_LOCALES = {Language.GERMAN: "de_DE", Language.ENGLISH: "en_GB", Language.FRENCH: "fr_FR"}


@cache
def locale_of(language: str) -> Locale:
    """Give the rules of a language for numbers, days and lists."""
    return Locale.parse(_LOCALES[Language(language)])


def pick(names: dict[str, str], language: str) -> str:
    """Choose the name in a language: else the one for all, else English, else the first."""
    for code in (language, "mul", "en", "de", *names):
        if code in names:
            return names[code]
    return ""
