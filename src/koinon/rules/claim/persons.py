"""People in a sentence: those the register knows, and names that it does not know."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from koinon.rules.claim.names import Mention, NameKind
from koinon.rules.claim.passage import Passage
from koinon.rules.claim.token import Token, folded, length_before
from koinon.rules.claim.vocabulary import vocabulary

FEWEST_WORDS, MOST_WORDS = 2, 4


class Someone(NamedTuple):
    """A person in a sentence; ``code`` is empty for a name that the register does not know."""

    code: str
    name: str
    first: int
    last: int


def people_in(passage: Passage, full_names: frozenset[str]) -> Iterator[Someone]:
    """Find the people of a sentence; a family name alone needs a title or a full name before."""
    for mention in passage.mentions:
        known = mention.of(NameKind.PERSON)
        family = mention.of(NameKind.FAMILY)
        start, end = passage.cut(mention.first, mention.last)
        name = passage.text[start:end]
        if known:
            yield Someone(known[0].code, name, mention.first, mention.last)
        elif family and (_is_addressed(passage, mention.first) or family[0].code in full_names):
            if not _has_other_given_name(passage, mention.first):
                yield Someone(family[0].code, name, mention.first, mention.last)
            else:
                yield from _with_other_given_name(passage, mention)
        elif family and _has_other_given_name(passage, mention.first):
            yield from _with_other_given_name(passage, mention)
    yield from _strangers(passage)


def _is_addressed(passage: Passage, first: int) -> bool:
    """Tell whether a title or an office stands before a family name."""
    place = first
    if place and passage.tokens[place - 1].text == ".":
        place -= 1
    words = passage.words
    titles = [*words.salutations, *(it for roles in words.roles.values() for it in roles)]
    return length_before(passage.tokens, place, titles) > 0


def _has_other_given_name(passage: Passage, first: int) -> bool:
    if not first:
        return False
    before = passage.tokens[first - 1]
    return _may_be_a_name(before, passage) and passage.within_name(first - 1) is None


def _with_other_given_name(passage: Passage, mention: Mention) -> Iterator[Someone]:
    """Take somebody with a given name for the one of whom only the family name is known."""
    start, end = passage.cut(mention.first - 1, mention.last)
    alone = mention.of(NameKind.ALONE)
    code = alone[0].code if alone else ""
    yield Someone(code, passage.text[start:end], mention.first - 1, mention.last)


class _NoNames(NamedTuple):
    """Words that are written with a capital and are no part of a name."""

    words: frozenset[str]
    roles: tuple[str, ...]
    particles: frozenset[str]


@cache
def _no_names(language: str) -> _NoNames:
    words = vocabulary(language)
    return _NoNames(
        words=frozenset(map(folded, (*words.not_a_name, *words.salutations))),
        roles=tuple(it for phrases in words.roles.values() for it in phrases),
        particles=frozenset(map(folded, words.name_particles)),
    )


def _may_be_a_name(token: Token, passage: Passage) -> bool:
    if not (token.is_word and token.text[0].isupper() and len(token.text) > 1):
        return False
    others = _no_names(passage.words.language)
    if token.folded in others.words or token.text.isupper():
        return False
    return length_before((token,), 1, others.roles) == 0


def _strangers(passage: Passage) -> Iterator[Someone]:
    """Find names of people by their shape: two to four capitalised words in a row."""
    tokens = passage.tokens
    place = 0
    while place < len(tokens):
        last = _end_of_name(passage, place)
        if last:
            start, end = passage.cut(place, last)
            yield Someone("", passage.text[start:end], place, last)
        place = last or place + 1


def _end_of_name(passage: Passage, place: int) -> int:
    tokens: Sequence[Token] = passage.tokens
    particles = _no_names(passage.words.language).particles
    words, last, at = 0, 0, place
    while at < len(tokens) and words < MOST_WORDS:
        token = tokens[at]
        if passage.within_name(at) is not None:
            break
        if _may_be_a_name(token, passage):
            words, last = words + 1, at + 1
        elif not (words and (token.folded in particles or token.text in "-’'")):
            break
        at += 1
    return last if words >= FEWEST_WORDS else 0
