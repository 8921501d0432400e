"""The languages that everything is said in."""

from collections.abc import Collection
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


def nearest(languages: Collection[str], language: str) -> str:
    """Choose the language to read something in: one's own, else English, German, the first."""
    for code in (language, "en", "de", *sorted(languages)):
        if code in languages:
            return code
    return ""


def pick(names: dict[str, str], language: str) -> str:
    """Choose the name in a language: else the one for all, else English, else the first."""
    for code in (language, "mul", "en", "de", *names):
        if code in names:
            return names[code]
    return ""


def write_language(code: str, language: str) -> str:
    """Name a language in another one, as CLDR does; a code that names none stays as it is."""
    return locale_of(language).languages.get(code) or code
