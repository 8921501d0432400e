"""Claims that a city belongs to a network, without a day: "Cologne is a member of …"."""

from collections.abc import Iterator

from koinon.rules.claim.claim import Claim, ClaimKind
from koinon.rules.claim.clause import clause_at, is_told
from koinon.rules.claim.names import Mention, NameKind
from koinon.rules.claim.passage import Passage, network_of
from koinon.rules.claim.token import has, length_at, length_before, only

FARTHEST = 5
"""So many words stand at most between a city, the word for belonging, and a network."""


def belongings_in(passage: Passage) -> Iterator[Claim]:
    """Find that a city is said to belong to networks today; what is denied or over is left out."""
    words = passage.words
    if passage.moments or any(map(passage.says, (words.then, words.former, words.conditions))):
        return
    for place in range(len(passage.tokens)):
        length = length_at(passage.tokens, place, words.belongs)
        if not length or passage.within_name(place) is not None:
            continue
        city, first = _city_before(passage, place)
        networks = _networks_after(passage, place + length)
        begins, ends = clause_at(passage, place, place + length)
        is_over = is_told(passage, begins, ends) or has(passage.plain(), words.negations)
        if not city or not networks or is_over:
            continue
        start, end = passage.cut(first, networks[-1].last)
        for network in networks:
            code = network_of(network)
            yield Claim(
                kind=ClaimKind.MEMBER,
                subject=code,
                aspect=f"{ClaimKind.JOINED}:{city}",
                value=city,
                party=city,
                start=start,
                end=end,
            )
        return


def _city_before(passage: Passage, place: int) -> tuple[str, int]:
    """Give the city that belongs, with the first token of what is said of it."""
    words, tokens = passage.words, passage.tokens
    cities = [it for it in passage.mentions if it.last <= place and it.of(NameKind.CITY)]
    near = cities[-1] if cities and place - cities[-1].last <= FARTHEST else None
    first = near.last if near else max(0, place - FARTHEST)
    between = tokens[first:place]
    if any(passage.within_name(at) is not None for at in range(first, place)):
        return "", place
    if near is not None:
        small = (*words.is_, *words.articles, *words.adverbs)
        ahead = (*words.whose, *words.within, *words.beside, ",", "(")
        at = near.first - length_before(tokens, near.first, (*words.town_of, "ville de"))
        is_plain = not length_before(tokens, at, ahead) and only(between, small)
        return (near.of(NameKind.CITY)[0].code, at) if is_plain else ("", place)
    is_ours = has(between, words.we) and only(between, (*words.we, *words.are, *words.adverbs))
    return (passage.city, first) if is_ours and first == 0 else ("", place)


def _networks_after(passage: Passage, place: int) -> tuple[Mention, ...]:
    """List the networks right behind a word for belonging, joined by "and" and commas."""
    words, tokens = passage.words, passage.tokens
    small = (*words.articles, *words.whose, *words.within, *words.to, *words.anaphors, "'")
    found: list[Mention] = []
    at, between = place, small
    for network in (it for it in passage.networks if it.first >= place):
        if network.first - at > FARTHEST or not only(tokens[at : network.first], between):
            break
        found.append(network)
        at, between = network.last, (*small, *words.and_, ",")
    behind = tokens[at : at + 1]
    is_part = behind and (behind[0].text in "-–" or behind[0].text[0].isupper())
    return () if is_part or has(behind, words.parts) else tuple(found)
