"""What a number counts: a noun behind it, a label before it, or that of the number before."""

from collections.abc import Iterator
from typing import NamedTuple

from koinon.rules.claim.moment import FIRST_YEAR, LAST_YEAR
from koinon.rules.claim.names import Mention, NameKind
from koinon.rules.claim.numeral import Number
from koinon.rules.claim.passage import Passage
from koinon.rules.claim.token import folded, has, length_at, length_before
from koinon.rules.claim.vocabulary import SEATS, counted_nouns

MOST_BETWEEN = 4
LONG_NOUN = 11
MOST_BESIDE_A_LINE = 1
MOST_WORDS_OF_LABEL = 3
LARGEST_RATIO = 20
_LABELLED = frozenset(":|=")
_ENDS = frozenset(",;.:|()!?–—-")
_OPENS = frozenset("(|:")


class Noun(NamedTuple):
    """What is counted: ``measures`` it may stand for, the best first, and its last token.

    ``first`` is the first token of what is quoted, a label before the number or the number.
    """

    measures: tuple[str, ...]
    is_strong: bool
    place: int
    first: int
    is_behind: bool = True


def numbers_with_nouns(passage: Passage) -> Iterator[tuple[Number, Noun]]:
    """Find the whole numbers that count something, each with what it counts."""
    before: Noun | None = None
    for number in passage.numbers:
        noun = _labelled(passage, number) or _behind(passage, number)
        if noun is not None and noun.is_behind and _is_year(passage, number, noun):
            continue
        if noun is None and before is not None:
            noun = _repeated(passage, number, before)
        sent = _sent(passage, number)
        noun = sent or noun or _of_body(passage, number)
        if noun is None or number.whole is None or _is_ordinal(passage, number):
            continue
        if sent is None and _is_share(passage, number, noun):
            continue
        before = before or noun
        yield number, noun


def _behind(passage: Passage, number: Number) -> Noun | None:
    nouns = counted_nouns(passage.words.language)
    between = 0
    place = number.last
    while place < len(passage.tokens) and between <= MOST_BETWEEN:
        token = passage.tokens[place]
        known = nouns.get(token.folded)
        if known is not None:
            return Noun(*known, place, number.first)
        if token.text in ".,;:!?()|" or token.text.isdigit():
            return None
        mention = passage.within_name(place)
        if mention is not None and not mention.of(NameKind.NETWORK):
            return None
        place += 1
        between += 1
    return None


def _labelled(passage: Passage, number: Number) -> Noun | None:
    """Find a label before a number: "Members: 135"."""
    at = number.first - 2
    if at < 0 or passage.tokens[at + 1].text not in _LABELLED or not _ends(passage, number):
        return None
    known = counted_nouns(passage.words.language).get(passage.tokens[at].folded)
    if known is None or not (at == 0 or passage.tokens[at - 1].text in {*_ENDS, "•"}):
        return None
    return Noun(*known, number.last - 1, at, is_behind=False)


def _repeated(passage: Passage, number: Number, before: Noun) -> Noun | None:
    """Take the noun of the number before: "the council has 342 members, the bureau 115"."""
    at = number.first
    if at and passage.tokens[at - 1].text in _OPENS:
        at -= 1
    at -= length_before(passage.tokens, at, passage.words.has_)
    named = next((it for it in passage.mentions if it.last == at), None)
    if named is None or not named.of(NameKind.NETWORK, NameKind.BODY):
        return None
    if not _ends(passage, number) or named.first < before.place:
        return None
    if number.whole is not None and FIRST_YEAR <= number.whole <= LAST_YEAR:
        return None
    return _alone(before.measures, number)


def _sent(passage: Passage, number: Number) -> Noun | None:
    """Take a number behind a country that sends somebody as one of seats: "Germany sends 16"."""
    at, words = number.first, passage.words
    named = next((it for it in passage.mentions if it.last in (at, at - 1)), None)
    is_share = length_at(passage.tokens, number.last, words.out_of) > 0
    if not (is_share or _ends(passage, number)):
        return None
    if named is None or not named.of(NameKind.COUNTRY):
        named = _sender(passage, number) if is_share else None
    if named is None:
        return None
    verbs = [
        it
        for it in range(max(0, named.first - 1), at)
        if length_at(passage.tokens, it, words.sends)
    ]
    if not verbs:
        return None
    return _alone((SEATS,), number)


def _sender(passage: Passage, number: Number) -> Mention | None:
    """Find the country that sends some of a body: "Germany has, on the council, 16 of the 170"."""
    countries = [it for it in passage.mentions if it.of(NameKind.COUNTRY)]
    bodies = [it for it in passage.mentions if it.of(NameKind.BODY)]
    before = [it for it in countries if it.last <= number.first]
    is_of_body = bool(bodies) and bodies[0].last <= number.first
    return before[0] if before and is_of_body and len(countries) == 1 else None


def _of_body(passage: Passage, number: Number) -> Noun | None:
    """Take a number right behind "has" and a body as its size: "the council numbers 342"."""
    ahead = (*passage.words.has_, *passage.words.made_of)
    at = number.first - length_before(passage.tokens, number.first, ahead)
    named = next((it for it in passage.mentions if it.last == at < number.first), None)
    if named is None or not named.of(NameKind.BODY) or not _ends(passage, number):
        return None
    return _alone(("members",), number)


def _alone(measures: tuple[str, ...], number: Number) -> Noun:
    return Noun(
        measures, is_strong=True, place=number.last - 1, first=number.first, is_behind=False
    )


def _ends(passage: Passage, number: Number) -> bool:
    tokens = passage.tokens
    return number.last >= len(tokens) or tokens[number.last].text in _ENDS


def is_line(passage: Passage, number: Number, noun: Noun) -> bool:
    """Tell whether a line is nothing but a number and what it counts."""
    if not noun.is_behind:
        return noun.first <= MOST_BESIDE_A_LINE
    beside = _after_label(passage, number) + len(passage.tokens) - noun.place - 1
    return beside <= MOST_BESIDE_A_LINE and noun.place - number.last <= 1


def _after_label(passage: Passage, number: Number) -> int:
    """Count what stands before a number, but for a label: "Members: over 150 cities"."""
    colon = number.first - 1
    label = passage.tokens[: max(colon, 0)]
    if not 0 < colon <= MOST_WORDS_OF_LABEL or passage.tokens[colon].text not in _LABELLED:
        return number.first
    known = counted_nouns(passage.words.language)
    is_told = label[-1].folded in known or has(label, passage.words.belonging)
    return 0 if is_told else number.first


def is_listed(passage: Passage, since: int, noun: Noun) -> bool:
    """Tell whether only brackets and other numbers stand between a name and a number."""
    nouns = counted_nouns(passage.words.language)
    counted = [range(it.first, it.last) for it in passage.numbers]
    return noun.first > since and all(
        passage.tokens[at].text in _ENDS
        or passage.tokens[at].folded in nouns
        or any(at in it for it in counted)
        for at in range(since, noun.first)
    )


def _is_year(passage: Passage, number: Number, noun: Noun) -> bool:
    """Tell a year from a number: bare digits not right before what is counted, or "as early as"."""
    value = number.whole or 0
    is_bare = not number.in_words and number.last - number.number == 1
    plain = is_bare and number.qualifier == "exactly"
    words = passage.words
    is_told = length_before(passage.tokens, number.first, (*words.already, *words.since)) > 0
    return plain and FIRST_YEAR <= value <= LAST_YEAR and (is_told or noun.place > number.last)


def _is_share(passage: Passage, number: Number, noun: Noun) -> bool:
    """Tell whether a number is only a part of a whole: "four of ten members", "60 of its members".

    Of "three of 200 members", the second number is that of the whole; below a score it is a ratio.
    """
    words, tokens = passage.words, passage.tokens
    out_of = length_at(tokens, number.last, words.out_of)
    whole = length_before(tokens, number.first, words.out_of)
    is_small = (number.whole or 0) <= LARGEST_RATIO
    for other in passage.numbers:
        if _is_between(passage, number, other) or _is_between(passage, other, number):
            return True
        if out_of and other.first == number.last + out_of <= noun.place:
            return True
        if whole and is_small and other.last == number.first - whole:
            return True
    if not noun.is_behind:
        return False
    behind = length_at(tokens, number.last, words.own)
    return noun.is_strong and behind > 0 and number.last + behind <= noun.place


def _is_between(passage: Passage, first: Number, second: Number) -> bool:
    """Tell whether two numbers are the ends of a range: "between three and twelve"."""
    words, tokens = passage.words, passage.tokens
    gap = second.first - first.last
    if gap != 1 or first.value >= second.value:
        return False
    is_range = length_at(tokens, first.last, words.range_to) > 0
    ahead = tokens[max(0, first.first - 1) : first.first]
    return is_range or has(ahead, words.between)


def _is_ordinal(passage: Passage, number: Number) -> bool:
    after = passage.tokens[number.last : number.last + 1]
    if (
        number.last >= len(passage.tokens) - 1
        or after[0].start != passage.tokens[number.last - 1].end
    ):
        return False
    return after[0].folded in map(folded, passage.words.numerals.ordinal)
