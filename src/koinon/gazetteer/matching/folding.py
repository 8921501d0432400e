"""Names without what people leave out when typing: capitals, accents, hyphens.

Greek and Cyrillic letters are also written as Latin ones; other scripts stay what they are.
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
_IS_TRANSLITERATED = re.compile("[\u0370-\u03ff\u0400-\u04ff]")
_GREEK = re.compile("ου|αυ|ευ|γγ|γκ|μπ|ντ")
_PAIRS = {"ου": "ou", "αυ": "av", "ευ": "ev", "γγ": "ng", "γκ": "gk", "μπ": "b", "ντ": "d"}
_LATIN = str.maketrans(
    {
        **dict(zip("αβγδεζηικλμνξοπρστυφω", "avgdeziiklmnxoprstyfo", strict=True)),
        "θ": "th", "χ": "ch", "ψ": "ps", "ς": "s",
        **dict(zip("абвгдезийклмнопрстуфы", "abvgdeziiklmnoprstufy", strict=True)),
        "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "э": "e", "ю": "yu",
        "я": "ya", "ъ": "", "ь": "", "і": "i", "є": "ye", "ґ": "g", "ј": "j", "љ": "lj", "њ": "nj",
        "ћ": "c", "ђ": "d", "џ": "dz", "ѕ": "dz",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """Write words small, without marks, with one space between them: Łódź is lodz."""
    small = text.casefold()
    if small.isascii():
        if small.isalnum():
            return small
    else:
        small = _without_marks(unicodedata.normalize("NFKD", small).translate(_LETTERS))
    return _GAPS.sub(" ", small).strip()


def foldings(text: str) -> tuple[str, ...]:
    """Fold a text in every way people type it: Köln is koln and koeln, Кёльн is кельн and keln."""
    plain = fold(text)
    if text.isascii():
        return (plain,)
    small = unicodedata.normalize("NFC", text.casefold())
    if _HAS_DIGRAPH.search(small):
        return plain, fold(small.translate(_DIGRAPHS))
    if _IS_TRANSLITERATED.search(plain):
        return plain, _transliterated(plain)
    return (plain,)


def _transliterated(folded: str) -> str:
    """Write Greek and Cyrillic letters as Latin ones, the simple way."""
    pairs = _GREEK.sub(lambda it: _PAIRS[it.group()], folded)
    return " ".join(pairs.translate(_LATIN).split())


def compact(folded: str) -> str:
    """Leave out the spaces of a folded text: where a word ends is mistyped as well."""
    return folded.replace(" ", "")


def _without_marks(decomposed: str) -> str:
    return "".join(it for it in decomposed if unicodedata.category(it) != "Mn")
