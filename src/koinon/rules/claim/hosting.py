"""Claims about where a network has its office, and who runs it."""

from collections.abc import Iterator
from functools import cache
from itertools import islice, pairwise
from typing import NamedTuple

from koinon.rules.claim.anaphora import refers_back
from koinon.rules.claim.claim import Claim, ClaimKind
from koinon.rules.claim.clause import clause_at, is_told, part_at
from koinon.rules.claim.familiar import Familiar
from koinon.rules.claim.names import Mention, NameKind
from koinon.rules.claim.passage import Passage, network_of
from koinon.rules.claim.token import has, length_at, length_before, only
from koinon.rules.claim.turning import is_denied, turns_away
from koinon.rules.claim.vocabulary import SEAT, vocabulary

NEAR = 4
LOCATED = "located"
"""What facts and claims about the town of an office are about."""

MOST_BETWEEN = 8
_BREAKS = frozenset(",;()|•")
_ENDS_NAME = frozenset(".,;:()|•!?–—")


class Place(NamedTuple):
    """A town after a word such as "seat"; ``code`` is its name where nobody knows it."""

    code: str
    first: int
    last: int


def hosts_in(passage: Passage, familiar: Familiar) -> Iterator[Claim]:
    """Find who is said to house or to run the office of a network, or where it is."""
    seated = tuple(_seated(passage, familiar))
    yield from seated or islice(_hosted(passage, familiar), 1)


def _hosted(passage: Passage, familiar: Familiar) -> Iterator[Claim]:
    words = passage.words
    plain = passage.plain()
    network = _network_of(passage, familiar)
    if not network or not has(plain, (*words.office, *words.hosting)):
        return
    for mention in passage.mentions:
        hosts = mention.of(NameKind.ORGANISATION, NameKind.CITY)
        if not hosts:
            continue
        ahead = range(max(0, mention.first - NEAR), mention.first + 1)
        if not any(length_before(passage.tokens, at, words.hosted_by) for at in ahead):
            continue
        if is_denied(passage, mention.first) or _is_of_beginning(passage, mention):
            continue
        start, end = passage.cut(mention.first, mention.last)
        yield Claim(
            kind=ClaimKind.HOST,
            subject=network,
            aspect=str(ClaimKind.HOST),
            value=hosts[0].code,
            start=start,
            end=end,
            is_past=_is_over(passage, mention.first, mention.last),
        )


def _is_over(passage: Passage, first: int, last: int) -> bool:
    """Tell whether the clause of a place says that it is over, or was so at first."""
    words = passage.words
    begins, ends = part_at(passage, first, last)
    clause = passage.plain(begins, ends)
    is_over = has(clause, (*words.former, *words.at_first)) or passage.says(words.then)
    dated = [it for it in passage.moments if begins <= it.first < ends]
    if any(not passage.since_before(it.first) for it in dated) and not has(clause, words.founded):
        return True
    return is_over or (is_told(passage, begins, ends) and not has(clause, words.since[:1]))


def _is_of_beginning(passage: Passage, mention: Mention) -> bool:
    """Tell whether a clause only says where something was founded: "founded in Geneva"."""
    words = passage.words
    clause = passage.plain(*clause_at(passage, mention.first, mention.last))
    return has(clause, words.founded) and not has(clause, (*words.office, *words.hosting))


def _network_of(passage: Passage, familiar: Familiar) -> str:
    for mention in passage.networks:
        if network_of(mention) in familiar.hosts:
            return network_of(mention)
    if passage.networks or passage.topic not in familiar.hosts:
        return ""
    return passage.topic


def _seated(passage: Passage, familiar: Familiar) -> Iterator[Claim]:
    """Find towns in which a network is said to have its seat or office."""
    words = passage.words
    for place in range(len(passage.tokens)):
        length = length_at(passage.tokens, place, words.located)
        if not length or passage.within_name(place) or _is_of_somebody(passage, place):
            continue
        town = _town_after(passage, place + length)
        if town is None:
            continue
        found = [it for it in _each(passage, place, town) if it[0] in familiar.seats]
        yield from (town_claim(passage, its_town, network) for network, its_town in found)
        if found:
            return


def _each(passage: Passage, place: int, town: Place) -> Iterator[tuple[str, Place]]:
    """Give the networks that a seat is said of with their towns, in the order of both.

    "One, another and a third have their offices in Brussels, Paris and Rome"; where there are more
    networks than towns or fewer, nobody knows which is whose.
    """
    row = [it for it in passage.networks if it.last <= place]
    while len(row) > 1 and not all(_is_joint(passage, *it) for it in pairwise(row)):
        row = row[1:]
    towns = [town]
    while (following := _next_town(passage, towns[-1])) is not None:
        towns.append(following)
    if len(row) < 2:
        yield _seated_network(passage, place, town), town
    elif len(row) == len(towns):
        yield from zip(map(network_of, row), towns, strict=True)


def _is_joint(passage: Passage, one: Mention, other: Mention) -> bool:
    """Tell whether only "and" or a comma stands between two names."""
    words = passage.words
    small = (*words.and_, *words.articles, ",")
    between = passage.tokens[one.last : other.first]
    return bool(between) and only(between, small)


def _next_town(passage: Passage, town: Place) -> Place | None:
    behind = next((it for it in passage.mentions if it.first >= town.last), None)
    if behind is None or not behind.of(NameKind.CITY, NameKind.TOWN):
        return None
    between = passage.tokens[town.last : behind.first]
    small = (*passage.words.and_, *passage.words.located_in, ",")
    is_joint = bool(between) and only(between, small)
    return town_at(passage, behind.first, is_named=True) if is_joint else None


def town_claim(passage: Passage, town: Place, network: str) -> Claim:
    """Claim that the office of a network is in a town."""
    words, plain = passage.words, passage.plain()
    start, end = passage.cut(town.first, town.last)
    return Claim(
        kind=ClaimKind.HOST,
        subject=network,
        aspect=LOCATED,
        value=town.code,
        party=passage.text[start:end],
        start=start,
        end=end,
        told=None if not passage.sentence.is_row and has(plain, words.since) else (start, end),
        is_past=not passage.sentence.is_row and _is_over(passage, town.first, town.last),
    )


def _is_of_somebody(passage: Passage, place: int) -> bool:
    """Tell whether a seat is one in a body, or that of a person or of a body."""
    words, ahead = passage.words, passage.plain(0, place)
    one = length_before(passage.tokens, place, words.a_seat)
    bodies = any(it.of(NameKind.BODY) and it.last <= place for it in passage.mentions)
    others = has(ahead, (*_roles(words.language), *words.parts))
    return bool(one) or bodies or others or is_denied(passage, place)


@cache
def _roles(language: str) -> tuple[str, ...]:
    roles = vocabulary(language).roles
    return tuple(it for role in roles if role != SEAT for it in roles[role][:4])


def _town_after(passage: Passage, place: int) -> Place | None:
    tokens, words = passage.tokens, passage.words
    for at in range(place, min(place + MOST_BETWEEN, len(tokens))):
        if tokens[at].text in _BREAKS:
            return None
        taken = length_at(tokens, at, words.located_in)
        if taken:
            first = at + taken
            while length_at(tokens, first, (*words.town_of, *words.articles)):
                first += 1
            found = town_at(passage, first, is_named=tokens[at].text != ":")
            if found is not None:
                return found
    return None


def town_at(passage: Passage, first: int, *, is_named: bool) -> Place | None:
    """Read a town; one that the register does not know must look like nothing but a name."""
    tokens = passage.tokens
    mention = passage.within_name(first) if first < len(tokens) else None
    if mention is not None:
        cities = mention.of(NameKind.CITY) or mention.of(NameKind.TOWN)
        return Place(cities[0].code, mention.first, mention.last) if cities else None
    if first >= len(tokens) or not tokens[first].is_word or not tokens[first].text[0].isupper():
        return None
    behind = tokens[first + 1 : first + 2]
    is_alone = not behind or behind[0].text in _ENDS_NAME or has(behind, passage.words.after_town)
    is_address = any(it.text.isdigit() for it in tokens[first + 1 : first + 3])
    if not is_alone or is_address or not (is_named or _is_last(passage, first)):
        return None
    return Place(tokens[first].text, first, first + 1)


def _is_last(passage: Passage, place: int) -> bool:
    return all(it.text in _ENDS_NAME for it in passage.tokens[place + 1 :])


def _opened(passage: Passage, place: int, town: Place) -> str:
    """Give the network behind an opening clause: "Based in Brussels, the network …"."""
    behind = passage.network_after(town.last)
    if place or behind is None or behind.first - town.last > NEAR - 1:
        return ""
    between = passage.tokens[town.last : behind.first]
    is_plain = only(between[1:], (*passage.words.articles, "'"))
    return network_of(behind) if between and between[0].text == "," and is_plain else ""


def _seated_network(passage: Passage, place: int, town: Place) -> str:
    """Tell of which network a seat is: named between, before, or spoken of."""
    between = [it for it in passage.networks if place < it.first < town.first]
    if between:
        return network_of(between[0])
    before = passage.network_before(place)
    if before is not None:
        places = (NameKind.CITY, NameKind.COUNTRY, NameKind.ORGANISATION)
        others = [it for it in passage.mentions if before.last <= it.first < place]
        if any(it.of(*places) for it in others) or turns_away(passage, before.last, place):
            return ""
        return network_of(before)
    opened = _opened(passage, place, town)
    if opened:
        return opened
    is_first = place == 0 or (place == 1 and length_at(passage.tokens, 0, passage.words.articles))
    is_label = bool(is_first) and town.first - place <= NEAR
    is_other = turns_away(passage, 0, place) or bool(passage.networks)
    if is_other or any(it.of(NameKind.CITY) and it.last <= place for it in passage.mentions):
        return ""
    return passage.topic if is_label or refers_back(passage) else ""
