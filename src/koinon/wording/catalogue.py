"""The sentences by code: one folder of gettext files for each language."""

from functools import cache
from gettext import GNUTranslations
from importlib.resources import files
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from koinon.wording.language import Language

_FOLDER = files("koinon.wording") / "catalogues"


class MissingWording(LookupError):
    """A code that no catalogue of the language knows."""

    def __init__(self, code: str, language: str) -> None:
        super().__init__(f'no sentence for "{code}" in "{language}"')


def read_catalogues(language: str) -> dict[str, Catalog]:
    """Read the catalogues of a language, by area."""
    found = {}
    for entry in sorted((_FOLDER / language).iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".po"):
            with entry.open("rb") as stream:
                found[entry.name.removesuffix(".po")] = read_po(
                    stream, locale=Language(language).value, charset="utf-8"
                )
    return found


@cache
def _translations(language: str) -> GNUTranslations:
    merged = Catalog(locale=language, charset="utf-8", fuzzy=False)
    for catalogue in read_catalogues(language).values():
        for message in catalogue:
            if message.id:
                merged[message.id] = message
    buffer = BytesIO()
    write_mo(buffer, merged)
    buffer.seek(0)
    return GNUTranslations(buffer)


def has(code: str, language: str) -> bool:
    """Tell whether a language has a sentence for a code."""
    return _translations(language).gettext(code) != code


def sentence(code: str, language: str, n: int | None = None) -> str:
    """Find the sentence of a code, in the plural form of ``n`` where one is given.

    Raises MissingWording.
    """
    catalogue = _translations(language)
    plural = f"{code}.plural"
    if n is not None:
        found = catalogue.ngettext(code, plural, n)
        if found not in (code, plural):
            return found
    found = catalogue.gettext(code)
    if found == code:
        raise MissingWording(code, language)
    return found
