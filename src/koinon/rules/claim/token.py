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


@lru_cache(maxsize=4096)
def _phrase(words: str) -> tuple[str, ...]:
    return tuple(folded(it) for it in re.findall(r"\*?[^\W\d_]+\*?|\d+|[^\w\s*]", words))


def _is(word: str, wanted: str) -> bool:
    if wanted[0] == ANY_ENDING:
        return word.endswith(wanted[1:])
    if wanted[-1] == ANY_ENDING:
        return word.startswith(wanted[:-1])
    return word == wanted


def length_at(tokens: Sequence[Token], place: int, phrases: Sequence[str]) -> int:
    """Tell how many tokens the longest of some phrases takes at a place, 0 where none stands."""
    best = 0
    for phrase in phrases:
        words = _phrase(phrase)
        if len(words) > best and _stands(tokens, place, words):
            best = len(words)
    return best


def length_before(tokens: Sequence[Token], place: int, phrases: Sequence[str]) -> int:
    """Tell how many tokens the longest of some phrases takes that ends before a place."""
    best = 0
    for phrase in phrases:
        words = _phrase(phrase)
        first = place - len(words)
        if len(words) > best and first >= 0 and _stands(tokens, first, words):
            best = len(words)
    return best


def _stands(tokens: Sequence[Token], place: int, words: tuple[str, ...]) -> bool:
    if place + len(words) > len(tokens):
        return False
    return all(_is(tokens[place + step].folded, word) for step, word in enumerate(words))


def places_of(tokens: Sequence[Token], phrases: Sequence[str]) -> tuple[int, ...]:
    """List the places where one of some phrases begins."""
    return tuple(place for place in range(len(tokens)) if length_at(tokens, place, phrases))


def has(tokens: Sequence[Token], phrases: Sequence[str]) -> bool:
    """Tell whether one of some phrases stands among tokens."""
    return any(length_at(tokens, place, phrases) for place in range(len(tokens)))
