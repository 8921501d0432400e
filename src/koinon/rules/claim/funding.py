"""Claims about the money of a programme: how much, from where, and who gives it."""

from collections.abc import Iterator

from koinon.rules.claim.claim import Claim, ClaimKind
from koinon.rules.claim.familiar import Familiar
from koinon.rules.claim.numeral import Number
from koinon.rules.claim.passage import Passage, network_of
from koinon.rules.claim.token import folded, has, length_at
from koinon.rules.claim.turning import is_denied

LEAST = 1000
FEDERAL, STATE = "federal", "state"


def funding_in(passage: Passage, familiar: Familiar) -> Iterator[Claim]:
    """Find sums of money that a programme is said to hand out, and the ministry it is of."""
    network = _programme(passage, familiar)
    if not network:
        return
    for number in passage.numbers:
        taken = length_at(passage.tokens, number.last, passage.words.money)
        fund = _fund_of(passage, number) if taken else ""
        if number.whole is not None and number.whole >= LEAST and fund:
            start, end = passage.cut(number.first, number.last + taken)
            yield Claim(
                kind=ClaimKind.FUNDING,
                subject=network,
                aspect=str(ClaimKind.FUNDING),
                value=(number.whole, fund),
                qualifier=number.qualifier,
                start=start,
                end=end,
            )
    yield from _ministries(passage, network)


def _fund_of(passage: Passage, number: Number) -> str:
    """Tell of which fund a sum is: named behind it before the next sum, else the first named."""
    tokens, funds = passage.tokens, passage.words.funds
    following = (it.first for it in passage.numbers if it.first > number.last)
    own = tokens[number.last : next(following, len(tokens))]
    named = (code for stretch in (own, tokens) for code, it in funds.items() if has(stretch, it))
    return next(named, "")


def _programme(passage: Passage, familiar: Familiar) -> str:
    for mention in passage.networks:
        if network_of(mention) in familiar.programmes:
            return network_of(mention)
    return passage.topic if passage.topic in familiar.programmes and not passage.networks else ""


def _ministries(passage: Passage, network: str) -> Iterator[Claim]:
    words = passage.words
    for place, token in enumerate(passage.tokens):
        if not length_at(passage.tokens, place, words.ministry) or is_denied(passage, place):
            continue
        around = passage.tokens[max(0, place - 3) : place + 5]
        is_federal = any(token.folded.startswith(folded(it.rstrip("*"))) for it in words.federal)
        is_federal = is_federal or has(around, words.federal)
        level = FEDERAL if is_federal else STATE if has(around, words.state) else ""
        if level:
            yield Claim(
                kind=ClaimKind.MINISTRY,
                subject=network,
                aspect=str(ClaimKind.MINISTRY),
                value=level,
                start=token.start,
                end=token.end,
            )
