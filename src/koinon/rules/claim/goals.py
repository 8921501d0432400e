"""Claims about goals with a year, and about campaigns and texts that members accept."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from koinon.rules.claim.anaphora import refers_back
from koinon.rules.claim.claim import Claim, ClaimKind
from koinon.rules.claim.clause import is_told
from koinon.rules.claim.familiar import Familiar
from koinon.rules.claim.moment import Moment
from koinon.rules.claim.names import Name, NameKind
from koinon.rules.claim.numeral import Number
from koinon.rules.claim.passage import Passage, network_of
from koinon.rules.claim.token import has, length_at, length_before
from koinon.rules.claim.turning import is_denied

MINUS = frozenset("-−–")
FARTHEST = 14
NEAR = 3


def goals_in(passage: Passage, familiar: Familiar) -> Iterator[Claim]:
    """Find by how much emissions are to be cut until a year."""
    words = passage.words
    network = _network_of(passage, familiar.goals)
    if not network or not has(passage.tokens, words.emissions) or _is_own(passage):
        return
    for number in passage.numbers:
        last = number.last + length_at(passage.tokens, number.last, words.per_cent)
        if last == number.last or number.whole is None:
            continue
        if not (has(passage.tokens, words.reduce) or _is_negative(passage, number)):
            continue
        years = [it for it in passage.moments if abs(it.first - number.first) <= FARTHEST]
        moment = _goal_of(passage, years, number)
        if moment is None:
            continue
        start, end = passage.cut(min(number.first, moment.first), max(last, moment.last))
        is_past = _is_of_then(passage, moment)
        yield Claim(
            kind=ClaimKind.TARGET,
            subject=network,
            aspect=str(ClaimKind.TARGET),
            value=(Fraction(number.whole, 100), moment.day.latest.year),
            start=start,
            end=end,
            party=_city_of(passage, is_past=is_past),
            is_past=is_past,
        )


def _is_own(passage: Passage) -> bool:
    """Tell whether a goal is one that a city sets itself, not that of the network named."""
    words = passage.words
    denied = any(is_denied(passage, it.first) for it in passage.networks)
    return denied or passage.says(words.own_goal)


def _goal_of(passage: Passage, years: Sequence[Moment], number: Number) -> Moment | None:
    """Find the year of a goal: the nearest of the last, since those before tell of the text."""
    words, tokens = passage.words, passage.tokens
    wanted = [it for it in years if length_before(tokens, it.first, words.by_year)] or years
    last = max((it.day.latest.year for it in wanted), default=0)
    found = [it for it in wanted if it.day.latest.year == last]
    return min(found, key=lambda it: abs(it.first - number.first), default=None)


def _is_of_then(passage: Passage, goal: Moment) -> bool:
    """Tell whether a sentence tells what was promised on an earlier day."""
    words, plain = passage.words, passage.plain()
    others = [
        it
        for it in passage.moments
        if it.day.latest < goal.day.earliest
        and not passage.since_before(it.first)
        and not has(passage.tokens[max(0, it.first - NEAR) : it.first], words.compared)
    ]
    return bool(others) or is_told(passage) or has(plain, (*words.then, *words.former))


def _city_of(passage: Passage, *, is_past: bool) -> str:
    """Tell whose goal it is: that of the one city named, else of the city whose page it is.

    What a text asked for on an earlier day is its own goal, where no city is named.
    """
    cities = [it.of(NameKind.CITY)[0].code for it in passage.mentions if it.of(NameKind.CITY)]
    if cities or is_past:
        return cities[0] if len(set(cities)) == 1 else ""
    return passage.city


def _is_negative(passage: Passage, number: Number) -> bool:
    return number.first > 0 and passage.tokens[number.first - 1].text in MINUS


def _network_of(passage: Passage, familiar: frozenset[str]) -> str:
    """Give the network with goals that is named, or was spoken of."""
    for mention in passage.networks:
        if network_of(mention) in familiar:
            return network_of(mention)
    if passage.topic in familiar and not passage.networks and refers_back(passage):
        return passage.topic
    return ""


def texts_in(passage: Passage, familiar: Familiar) -> Iterator[Claim]:
    """Find campaigns, plans and charters of the network that is named or was spoken of."""
    around = {network_of(it) for it in passage.networks} | {passage.topic}
    for mention in passage.mentions:
        names = [it for it in mention.of(NameKind.TEXT) if it.owner in around]
        if not names:
            continue
        start, end = passage.cut(mention.first, mention.last)
        yield Claim(
            kind=ClaimKind.TEXT,
            subject=names[0].owner,
            aspect=f"text:{names[0].code}",
            value=names[0].code,
            start=start,
            end=end,
            is_past=_is_over(passage, names[0]),
        )


def _is_of_beginning(passage: Passage, moment: Moment) -> bool:
    """Tell whether a day is only that on which something began: "founded in 1982"."""
    words = passage.words
    ahead = passage.tokens[max(0, moment.first - NEAR) : moment.first]
    behind = passage.tokens[moment.last : moment.last + NEAR - 1]
    return has(ahead, (*words.founded, *words.since)) or has(behind, words.founded)


def _is_over(passage: Passage, name: Name) -> bool:
    """Tell whether the sentence itself says that it is over, or was so on an earlier day."""
    own = set(re.findall(r"\d{4}", name.text))
    years = [
        it
        for it in passage.moments
        if str(it.day.latest.year) not in own and not _is_of_beginning(passage, it)
    ]
    words, plain = passage.words, passage.plain()
    is_past = is_told(passage) and not has(plain, (*words.is_, *words.founded))
    return has(plain, (*words.former, *words.then)) or bool(years) or is_past
