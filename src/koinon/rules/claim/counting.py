"""Claims about how many members, countries or seats a network or a body has."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from koinon.rules.bound import Bound
from koinon.rules.claim.claim import Claim, ClaimKind
from koinon.rules.claim.counted import (
    LONG_NOUN,
    Noun,
    is_line,
    is_listed,
    numbers_with_nouns,
)
from koinon.rules.claim.moment import Moment
from koinon.rules.claim.names import Mention, NameKind
from koinon.rules.claim.numeral import Number
from koinon.rules.claim.passage import Passage, network_of
from koinon.rules.claim.token import has, length_at, length_before
from koinon.rules.claim.turning import is_denied, turns_away
from koinon.rules.claim.vocabulary import COUNTRIES, SEATS

NEAR = 3
WHEN_WITHIN = 8
"""So many words at most stand between "when" and its day: "when the city joined in 2004"."""

_CLAUSE_ENDS = frozenset(",;:()–—")

_WHOLE = ("members", "signatories")
"""Measures by which a register counts all that belong, whatever a text calls them."""

OTHERWISE = {
    "members": ("members", "signatories", "cities"),
    "cities": ("cities", "members", "signatories"),
    "signatories": ("signatories", "members"),
    "associations": ("associations", "members"),
    "coalitions": ("coalitions",),
    COUNTRIES: (COUNTRIES,),
}
"""As which measures a register may keep what a noun counts."""


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
    known = measures.get(network, frozenset())
    measure = measure_of(noun.measures, known)
    if not network or not measure or not known:
        return None
    if _is_elsewhere(passage, number, noun, is_section=network in sections):
        return None
    if has(passage.plain(), passage.words.then) and not passage.moments:
        return None
    start, end = passage.cut(noun.first, noun.place + 1)
    is_beside = has(passage.plain(0, number.first), passage.words.beside)
    fits = is_fitting(measure, noun.measures) and not is_beside
    return Claim(
        kind=ClaimKind.COUNT,
        subject=network,
        aspect=measure,
        value=number.whole,
        qualifier=number.qualifier,
        said=said_in(passage, noun.place),
        start=start,
        end=end,
        told=passage.cut(number.first, number.last) if fits else None,
    )


def measure_of(counted: Sequence[str], known: Collection[str]) -> str:
    """Tell as which measure that is known a register keeps what is counted."""
    wanted = [it for measure in counted for it in OTHERWISE.get(measure, (measure,))]
    return next((it for it in wanted if it in known), wanted[0] if wanted else "")


def is_fitting(measure: str, counted: Sequence[str]) -> bool:
    """Tell whether a number of a measure can stand before the noun of a text."""
    return measure in (*counted, *_WHOLE)


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
    while first and tokens[first - 1].text not in _CLAUSE_ENDS:
        first -= 1
        if length_at(tokens, first, (*words.anaphors, *words.and_)) and (
            passage.within_name(first) is None
        ):
            return False
        if length_at(tokens, first, words.founding):
            return True
    return False


def said_in(passage: Passage, place: int) -> Bound | None:
    """Give the day for which a sentence gives the number at a place, None where it gives none."""
    tokens, words = passage.tokens, passage.words
    had = has(passage.plain(), words.had)
    if passage.moments and has(passage.plain(), words.then):
        return passage.moments[-1].day
    in_brackets = [it for it in passage.moments if _is_bracketed(passage, it)]
    if in_brackets:
        behind = [it for it in in_brackets if it.first > place]
        return (behind or in_brackets[-1:])[0].day
    for moment in passage.moments:
        if has(tokens[max(0, moment.first - WHEN_WITHIN) : moment.first], words.when):
            return moment.day
        ahead = tokens[max(0, moment.first - NEAR) : moment.first]
        if has(ahead, words.founded) or has(tokens[moment.last : moment.last + 1], words.founded):
            continue
        dated = any(length_at(ahead, at, words.as_of) for at in range(len(ahead)))
        if dated and (had or has(ahead, words.as_of[:1])):
            return moment.day
        if had and has(ahead, words.had):
            return moment.day
    return _told_of(passage, place)


def _told_of(passage: Passage, place: int) -> Bound | None:
    """Give the day of a clause, wherever it stands: "it has had 140 in 2019", "in 2019 it has"."""
    tokens, words = passage.tokens, passage.words
    for moment in passage.moments:
        first, last = _clause(passage, moment)
        is_event = has(tokens[first:last], (*words.founded, *words.joining))
        if is_event or passage.since_before(moment.first) or not first <= place < last:
            continue
        is_ahead = moment.first == 0 or length_before(tokens, moment.first, words.as_of) > 0
        if is_ahead or has(passage.plain(first, last), words.had):
            return moment.day
    return None


def _clause(passage: Passage, moment: Moment) -> tuple[int, int]:
    """Give the stretch between two signs that a day stands in; "In 2019, " opens one."""
    tokens = passage.tokens
    ends = [at for at, it in enumerate(tokens) if it.text in _CLAUSE_ENDS]
    before = [at + 1 for at in ends if at < moment.first]
    opens = not before and moment.first <= NEAR
    behind = [at for at in ends if at >= moment.last + opens]
    return (before or [0])[-1], (behind or [len(tokens)])[0]


def _is_bracketed(passage: Passage, moment: Moment) -> bool:
    tokens = passage.tokens
    opened = moment.first > 0 and tokens[moment.first - 1].text == "("
    return opened and moment.last < len(tokens) and tokens[moment.last].text == ")"
