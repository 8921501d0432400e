"""What part a name plays in its sentence: who does something, or whose something is."""

from koinon.rules.claim.names import Mention
from koinon.rules.claim.passage import Passage
from koinon.rules.claim.token import Token, length_at, length_before


def is_agent(passage: Passage, mention: Mention) -> bool:
    """Tell whether somebody named only did something: "the charter launched by the network"."""
    words, tokens = passage.words, passage.tokens
    place = mention.first
    while place and length_before(tokens, place, words.articles):
        place -= 1
    return length_before(tokens, place, words.agent) > 0


def founds(passage: Passage, mention: Mention, place: int) -> bool:
    """Tell whether somebody named founds something else: "the forum that the network launched"."""
    words, tokens = passage.words, passage.tokens
    taken = length_at(tokens, place, words.founds)
    is_beside = mention.last == place or (
        mention.last + 1 == place and length_at(tokens, mention.last, words.has_) > 0
    )
    is_itself = length_at(tokens, place + taken, words.itself) > 0
    return bool(taken) and is_beside and not is_itself


def owned_by(passage: Passage, mention: Mention) -> tuple[Token, ...]:
    """Give the word for what is a name's, none for the network itself: "forum of the network"."""
    words = passage.words
    owned = _owned(passage, mention)
    if owned < 0:
        return ()
    token = passage.tokens[owned]
    is_noun = words.language != "de" or token.text[0].isupper()
    small = (*words.common, *words.within, *words.beside)
    is_network = length_at((token,), 0, (*words.anaphors, *words.founded, *small)) > 0
    return (token,) if is_noun and not is_network else ()


def is_of_named(passage: Passage, mention: Mention) -> bool:
    """Tell whether what a name owns has a name itself: "the Global Committee of the network"."""
    owned = _owned(passage, mention)
    pair = passage.tokens[max(0, owned - 1) : owned + 1]
    return owned > 0 and all(it.is_word and it.text[0].isupper() for it in pair)


def _owned(passage: Passage, mention: Mention) -> int:
    """Give the place of the word before "of" and a name, -1 where none stands there."""
    words, tokens = passage.words, passage.tokens
    place = mention.first
    while place and length_at(tokens, place - 1, words.articles) and not _is_of(passage, place):
        place -= 1
    taken = length_before(tokens, place, words.whose)
    owned = place - taken - 1
    return owned if taken and owned >= 0 and tokens[owned].is_word else -1


def _is_of(passage: Passage, place: int) -> bool:
    return length_before(passage.tokens, place, passage.words.whose) > 0
