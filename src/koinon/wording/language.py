"""The languages that everything is said in."""

import os
import re
from collections.abc import Collection
from enum import StrEnum
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError

from koinon.rules.bad_input import BadInput


class Language(StrEnum):
    """A language that Koinon brings along, complete, by its code."""

    GERMAN = "de"
    ENGLISH = "en"
    FRENCH = "fr"


_LOCALES: dict[str, str] = {
    Language.GERMAN: "de_DE",
    Language.ENGLISH: "en_GB",
    Language.FRENCH: "fr_FR",
}


_CODE = re.compile(r"[a-z]{2,3}\Z")


class BadLanguage(BadInput):
    """A folder of further languages, or a catalogue in it, that cannot be used."""


@cache
def further_folders() -> dict[str, Path]:
    """Find the catalogues of further languages: a folder for each in KOINON_CATALOGUES.

    Raises BadLanguage.
    """
    named = os.environ.get("KOINON_CATALOGUES", "")
    if not named:
        return {}
    folder = Path(named)
    if not folder.is_dir():
        raise BadLanguage(f"KOINON_CATALOGUES names {named}, which is no folder.")
    found = {path.name: path for path in sorted(folder.iterdir()) if any(path.glob("*.po"))}
    for code, place in found.items():
        if code in set(Language):
            raise BadLanguage(f'Koinon brings "{code}" along: remove the folder {place}.')
        if not _CODE.match(code) or _parsed(code) is None:
            raise BadLanguage(
                f'"{code}" is no language: name the folder {place} by its code, such as nl.'
            )
    return found


@cache
def languages() -> tuple[str, ...]:
    """List the languages of the screens: those that come along, then further ones by code."""
    return (*(language.value for language in Language), *further_folders())


def _parsed(code: str) -> Locale | None:
    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return None


@cache
def locale_of(language: str) -> Locale:
    """Give the rules of a language for numbers, days and lists."""
    if language not in languages():
        raise ValueError(f"{language!r} is not a language of the screens")
    return Locale.parse(_LOCALES.get(language, language))


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


def own_name(code: str) -> str:
    """Name a language in itself, as CLDR does."""
    name = write_language(code, code)
    return name[:1].upper() + name[1:]


def write_country(code: str, language: str) -> str:
    """Name a country by its ISO code, as CLDR does; empty for a code that names none."""
    return str(locale_of(language).territories.get(code.upper(), ""))
