"""The order of names in a language: accents count last, some letters stand at the end."""

import unicodedata
from functools import cache

_AT_THE_END = {
    "da": "æøå",
    "et": "õäöü",
    "fi": "åäö",
    "is": "þæö",
    "nb": "æøå",
    "nn": "æøå",
    "no": "æøå",
    "sv": "åäö",
}
"""Letters that a language sorts after z, in their order."""

_AS = {"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ı": "i", "þ": "th"}

type SortKey = tuple[str, str]


def sort_key(name: str, language: str) -> SortKey:
    """Give the key by which names are sorted in a language.

    German sorts ä as a (DIN 5007-1), French é as e; Swedish sorts ä after z. Names that differ
    only in accents stand beside each other.
    """
    letters = unicodedata.normalize("NFC", name).casefold()
    return "".join(_letter(letter, language) for letter in letters), letters


@cache
def _letter(letter: str, language: str) -> str:
    place = _AT_THE_END.get(language, "").find(letter)
    if place >= 0:
        return "z" + chr(0x10FF00 + place)
    if letter in _AS:
        return _AS[letter]
    bare = "".join(
        it for it in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(it)
    )
    # What is neither letter nor digit only parts words.
    return bare if bare.isalnum() else " "
