"""Which language a text is in, by its small words."""

from collections.abc import Sequence
from functools import cache

from koinon.rules.claim.names import Lexicon
from koinon.rules.claim.token import Phrases, Token, folded, length_at, tokens_of
from koinon.rules.claim.vocabulary import LANGUAGES, counted_nouns, vocabulary

LONGEST_SAMPLE = 60_000
LEAST_SHARE = 12
"""One word in so many must be a small one of the language."""

LEAST_SHARE_OF_KNOWN = 4
"""Where there are hardly any small words: one word in so many must be one of the language."""

FEW = 3
"""A text of so few words beside names may be in any language: "Eurocities | 135 | 35"."""

_LETTERS = {"de": frozenset("äöüß"), "en": frozenset(), "fr": frozenset("àâæçéèêëîïôœùûÿ")}
_ALL_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz").union(*_LETTERS.values())


def language_of(text: str, names: Lexicon | None = None, *, otherwise: str = "") -> str:
    """Tell the language of a text, "" where it is none of those Koinon reads.

    Names tell nothing of the language. ``otherwise`` is taken where the words are too few to tell.
    """
    words = _words(text[:LONGEST_SAMPLE], names)
    small = {code: _small(words, code) for code in LANGUAGES}
    known = {code: _known(words, code) for code in LANGUAGES}
    best = max(LANGUAGES, key=lambda code: 2 * small[code] + known[code] + _marked(words, code))
    if words and small[best] * LEAST_SHARE >= len(words):
        return best
    if any(not _ALL_LETTERS.issuperset(it.text.casefold()) for it in words):
        return ""
    if words and known[best] * LEAST_SHARE_OF_KNOWN >= len(words):
        return best
    return otherwise if len(words) <= FEW else ""


def _words(text: str, names: Lexicon | None) -> tuple[Token, ...]:
    """Give the words of a text that are no part of a name."""
    tokens = tokens_of(text)
    mentions = names.mentions(tokens) if names else ()
    within = {at for it in mentions for at in range(it.first, it.last)}
    return tuple(it for at, it in enumerate(tokens) if it.is_word and at not in within)


def _small(words: Sequence[Token], code: str) -> int:
    common = _small_words(code)
    return sum(it.folded in common for it in words)


@cache
def _small_words(code: str) -> frozenset[str]:
    return frozenset(map(folded, vocabulary(code).common))


def _known(words: Sequence[Token], code: str) -> int:
    """Count the words by which a language makes claims: "members", "counted"."""
    nouns, verbs = counted_nouns(code), _verbs(code)
    return sum(it.folded in nouns or bool(length_at((it,), 0, verbs)) for it in words)


@cache
def _verbs(code: str) -> Phrases:
    words = vocabulary(code)
    return Phrases((*words.had, *words.belonging, *words.founded, *words.joined))


def _marked(words: Sequence[Token], code: str) -> int:
    """Count the words with a letter that only this language has."""
    return sum(not _LETTERS[code].isdisjoint(it.text.casefold()) for it in words)
