"""Claims about how many members, countries or seats a network or a body has."""

from collections.abc import Iterator, Mapping

from koinon.rules.claim.claim import Claim
from koinon.rules.claim.clause import part_at
from koinon.rules.claim.counted import Noun, numbers_with_nouns
from koinon.rules.claim.measure import count_claim
from koinon.rules.claim.names import NameKind
from koinon.rules.claim.numeral import Number
from koinon.rules.claim.passage import Passage
from koinon.rules.claim.said import said_in
from koinon.rules.claim.sizing import size_claim
from koinon.rules.claim.token import has
from koinon.rules.claim.turning import is_denied
from koinon.rules.claim.uncounted import is_uncounted
from koinon.rules.claim.vocabulary import SEATS
from koinon.rules.claim.whose import network_counted

NEAR = 3


def counts_in(
    passage: Passage, measures: Mapping[str, frozenset[str]], sections: frozenset[str]
) -> Iterator[Claim]:
    """Find the numbers of members, countries and seats that a sentence gives.

    ``measures`` tells what is known of each network, ``sections`` which ones are of one country.
    """
    told: dict[tuple[str, str], Noun] = {}
    for number, noun in numbers_with_nouns(passage):
        if is_denied(passage, number.first):
            continue
        claim = size_claim(passage, number, noun)
        if claim is None and noun.measures != (SEATS,):
            claim = _members(passage, number, noun, measures, sections)
        if claim is None:
            continue
        # "57 associations, which speak for 130,000 towns": the first tells who belongs.
        before = told.setdefault((claim.subject, claim.aspect), noun)
        if before.measures == noun.measures or claim.aspect in noun.measures:
            yield claim


def _members(
    passage: Passage,
    number: Number,
    noun: Noun,
    measures: Mapping[str, frozenset[str]],
    sections: frozenset[str],
) -> Claim | None:
    network = network_counted(passage, number, noun)
    if not network:
        return None
    if is_uncounted(passage, number, noun, is_section=network in sections):
        return None
    said = said_in(passage, noun.place)
    if said is None and _is_of_some_day(passage, number):
        return None
    return count_claim(
        number,
        network,
        noun.measures,
        measures.get(network, frozenset()),
        place=passage.cut(noun.first, noun.place + 1),
        told=passage.cut(number.first, number.last) if _may_be_replaced(passage) else None,
        said=said,
        besides=_besides(passage, number),
    )


def _is_of_some_day(passage: Passage, number: Number) -> bool:
    """Tell whether a number is one of an earlier day that is not named: "it had 135 then"."""
    words = passage.words
    clause = passage.plain(*part_at(passage, number.first, number.last))
    return passage.says(words.then) or has(clause, words.had)


def _besides(passage: Passage, number: Number) -> int:
    """Count the cities beside which others are counted: "besides Cologne, 25 cities belong"."""
    words = passage.words
    ahead = [it for it in passage.mentions if it.last <= number.first and it.of(NameKind.CITY)]
    if not ahead or not has(passage.plain(0, ahead[0].first), words.beside):
        return 0
    return len(ahead)


def _may_be_replaced(passage: Passage) -> bool:
    """Tell whether another number would make a sentence right: not beside "since 2019"."""
    if passage.says(passage.words.beside):
        return False
    words = passage.words
    return not any(
        passage.since_before(it.first)
        and not has(passage.tokens[max(0, it.first - NEAR) : it.first], words.founded)
        and not has(passage.tokens[it.last : it.last + NEAR], words.founded)
        for it in passage.moments
    )
