"""Numbers in a text: digits with any grouping, or words; with how exactly they are meant."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from koinon.rules.claim.token import Token, folded, length_at, length_before
from koinon.rules.claim.vocabulary import Vocabulary

MOST_WORDS = 9
_GROUPS = re.compile(r"\d{1,3}(?:[.,’'\u00a0\u202f\u2009 ]\d{3})+(?!\d)|\d+")
_DECIMALS = re.compile(r"[.,]\d{1,2}(?!\d)")


class Number(NamedTuple):
    """A number with its place: ``first`` counts the words before it that qualify it."""

    value: Decimal
    qualifier: str
    first: int
    number: int
    last: int
    in_words: bool

    @property
    def whole(self) -> int | None:
        return int(self.value) if self.value == self.value.to_integral_value() else None


def numbers_in(
    text: str, tokens: Sequence[Token], words: Vocabulary, spelt: dict[str, int]
) -> Iterator[Number]:
    """Find the numbers among tokens, in digits and in words."""
    place = 0
    while place < len(tokens):
        found = _digits(text, tokens, place) or _in_words(tokens, place, words, spelt)
        if found is None:
            place += 1
            continue
        value, last, in_words = found
        value, last = _scaled(value, tokens, last, words)
        qualifier, first = _qualified(tokens, place, words)
        if last < len(tokens) and tokens[last].text == "+":
            qualifier, last = "over", last + 1
        yield Number(value, qualifier, first, place, last, in_words)
        place = last


def _digits(text: str, tokens: Sequence[Token], place: int) -> tuple[Decimal, int, bool] | None:
    token = tokens[place]
    if not token.text.isdigit() or not token.text.isascii():
        return None
    before = text[token.start - 1] if token.start else " "
    if before.isalpha() or (before in ".,:/" and text[token.start - 2 : token.start - 1].isdigit()):
        return None
    match = _GROUPS.match(text, token.start, tokens[-1].end)
    if match is None or len(match.group()) > 20:
        return None
    digits = re.sub(r"\D", "", match.group())
    end = match.end()
    decimals = _DECIMALS.match(text, end, tokens[-1].end)
    value = Decimal(digits)
    if decimals and match.group() == digits:
        value, end = Decimal(f"{digits}.{decimals.group()[1:]}"), decimals.end()
    last = place
    while last < len(tokens) and tokens[last].start < end:
        last += 1
    return value, last, False


def _in_words(
    tokens: Sequence[Token], place: int, words: Vocabulary, spelt: dict[str, int]
) -> tuple[Decimal, int, bool] | None:
    if not tokens[place].is_word:
        return None
    best: tuple[Decimal, int, bool] | None = None
    joined = ""
    joints = {folded(it) for it in words.numerals.joint}
    for last in range(place, min(place + MOST_WORDS, len(tokens))):
        token = tokens[last]
        if token.text in "-‑–":
            continue
        if token.folded in joints and joined:
            continue
        if not token.is_word:
            break
        joined += token.folded
        if joined in spelt:
            best = Decimal(spelt[joined]), last + 1, True
        elif best is None and last - place >= 4:
            break
    return best


def _scaled(
    value: Decimal, tokens: Sequence[Token], last: int, words: Vocabulary
) -> tuple[Decimal, int]:
    for phrases, factor in ((words.numerals.million, 10**6), (words.numerals.billion, 10**9)):
        # "(20 (twenty) million" repeats the number in words.
        at = last
        if at + 2 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")":
            at += 3
        taken = length_at(tokens, at, phrases)
        if taken:
            dot = at + taken < len(tokens) and tokens[at + taken].text == "."
            return value * factor, at + taken + dot
    return value, last


def _qualified(tokens: Sequence[Token], place: int, words: Vocabulary) -> tuple[str, int]:
    numerals = words.numerals
    end = place
    if end and tokens[end - 1].text == "." and end > 1 and tokens[end - 2].is_word:
        end -= 1
    ways = (("over", numerals.over), ("about", numerals.about), ("up-to", numerals.up_to))
    taken = {way: length_before(tokens, end, phrases) for way, phrases in ways}
    best = max(taken, key=lambda way: taken[way])
    return (best, end - taken[best]) if taken[best] else ("exactly", place)


@cache
def spellings(language: str, numerals_key: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    """List the words of numbers up to 1,999 and of full thousands, as written without gaps."""
    units, tens, hundreds, thousands = numerals_key
    below = _below_hundred(language, units, tens)
    found = {word: value for word, value in below.items() if value > 1}
    for word in hundreds:
        found |= _with_hundreds(word, below)
    small = {word: value for word, value in found.items() if value < 1000}
    for word in thousands:
        found[word] = 1000
        found |= {f"{it}{word}": value * 1000 for it, value in small.items()}
        found |= {f"{one}{word}": 1000 for one in units[1].split("|")}
    return found


def _below_hundred(language: str, units: tuple[str, ...], tens: tuple[str, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, forms in enumerate(units):
        found |= {_plain(form): number for form in forms.split("|")}
    ones = {word: value for word, value in found.items() if 0 < value < 20}
    for item in tens:
        word, _, digits = item.rpartition("=")
        ten, number = _plain(word), int(digits)
        found[ten] = number
        for one, unit in ones.items():
            if unit < 10 or (language == "fr" and number in (60, 80)):
                found[f"{one}und{ten}" if language == "de" else f"{ten}{one}"] = number + unit
    return found


def _with_hundreds(word: str, below: dict[str, int]) -> dict[str, int]:
    found = {word: 100}
    starts = {"": 1} | {text: value for text, value in below.items() if 0 < value < 20}
    for start, count in starts.items():
        found[f"{start}{word}"] = count * 100
        for text, value in below.items():
            if value:
                found[f"{start}{word}{text}"] = count * 100 + value
                found[f"{start}{word}und{text}"] = count * 100 + value
    return found


def _plain(word: str) -> str:
    return "".join(it for it in folded(word) if it.isalpha())


def spelt_in(language: str, words: Vocabulary) -> dict[str, int]:
    """List the words of numbers in a language."""
    numerals = words.numerals
    key = (
        tuple(numerals.units),
        tuple(f"{word}={value}" for word, value in numerals.tens.items()),
        tuple(map(_plain, numerals.hundred)),
        tuple(map(_plain, numerals.thousand)),
    )
    return spellings(language, key)
