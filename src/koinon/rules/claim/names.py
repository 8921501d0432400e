"""Names of networks, bodies, people and places, found in a text in any of their forms."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from koinon.rules.claim.token import Token, folded, stem, tokens_of

LONGEST_ACRONYM = 6
MOST_SKIPPED = 3
_SIGNS = frozenset("-–—/„“”\"»«’'.&+·*")
_SMALL = frozenset(
    {
        "der",
        "die",
        "das",
        "des",
        "dem",
        "den",
        "im",
        "in",
        "of",
        "the",
        "de",
        "la",
        "le",
        "les",
        "du",
        "d",
        "l",
        "s",
        "et",
        "und",
        "and",
        "fur",
        "for",
        "pour",
        "e",
        "v",
        "am",
        "an",
        "on",
        "sur",
        "von",
        "van",
        "zu",
        "zur",
        "aan",
        "vom",
        "y",
        "del",
        "di",
        "da",
    }
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


class NameKind(StrEnum):
    """What a name stands for; ``ALONE`` is a family name beside which no given name is known."""

    NETWORK = "network"
    CITY = "city"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    PERSON = "person"
    FAMILY = "family"
    ALONE = "alone"
    TOWN = "town"
    BODY = "body"
    POST = "post"
    TEXT = "text"


EXACT = frozenset(
    {
        NameKind.CITY,
        NameKind.ORGANISATION,
        NameKind.COUNTRY,
        NameKind.PERSON,
        NameKind.FAMILY,
        NameKind.ALONE,
        NameKind.TOWN,
    }
)
"""Kinds whose names begin with a capital and take no ending but a genitive."""


class Name(NamedTuple):
    """One name of a thing; ``owner`` is the network or city that a body, post or text is of."""

    kind: NameKind
    code: str
    text: str
    owner: str = ""


class Mention(NamedTuple):
    """Where names stand: tokens from ``first`` up to ``last``, and all they may stand for."""

    first: int
    last: int
    names: tuple[Name, ...]

    def of(self, *kinds: NameKind) -> tuple[Name, ...]:
        return tuple(item for item in self.names if item.kind in kinds)


class _Entry(NamedTuple):
    name: Name
    words: tuple[str, ...]
    texts: tuple[str, ...]
    exact: bool
    acronym: bool


class Lexicon:
    """All names, by their first word."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._entries: dict[str, list[_Entry]] = {}
        self.names = tuple(dict.fromkeys(names))
        for name in self.names:
            for entry in _entries(name):
                self._entries.setdefault(entry.words[0], []).append(entry)

    def codes(self, *kinds: NameKind) -> dict[str, str]:
        """Give the codes of what is of some kinds by their names, folded."""
        return {names_in(it.text): it.code for it in self.names if it.kind in kinds}

    def mentions(self, tokens: Sequence[Token]) -> tuple[Mention, ...]:
        """Find the names among tokens; the longest wins, and none overlaps another."""
        found = []
        place = 0
        while place < len(tokens):
            mention = self._mention(tokens, place)
            if mention is None:
                place += 1
                continue
            found.append(mention)
            place = mention.last
        return tuple(found)

    def _mention(self, tokens: Sequence[Token], place: int) -> Mention | None:
        token = tokens[place]
        if not (token.is_word or token.text.isdigit()):
            return None
        ends: dict[int, list[Name]] = {}
        for key in {token.folded, stem(token.folded), token.folded.removesuffix("s")}:
            for entry in self._entries.get(key, ()):
                end = _end(entry, tokens, place)
                if end:
                    ends.setdefault(end, []).append(entry.name)
        if not ends:
            return None
        last = max(ends)
        return Mention(place, last, tuple(dict.fromkeys(ends[last])))


def _entries(name: Name) -> Iterable[_Entry]:
    texts = {name.text, name.text.translate(_UMLAUTS)}
    if "-" in name.text:
        texts.add(name.text.replace("-", ""))
    for text in sorted(texts):
        tokens = [it for it in tokens_of(text) if it.is_word or it.text.isdigit()]
        content = [it for it in tokens if it.folded not in _SMALL] or tokens
        if not content:
            continue
        acronym = len(content) == 1 and text.isupper() and len(text) <= LONGEST_ACRONYM
        exact = name.kind in EXACT or acronym
        words = tuple(it.folded if exact else stem(it.folded) for it in content)
        yield _Entry(name, words, tuple(it.text for it in content), exact, acronym)


def _end(entry: _Entry, tokens: Sequence[Token], place: int) -> int:
    """Tell where an entry that begins at a place ends, 0 where it does not stand there."""
    at = place
    for number, word in enumerate(entry.words):
        if number:
            at = _skipped(tokens, at)
        if at >= len(tokens) or not _fits(entry, number, word, tokens[at]):
            return 0
        at += 1
    return at


def _skipped(tokens: Sequence[Token], at: int) -> int:
    steps = 0
    while at < len(tokens) and steps < MOST_SKIPPED:
        token = tokens[at]
        if token.text not in _SIGNS and token.folded not in _SMALL:
            break
        at += 1
        steps += 1
    return at


def _fits(entry: _Entry, number: int, word: str, token: Token) -> bool:
    if not entry.exact:
        return stem(token.folded) == word
    if entry.acronym:
        return token.text == entry.texts[number]
    is_last = number == len(entry.words) - 1
    same = token.folded == word or (is_last and token.folded == f"{word}s")
    return same and (token.text[0].isupper() or not entry.texts[number][0].isupper())


def names_in(text: str) -> str:
    """Fold a name, to compare it with another."""
    return " ".join(folded(it.text) for it in tokens_of(text) if it.is_word)
