"""Claims about how many members, countries or seats a network or a body has."""

from collections.abc import Iterator, Mapping

from koinon.rules.claim.claim import Claim, ClaimKind
from koinon.rules.claim.counted import (
    LONG_NOUN,
    Noun,
    is_line,
    is_listed,
    numbers_with_nouns,
)
from koinon.rules.claim.measure import count_claim
from koinon.rules.claim.names import Mention, NameKind
from koinon.rules.claim.numeral import Number
from koinon.rules.claim.passage import Passage, network_of
from koinon.rules.claim.said import CLAUSE_ENDS, said_in
from koinon.rules.claim.token import has, length_at, length_before
from koinon.rules.claim.turning import is_denied, turns_away
from koinon.rules.claim.vocabulary import COUNTRIES, SEATS

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
        claim = _seats(passage, number, noun)
        if claim is None and noun.measures != (SEATS,):
            claim = _members(passage, number, noun, measures, sections)
        if claim is None:
            continue
        # "57 associations, which speak for 130,000 towns": the first tells who belongs.
        before = told.setdefault((claim.subject, claim.aspect), noun)
        if before.measures == noun.measures or claim.aspect in noun.measures:
            yield claim


def _seats(passage: Passage, number: Number, noun: Noun) -> Claim | None:
    """Read a number of members or delegates of a body."""
    if noun.measures[0] not in ("members", SEATS):
        return None
    if has(passage.outside(0, len(passage.tokens)), passage.words.elsewhere):
        return None
    body = _body_of(passage, number, noun)
    if body is None:
        return None
    of_all = noun.measures != (SEATS,) or _is_said_of_body(passage, number)
    kind = ClaimKind.SIZE if of_all else ClaimKind.DELEGATES
    start, end = passage.cut(noun.first, noun.place + 1)
    network, code = body
    return Claim(
        kind=kind,
        subject=network,
        aspect=f"{kind}:{code}",
        value=number.whole,
        qualifier=number.qualifier,
        start=start,
        end=end,
        told=passage.cut(number.first, number.last),
    )


def _is_said_of_body(passage: Passage, number: Number) -> bool:
    """Tell whether seats are those of a whole body, not those that somebody has in it."""
    before = [it for it in passage.mentions if it.of(NameKind.BODY) and it.last <= number.first]
    if not before or any(it.of(NameKind.COUNTRY, NameKind.CITY) for it in passage.mentions):
        return False
    words = passage.words
    if has(passage.tokens, (*words.we, *words.sends)):
        return False
    ahead = passage.tokens[max(0, before[-1].first - NEAR) : before[-1].first]
    return not has(ahead, words.within)


def _body_of(passage: Passage, number: Number, noun: Noun) -> tuple[str, str] | None:
    """Tell of which body a number of members is: one named near, or the one spoken of."""
    bodies = [it for it in passage.mentions if it.of(NameKind.BODY)]
    before = [it for it in bodies if it.last <= number.first]
    after = [it for it in bodies if 0 <= it.first - noun.place <= NEAR + 1]
    network = passage.network_before(number.first)
    near: Mention | None = None
    if before and (
        network is None or before[-1].first > network.first or _close(before[-1], network)
    ):
        near = before[-1]
    elif after and passage.tokens[noun.place + 1].text != ",":
        near = after[0]
    if near is not None:
        return _resolved(passage, near, after)
    is_about = passage.networks == () and passage.body is not None and not bodies
    first = passage.tokens[: NEAR + 1]
    if is_about and passage.body and has(first, passage.words.body_anaphors):
        return passage.body.owner, passage.body.code
    return None


def _close(body: Mention, network: Mention) -> bool:
    """Tell whether a network only says whose body it is: "Policy Committee of CEMR"."""
    return 0 <= network.first - body.last <= NEAR


def _resolved(passage: Passage, near: Mention, others: list[Mention]) -> tuple[str, str] | None:
    """Find the network of a body by what is said around it."""
    names = near.of(NameKind.BODY)
    for other in others:
        owners = {(it.owner, it.code) for it in other.of(NameKind.BODY)}
        both = tuple(it for it in names if (it.owner, it.code) in owners)
        names = both or names
    around = [network_of(it) for it in passage.networks] or [passage.topic]
    for code in around:
        found = next((it for it in names if it.owner == code), None)
        if found is not None:
            return found.owner, found.code
    return None


def _members(
    passage: Passage,
    number: Number,
    noun: Noun,
    measures: Mapping[str, frozenset[str]],
    sections: frozenset[str],
) -> Claim | None:
    network = _network_of(passage, number, noun)
    if not network:
        return None
    if _is_elsewhere(passage, number, noun, is_section=network in sections):
        return None
    if not passage.moments and _is_of_some_day(passage):
        return None
    return count_claim(
        number,
        network,
        noun.measures,
        measures.get(network, frozenset()),
        place=passage.cut(noun.first, noun.place + 1),
        told=passage.cut(number.first, number.last) if _may_be_replaced(passage) else None,
        said=said_in(passage, noun.place),
        besides=_besides(passage, number),
    )


def _is_of_some_day(passage: Passage) -> bool:
    """Tell whether a number is one of an earlier day that is not named: "it had 135 then"."""
    words, plain = passage.words, passage.plain()
    return has(plain, words.then) or (not passage.networks and has(plain, words.had))


def _besides(passage: Passage, number: Number) -> int:
    """Count the cities beside which others are counted: "besides Cologne, 25 cities belong"."""
    words = passage.words
    ahead = [it for it in passage.mentions if it.last <= number.first and it.of(NameKind.CITY)]
    if not ahead or not has(passage.plain(0, ahead[0].first), words.beside):
        return 0
    return len(ahead)


def _may_be_replaced(passage: Passage) -> bool:
    """Tell whether another number would make a sentence right: not beside "since 2019"."""
    if has(passage.plain(), passage.words.beside):
        return False
    words = passage.words
    return not any(
        passage.since_before(it.first)
        and not has(passage.tokens[max(0, it.first - NEAR) : it.first], words.founded)
        and not has(passage.tokens[it.last : it.last + NEAR], words.founded)
        for it in passage.moments
    )


def _network_of(passage: Passage, number: Number, noun: Noun) -> str:
    """Tell of which network a number is: named before, linked behind, or spoken of."""
    before = passage.network_before(number.first)
    if before is not None:
        is_other = (
            _is_of_part(passage, number, before)
            or turns_away(passage, before.last, number.first)
            or _is_of_body(passage, number, before)
        )
        is_own = not is_other and _is_of_before(passage, number, noun, before)
        return network_of(before) if is_own else ""
    if turns_away(passage, 0, number.first):
        return ""
    if has(passage.outside(0, number.first), passage.words.owners):
        return ""
    after = passage.network_after(noun.place)
    if after is not None:
        linked = after.first - noun.place <= NEAR or _belongs(passage, number)
        return network_of(after) if linked else ""
    return passage.topic if _is_of_topic(passage, number, noun) else ""


def _is_of_part(passage: Passage, number: Number, network: Mention) -> bool:
    """Tell whether a number is that of a part: of a group, a section, a branch in a town."""
    tokens, words = passage.tokens, passage.words
    ahead = tokens[max(0, network.first - NEAR - 1) : network.first]
    following = [it for it in passage.mentions if it.first == network.last]
    joined = tokens[network.last : network.last + 2]
    if any(it.of(NameKind.CITY) for it in following) or (
        joined and joined[0].text == "-" and has(joined, words.parts)
    ):
        return True
    between = tokens[network.last : number.first]
    bodies = [it for it in passage.mentions if it.of(NameKind.BODY) and _close(it, network)]
    is_of_part = has(ahead, words.parts) or any(it.last <= network.first for it in bodies)
    is_explained = bool(between) and between[0].text == "," and has(between[1:2], words.articles)
    return is_of_part and not is_explained


def _is_of_body(passage: Passage, number: Number, network: Mention) -> bool:
    """Tell whether a sentence turns from a network to one of its bodies before a number."""
    bodies = [it for it in passage.mentions if it.of(NameKind.BODY)]
    return any(network.last <= it.first < number.first for it in bodies)


def _is_of_before(passage: Passage, number: Number, noun: Noun, before: Mention) -> bool:
    if has(passage.outside(before.last, number.first), passage.words.owners):
        return False
    is_plain = noun.is_strong or noun.measures == (COUNTRIES,)
    return is_plain or is_listed(passage, before.last, noun) or _belongs(passage, number)


def _is_of_topic(passage: Passage, number: Number, noun: Noun) -> bool:
    if has(passage.outside(0, len(passage.tokens)), passage.words.owners):
        return False
    if is_line(passage, number, noun):
        return True
    if passage.refers_back():
        return noun.is_strong or _belongs(passage, number)
    return noun.is_strong and len(passage.tokens[noun.place].text) >= LONG_NOUN


def _belongs(passage: Passage, number: Number) -> bool:
    """Tell whether a sentence says that those counted belong to something."""
    rest = (*passage.tokens[: number.first], *passage.tokens[number.last :])
    return has(rest, passage.words.belonging)


def _is_elsewhere(passage: Passage, number: Number, noun: Noun, *, is_section: bool) -> bool:
    """Tell whether a number counts something else: guests, projects, members of one country."""
    words = passage.words
    is_part = has(passage.outside(0, number.first), words.of_these)
    if is_part or has(passage.outside(0, len(passage.tokens)), words.elsewhere):
        return True
    tokens = passage.tokens
    around = (*tokens[max(0, number.first - 1) : number.first], *tokens[number.last : noun.place])
    if has(around, words.further) or _is_of_the_beginning(passage, number, noun):
        return True
    if is_section:
        return False
    if has(tokens[number.last : noun.place], words.nationalities):
        return True
    after = [it for it in passage.mentions if 0 < it.first - noun.place <= NEAR]
    if any(it.of(NameKind.COUNTRY, NameKind.CITY) for it in after):
        return True
    return _is_within_country(passage, number) or _is_within_other(passage, noun.place + 1)


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
    stop = next((at for at, it in enumerate(behind) if it.text in ",;:("), NEAR)
    if has(ahead, passage.words.at_first) or has(behind[:stop], passage.words.founded):
        return True
    return _is_among_founders(passage, number)


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
