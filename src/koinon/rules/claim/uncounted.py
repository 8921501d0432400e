"""What a number may count beside those that belong: guests, founders, members of one country."""

from koinon.rules.claim.counted import Noun
from koinon.rules.claim.names import NameKind
from koinon.rules.claim.numeral import Number
from koinon.rules.claim.passage import CLAUSE_ENDS, Passage
from koinon.rules.claim.token import Token, has, length_at, length_before
from koinon.rules.claim.whose import behind_insertion

NEAR = 3


def is_uncounted(passage: Passage, number: Number, noun: Noun, *, is_section: bool) -> bool:
    """Tell whether a number counts something else: guests, projects, members of one country."""
    words, tokens = passage.words, passage.tokens
    network = passage.network_before(number.first)
    first = behind_insertion(passage, network, number) if network else 0
    is_part = has(passage.outside(first, number.first), words.of_these)
    if is_part or has(_main(passage, number), words.elsewhere):
        return True
    around = (*tokens[max(0, number.first - 1) : number.first], *tokens[number.last : noun.place])
    if has(around, words.further) or _is_of_the_beginning(passage, number, noun):
        return True
    is_of_paper = not noun.is_strong and _is_of_paper(passage)
    return is_of_paper or (not is_section and _is_of_one_place(passage, number, noun))


def _is_of_one_place(passage: Passage, number: Number, noun: Noun) -> bool:
    """Tell whether only members of a country or a town are counted."""
    if has(passage.tokens[number.last : noun.place], passage.words.nationalities):
        return True
    after = [it for it in passage.mentions if 0 < it.first - noun.place <= NEAR]
    if any(it.of(NameKind.COUNTRY, NameKind.CITY) for it in after):
        return True
    return _is_within_country(passage, number) or _is_within_other(passage, noun.place + 1)


def _main(passage: Passage, number: Number) -> tuple[Token, ...]:
    """Give a sentence without what is told of its network between two commas."""
    for network in passage.networks:
        last = behind_insertion(passage, network, number)
        if last > network.last:
            before = passage.outside(0, network.last)
            return (*before, *passage.outside(last, len(passage.tokens)))
    return passage.outside(0, len(passage.tokens))


def _is_of_paper(passage: Passage) -> bool:
    """Tell whether those counted only signed something: "60 cities signed the statement"."""
    words, plain = passage.words, passage.plain()
    return has(plain, words.papers) and has(plain, words.signed)


def _is_within_country(passage: Passage, number: Number) -> bool:
    """Tell whether a number is one of a country or town: "in Germany some 900 cities belong"."""
    network = passage.network_before(number.first)
    return any(
        it.last <= number.first
        and _is_after_within(passage, it.first)
        and (it.of(NameKind.COUNTRY) or (it.of(NameKind.CITY) and network is None))
        for it in passage.mentions
    )


def _is_after_within(passage: Passage, place: int) -> bool:
    at = place
    if length_before(passage.tokens, at, passage.words.articles):
        at -= 1
    return length_before(passage.tokens, at, passage.words.within) > 0


def _is_within_other(passage: Passage, place: int) -> bool:
    """Tell whether a place nobody knows follows: "400 cities in the UK"."""
    tokens, words = passage.tokens, passage.words
    taken = length_at(tokens, place, words.within)
    at = place + taken + bool(length_at(tokens, place + taken, words.articles))
    if not taken or at >= len(tokens) or passage.within_name(at) is not None:
        return False
    is_name = tokens[at].is_word and tokens[at].text[0].isupper()
    return is_name and not length_at(tokens, at, words.whole) and not _is_day(passage, at)


def _is_day(passage: Passage, place: int) -> bool:
    return any(it.first <= place < it.last for it in passage.moments)


def _is_of_the_beginning(passage: Passage, number: Number, noun: Noun) -> bool:
    """Tell whether a number is that of the founders, or of the first years."""
    ahead = passage.tokens[max(0, number.first - NEAR - 1) : number.first]
    behind = passage.tokens[noun.place + 1 : noun.place + 1 + NEAR]
    stop = next((at for at, it in enumerate(behind) if _is_turn(passage, it)), NEAR)
    if has(ahead, passage.words.at_first) or has(behind[:stop], passage.words.founded):
        return True
    return _is_among_founders(passage, number)


def _is_turn(passage: Passage, token: Token) -> bool:
    return token.text in ",;:(" or length_at((token,), 0, passage.words.and_) > 0


def _is_among_founders(passage: Passage, number: Number) -> bool:
    """Tell whether a number goes with a founding: "founded in 2004 together with five cities".

    What is told behind a comma or an "and", or of "the network", is no longer about that day.
    """
    tokens, words = passage.tokens, passage.words
    first = number.first
    if not length_before(tokens, first, words.together_with):
        return False
    while first and tokens[first - 1].text not in CLAUSE_ENDS:
        first -= 1
        if length_at(tokens, first, (*words.anaphors, *words.and_)) and (
            passage.within_name(first) is None
        ):
            return False
        if length_at(tokens, first, words.founding):
            return True
    return False
