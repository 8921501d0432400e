"""Claims about since when a city belongs to a network, or when it signed."""

from collections.abc import Iterator

from koinon.rules.claim.anaphora import refers_back
from koinon.rules.claim.claim import Claim, ClaimKind
from koinon.rules.claim.moment import Moment
from koinon.rules.claim.names import NameKind
from koinon.rules.claim.passage import Passage, network_of
from koinon.rules.claim.token import has, length_at, length_before, only

NEAR = 14


def joins_in(passage: Passage) -> Iterator[Claim]:
    """Find since when a city is said to belong to a network."""
    words = passage.words
    city, network = _city_of(passage), _network_of(passage)
    if not city or passage.says(words.founded):
        return
    if not network:
        yield from _one_each(passage, city)
        return
    for moment in passage.moments:
        around = passage.tokens[max(0, moment.first - NEAR) : moment.last + NEAR]
        since = passage.since_before(moment.first)
        is_told = has(around, words.joining if not since else (*words.joining, *words.joined))
        if not is_told and not (since and _is_within(passage, moment)):
            continue
        if _is_until(passage, moment):
            continue
        yield joined_claim(passage, moment, since, city, network)
        return


def _one_each(passage: Passage, city: str) -> Iterator[Claim]:
    """Read several networks with a day each: "since 1995 in one and since 2015 in the other"."""
    dated = [(it, passage.since_before(it.first)) for it in passage.moments]
    since = [(moment, taken) for moment, taken in dated if taken]
    networks = [network_of(it) for it in passage.networks]
    words = passage.words
    if len(since) != len(networks) or not has(passage.tokens, (*words.joining, *words.joined)):
        return
    for (moment, taken), network in zip(since, networks, strict=True):
        yield joined_claim(passage, moment, taken, city, network)


def joined_claim(passage: Passage, moment: Moment, since: int, city: str, network: str) -> Claim:
    """Claim that a city belongs since a day."""
    start, end = passage.cut(moment.first - since, moment.last)
    return Claim(
        kind=ClaimKind.JOINED,
        subject=network,
        aspect=f"joined:{city}",
        value=moment.day,
        day_exists=moment.exists,
        start=start,
        end=end,
        party=city,
        told=passage.cut(moment.first, moment.last),
    )


def _is_within(passage: Passage, moment: Moment) -> bool:
    """Tell whether a network follows a day as that to which a city belongs: "since 1995 in …"."""
    behind = passage.network_after(moment.last)
    if behind is None:
        return False
    between = passage.tokens[moment.last : behind.first]
    first = length_at(between, 0, passage.words.within)
    rest = between[first:]
    return bool(first) and only(rest, passage.words.articles)


def _is_until(passage: Passage, moment: Moment) -> bool:
    return length_before(passage.tokens, moment.first, passage.words.until) > 0


def _city_of(passage: Passage) -> str:
    cities = [it for it in passage.mentions if it.of(NameKind.CITY)]
    codes = {it.of(NameKind.CITY)[0].code for it in cities}
    if len(codes) == 1:
        return codes.pop()
    if not codes and has(passage.tokens, passage.words.we):
        return passage.city
    return ""


def _network_of(passage: Passage) -> str:
    codes = {network_of(it) for it in passage.networks}
    if len(codes) == 1:
        return codes.pop()
    return passage.topic if not codes and refers_back(passage) else ""
