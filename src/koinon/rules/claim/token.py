"""Words of a text with their place in it, and phrases of a language found among them."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_ENDINGS = ("ses", "en", "er", "es", "em", "e", "n", "s")
SHORTEST_STEM = 4
ANY_ENDING = "*"
_PHRASE = re.compile(r"\*?[^\W\d_]+\*?|\d+|[^\w\s*]")


class Token(NamedTuple):
    """A word, a row of digits or one sign; ``folded`` without case and accents."""

    start: int
    end: int
    text: str
    folded: str

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()


@lru_cache(maxsize=100_000)
def folded(text: str) -> str:
    """Put a word into small letters without accents."""
    if text.isascii():
        return text.lower()
    plain = "".join(it for it in normalize("NFKD", text.casefold()) if not combining(it))
    return plain.replace("’", "'")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Take off what inflection adds to a folded word; the same on both sides of a comparison."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return stem(word[: -len(ending)])
    return word


def tokens_of(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Split a stretch of a text."""
    stop = len(text) if end is None else end
    return tuple(
        Token(it.start(), it.end(), it.group(), folded(it.group()))
        for it in _TOKEN.finditer(text, start, stop)
    )


type _Phrase = tuple[str, ...]


class Phrases(tuple[str, ...]):  # noqa: SLOT001 - it keeps what was worked out
    """Phrases that are asked for again and again: how they are looked up is worked out once."""

    looked_up: "_Index"


class _Index(NamedTuple):
    """Phrases by how they are looked up: single words, beginnings, endings, rows of words."""

    singles: frozenset[str]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    rows: dict[str, tuple[_Phrase, ...]]
    last_words: dict[str, tuple[_Phrase, ...]]


def _index(phrases: Sequence[str]) -> _Index:
    if not isinstance(phrases, Phrases):
        return _index_of(tuple(phrases))
    found: _Index | None = getattr(phrases, "looked_up", None)
    if found is None:
        found = phrases.looked_up = _index_of(tuple(phrases))
    return found


@lru_cache(maxsize=4096)
def _index_of(phrases: tuple[str, ...]) -> _Index:
    found = [tuple(map(folded, _PHRASE.findall(it))) for it in phrases]
    rows: dict[str, tuple[_Phrase, ...]] = {}
    last_words: dict[str, tuple[_Phrase, ...]] = {}
    for words in found:
        if len(words) > 1:
            rows[words[0]] = (*rows.get(words[0], ()), words)
            last_words[words[-1]] = (*last_words.get(words[-1], ()), words)
    single = [words[0] for words in found if len(words) == 1]
    return _Index(
        singles=frozenset(it for it in single if ANY_ENDING not in it),
        beginnings=tuple(it[:-1] for it in single if it.endswith(ANY_ENDING)),
        endings=tuple(it[1:] for it in single if it.startswith(ANY_ENDING)),
        rows=rows,
        last_words=last_words,
    )


def _is_single(word: str, index: _Index) -> bool:
    return (
        word in index.singles
        or word.startswith(index.beginnings)
        or (bool(index.endings) and word.endswith(index.endings))
    )


def length_at(tokens: Sequence[Token], place: int, phrases: Sequence[str]) -> int:
    """Tell how many tokens the longest of some phrases takes at a place, 0 where none stands."""
    if not 0 <= place < len(tokens):
        return 0
    index = _index(phrases)
    word = tokens[place].folded
    best = int(_is_single(word, index))
    for words in index.rows.get(word, ()):
        if len(words) > best and _stands(tokens, place, words):
            best = len(words)
    return best


def length_before(tokens: Sequence[Token], place: int, phrases: Sequence[str]) -> int:
    """Tell how many tokens the longest of some phrases takes that ends before a place."""
    if not 0 < place <= len(tokens):
        return 0
    index = _index(phrases)
    best = int(_is_single(tokens[place - 1].folded, index))
    for last, rows in index.last_words.items():
        if not _is(tokens[place - 1].folded, last):
            continue
        for words in rows:
            first = place - len(words)
            if len(words) > best and first >= 0 and _stands(tokens, first, words):
                best = len(words)
    return best


def _is(word: str, wanted: str) -> bool:
    if wanted[-1] == ANY_ENDING:
        return word.startswith(wanted[:-1])
    return word == wanted


def _stands(tokens: Sequence[Token], place: int, words: _Phrase) -> bool:
    if place + len(words) > len(tokens):
        return False
    return all(_is(tokens[place + step].folded, word) for step, word in enumerate(words))


def has(tokens: Sequence[Token], phrases: Sequence[str]) -> bool:
    """Tell whether one of some phrases stands among tokens."""
    singles, beginnings, endings, by_first, _ = _index(phrases)
    for place, token in enumerate(tokens):
        word = token.folded
        # As in _is_single, but for the call: most of the time of reading a text is spent here.
        if word in singles or word.startswith(beginnings) or (endings and word.endswith(endings)):
            return True
        rows = by_first.get(word)
        if rows and any(_stands(tokens, place, words) for words in rows):
            return True
    return False


def only(tokens: Sequence[Token], phrases: Sequence[str]) -> bool:
    """Tell whether tokens are nothing but single words of some phrases; true for none at all."""
    index = _index(phrases)
    return all(_is_single(it.folded, index) for it in tokens)
