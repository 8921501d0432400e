"""Claims about what a city pays a network in a year."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from koinon.rules.bound import Bound
from koinon.rules.claim.anaphora import refers_back
from koinon.rules.claim.claim import Claim, ClaimKind
from koinon.rules.claim.names import NameKind
from koinon.rules.claim.numeral import Number
from koinon.rules.claim.passage import Passage, network_of
from koinon.rules.claim.token import has, length_at, length_before
from koinon.rules.claim.turning import is_denied, turns_away

_BREAKS = frozenset(".;()|")


class Payment(NamedTuple):
    """An amount of money in a currency."""

    amount: Decimal
    currency: str


def fees_in(passage: Passage) -> Iterator[Claim]:
    """Find what a city is said to pay a network in a year; what it sets aside is no such claim."""
    words = passage.words
    plain = passage.plain()
    if not has(plain, words.fee) or has(plain, (*words.no_fee, *words.elsewhere)):
        return
    city = _city_of(passage)
    if not city:
        return
    for number in passage.numbers:
        found = money_at(passage, number)
        network = _network_of(passage, number) if found else ""
        if found is None or not network or is_denied(passage, number.first):
            continue
        yield fee_claim(passage, number, found, city=city, network=network, said=_said(passage))


def fee_claim(
    passage: Passage,
    number: Number,
    money: tuple[str, int, int],
    *,
    city: str,
    network: str,
    said: Bound | None,
) -> Claim:
    """Claim that a city pays an amount a year; ``money`` is the currency and what is quoted."""
    currency, first, last = money
    start, end = passage.cut(first, last)
    return Claim(
        kind=ClaimKind.FEE,
        subject=network,
        aspect=f"{ClaimKind.FEE}:{city}:{said.latest.year if said else ''}",
        value=Payment(number.value, currency),
        qualifier=number.qualifier,
        said=said,
        start=start,
        end=end,
        party=city,
        told=passage.cut(number.first, number.last),
    )


def money_at(passage: Passage, number: Number) -> tuple[str, int, int] | None:
    """Find the currency behind a number or before it, and where both begin and end."""
    if number.qualifier not in ("exactly", "about"):
        return None
    tokens = passage.tokens
    for currency, phrases in passage.words.currencies.items():
        behind = length_at(tokens, number.last, phrases)
        if behind and not _is_by_the_head(passage, number.last + behind):
            return currency, number.first, number.last + behind
        before = length_before(tokens, number.first, phrases)
        if before and not _is_by_the_head(passage, number.last):
            return currency, number.first - before, number.last
    return None


def _is_by_the_head(passage: Passage, place: int) -> bool:
    return length_at(passage.tokens, place, passage.words.by_the_head) > 0


def _city_of(passage: Passage) -> str:
    """Tell who pays: the one city named, or whose page it is where none is."""
    codes = {it.of(NameKind.CITY)[0].code for it in passage.mentions if it.of(NameKind.CITY)}
    if len(codes) == 1:
        return codes.pop()
    return passage.city if not codes else ""


def _network_of(passage: Passage, number: Number) -> str:
    networks = {network_of(it) for it in passage.networks}
    if not networks:
        is_label = has(passage.tokens[:1], passage.words.fee)
        refers = is_label or refers_back(passage)
        return passage.topic if refers and not turns_away(passage, 0, number.first) else ""
    if len(networks) == 1:
        named = passage.network_before(number.first)
        first = named.last if named else 0
        return networks.pop() if not turns_away(passage, first, number.first) else ""
    named = passage.network_before(number.first)
    if named is None:
        return ""
    between = passage.tokens[named.last : number.first]
    others = any(named.last <= it.first < number.first for it in passage.numbers)
    is_apart = others or any(it.text in _BREAKS for it in between)
    return "" if is_apart else network_of(named)


def _said(passage: Passage) -> Bound | None:
    """Give the year that a sentence tells the fee of."""
    days = [it.day for it in passage.moments]
    return days[0] if len(days) == 1 else None
