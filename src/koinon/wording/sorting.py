"""How names are ordered: as a dictionary does, accents and case aside."""

import unicodedata

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "þ": "th", "ð": "d"}
)
_SIGNS = dict.fromkeys(map(ord, "'’ʼ-–.,()/"), " ")


def sort_key(name: str) -> str:
    """Give the text that a name is ordered by: ä stands with a, ß with ss, signs count as spaces.

    German (DIN 5007-1), English and French order names of places alike in this.
    """
    folded = name.casefold().translate(_LETTERS).translate(_SIGNS)
    plain = unicodedata.normalize("NFKD", folded)
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(letters.split())
