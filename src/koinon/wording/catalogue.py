"""The sentences by code: one folder of gettext files for each language."""

from collections.abc import Iterable, Iterator
from functools import cache
from gettext import GNUTranslations
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from string import Formatter

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from koinon.wording.language import BadLanguage, Language, further_folders, locale_of
from koinon.wording.typography import bound

_FOLDER = files("koinon.wording") / "catalogues"


class MissingWording(LookupError):
    """A code that no catalogue of the language knows."""

    def __init__(self, code: str, language: str) -> None:
        super().__init__(f'no sentence for "{code}" in "{language}"')


def read_catalogues(language: str) -> dict[str, Catalog]:
    """Read the catalogues of a language, by area."""
    found = {}
    folder = further_folders().get(language) or _FOLDER / Language(language)
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".po"):
            found[entry.name.removesuffix(".po")] = _read(entry, language)
    return found


def _read(entry: Traversable, language: str) -> Catalog:
    try:
        with entry.open("rb") as stream:
            return read_po(stream, locale=language, charset="utf-8", abort_invalid=True)
    except (PoFileError, UnicodeDecodeError) as error:
        raise BadLanguage(f"{entry} is no catalogue of gettext in UTF-8: {error}.") from error


@cache
def _translations(language: str) -> GNUTranslations:
    merged = Catalog(locale=str(locale_of(language)), charset="utf-8", fuzzy=False)
    for catalogue in read_catalogues(language).values():
        for message in catalogue:
            if message.id:
                merged[message.id] = message
                merged[message.id].string = _bound(message.string or "", language)
    buffer = BytesIO()
    write_mo(buffer, merged)
    buffer.seek(0)
    return GNUTranslations(buffer)


def _bound(said: str | Iterable[str], language: str) -> str | tuple[str, ...]:
    if isinstance(said, str):
        return bound(said, language)
    return tuple(bound(it, language) for it in said)


def has(code: str, language: str) -> bool:
    """Tell whether a language has a sentence for a code, or English has where it steps in."""
    return any(_translations(it).gettext(code) != code for it in _chain(language))


def has_own(code: str, language: str) -> bool:
    """Tell whether a language has a sentence of its own for a code."""
    return _translations(language).gettext(code) != code


def sentence(code: str, language: str, n: int | None = None) -> str:
    """Find the sentence of a code, in the plural form of ``n`` where one is given.

    Where a further language has none, it is the English one. Raises MissingWording.
    """
    for step in _chain(language):
        found = _found(code, step, n)
        if found is not None:
            return found
    raise MissingWording(code, language)


def _chain(language: str) -> tuple[str, ...]:
    return (language, Language.ENGLISH) if language in further_folders() else (language,)


def _found(code: str, language: str, n: int | None) -> str | None:
    catalogue = _translations(language)
    plural = f"{code}.plural"
    if n is not None:
        found = catalogue.ngettext(code, plural, n)
        if found not in (code, plural):
            return found
    found = catalogue.gettext(code)
    return None if found == code else found


def check_further() -> None:
    """Refuse catalogues of further languages that name a parameter the English ones lack.

    Raises BadLanguage.
    """
    for language in further_folders():
        english = dict(messages(Language.ENGLISH))
        for code, texts in messages(language):
            known = {name for text in english.get(code, ()) for name in _parameters(text)}
            for text in texts:
                further = sorted(_parameters(text) - known) if code in english else []
                if further:
                    raise BadLanguage(
                        f'"{code}" in "{language}" names {{{further[0]}}}, which is no parameter '
                        "of this sentence."
                    )


def messages(language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give each code of a language with its sentences, the plural forms one after the other."""
    for catalogue in read_catalogues(language).values():
        for message in catalogue:
            if message.id:
                code = message.id if isinstance(message.id, str) else message.id[0]
                said = message.string or ()
                texts = (said,) if isinstance(said, str) else tuple(said)
                if any(texts) and not message.fuzzy:
                    yield code, texts


def outdated(language: str) -> frozenset[str]:
    """List the codes whose sentence is marked as older than its original ("fuzzy")."""
    return frozenset(
        message.id if isinstance(message.id, str) else message.id[0]
        for catalogue in read_catalogues(language).values()
        for message in catalogue
        if message.id and message.fuzzy
    )


def _parameters(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name}
    except ValueError as error:
        raise BadLanguage(f'"{text}" has a brace too many or too few.') from error
