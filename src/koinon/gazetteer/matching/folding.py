"""Names without what people leave out when typing: capitals, accents, hyphens.

Scripts other than Latin stay what they are.
"""

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ð": "d",
        "æ": "ae", "œ": "oe", "þ": "th", "ĳ": "ij",
    }
)  # fmt: skip
"""Letters that have no mark which could be taken off."""
_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_HAS_DIGRAPH = re.compile("[äöüøå]")
_GAPS = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Write words small, without marks, with one space between them: Łódź is lodz."""
    small = text.casefold()
    if not small.isascii():
        small = _without_marks(unicodedata.normalize("NFKD", small).translate(_LETTERS))
    return _GAPS.sub(" ", small).strip()


def foldings(text: str) -> tuple[str, ...]:
    """Fold a text in every way people type it: Köln is koln and koeln."""
    plain = fold(text)
    if text.isascii():
        return (plain,)
    small = unicodedata.normalize("NFC", text.casefold())
    if not _HAS_DIGRAPH.search(small):
        return (plain,)
    return plain, fold(small.translate(_DIGRAPHS))


def compact(folded: str) -> str:
    """Leave out the spaces of a folded text: where a word ends is mistyped as well."""
    return folded.replace(" ", "")


def _without_marks(decomposed: str) -> str:
    return "".join(it for it in decomposed if unicodedata.category(it) != "Mn")
