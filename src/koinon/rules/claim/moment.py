"""Days, months, seasons and years in a text, as roughly as they are written."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from koinon.rules.bound import BadBound, Bound
from koinon.rules.claim.token import Token, folded, length_at
from koinon.rules.claim.vocabulary import Vocabulary, vocabulary

FIRST_YEAR, LAST_YEAR = 1800, 2199
_NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)")
_ISO = re.compile(r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])")
_YEAR = re.compile(r"(?<![\d.,/])(1[89]\d\d|2[01]\d\d)(?![\d/]|[.,]\d)")


class Moment(NamedTuple):
    """A day or a span of days with its place among the tokens.

    Of a day that does not exist, "31 February 2015", ``day`` is the month.
    """

    day: Bound
    first: int
    last: int
    exists: bool = True


def moments_in(text: str, tokens: Sequence[Token], words: Vocabulary) -> Iterator[Moment]:
    """Find the days among tokens; one that does not exist is told as such."""
    place = 0
    while place < len(tokens):
        found = (
            _numeric(text, tokens, place)
            or _with_month(tokens, place, words)
            or _with_season(tokens, place, words)
            or _year(text, tokens, place)
        )
        if found is None:
            place += 1
            continue
        yield found
        place = found.last


def _until(tokens: Sequence[Token], place: int, end: int) -> int:
    last = place
    while last < len(tokens) and tokens[last].start < end:
        last += 1
    return last


def _day(year: int, month: int | None = None, day: int | None = None) -> Bound | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    parts = [f"{year:04}"] + [f"{it:02}" for it in (month, day) if it is not None]
    try:
        return Bound.parse("-".join(parts))
    except BadBound:
        return None


def _numeric(text: str, tokens: Sequence[Token], place: int) -> Moment | None:
    start, stop = tokens[place].start, tokens[-1].end
    iso = _ISO.match(text, start, stop)
    match = iso or _NUMERIC.match(text, start, stop)
    if match is None:
        return None
    first, month, last = (int(it) for it in match.groups())
    year, day = (first, last) if iso else (last, first)
    return _moment(year, month, day, place, _until(tokens, place, match.end()))


def _moment(year: int, month: int, day: int | None, first: int, last: int) -> Moment | None:
    bound = _day(year, month, day)
    if bound is not None:
        return Moment(bound, first, last)
    whole = _day(year, month)
    return None if whole is None else Moment(whole, first, last, exists=False)


@cache
def _months(months: tuple[str, ...]) -> dict[str, int]:
    return {
        folded(form): number
        for number, forms in enumerate(months, start=1)
        for form in forms.split("|")
    }


def _with_month(tokens: Sequence[Token], place: int, words: Vocabulary) -> Moment | None:
    """Read "10. Dezember 2004", "December 10, 2004", "1er décembre 2009", "Dezember 2004"."""
    months = _months(words.months)
    at, day = place, None
    if tokens[at].text.isdigit() and len(tokens[at].text) <= 2:
        day = int(tokens[at].text)
        at += 1
        while at < len(tokens) and (
            tokens[at].text in (".", ",") or tokens[at].folded in _AFTER_DAY
        ):
            at += 1
    month = months.get(tokens[at].folded) if at < len(tokens) else None
    if month is None:
        return None
    at += 1
    if at < len(tokens) and tokens[at].text == ".":
        at += 1
    if day is None and at < len(tokens) and len(tokens[at].text) <= 2 and tokens[at].text.isdigit():
        day = int(tokens[at].text)
        at += 1
    while at < len(tokens) and (tokens[at].text == "," or tokens[at].folded in _AFTER_DAY):
        at += 1
    if at >= len(tokens) or not re.fullmatch(r"\d{4}", tokens[at].text):
        return None
    return _moment(int(tokens[at].text), month, day, place, at + 1)


_AFTER_DAY = frozenset({"er", "st", "nd", "rd", "th", "of", "de"})


@cache
def _all_seasons(language: str) -> tuple[str, ...]:
    return tuple(it for phrases in vocabulary(language).seasons.values() for it in phrases)


def _with_season(tokens: Sequence[Token], place: int, words: Vocabulary) -> Moment | None:
    if not length_at(tokens, place, _all_seasons(words.language)):
        return None
    for months, phrases in words.seasons.items():
        taken = length_at(tokens, place, phrases)
        at = place + taken
        while taken and at < len(tokens) and tokens[at].folded in ("of", "de", "des", "jahres"):
            at += 1
        if taken and at < len(tokens) and re.fullmatch(r"\d{4}", tokens[at].text):
            year = int(tokens[at].text)
            first, last = months.split("-")
            begin, end = _day(year, int(first)), _day(year, int(last))
            if begin and end:
                return Moment(Bound(begin.earliest, end.latest), place, at + 1)
    return None


def _year(text: str, tokens: Sequence[Token], place: int) -> Moment | None:
    match = _YEAR.match(text, tokens[place].start, tokens[-1].end)
    if match is None:
        return None
    bound = _day(int(match[1]))
    return None if bound is None else Moment(bound, place, place + 1)
