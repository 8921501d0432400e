"""Claims in tables: what is told of a network is named in the head of its column."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from koinon.rules.claim.claim import Claim, ClaimKind
from koinon.rules.claim.familiar import Familiar
from koinon.rules.claim.hosting import town_at, town_claim
from koinon.rules.claim.joining import joined_claim
from koinon.rules.claim.measure import count_claim
from koinon.rules.claim.moment import Moment
from koinon.rules.claim.names import NameKind
from koinon.rules.claim.numeral import Number
from koinon.rules.claim.passage import Passage, network_of
from koinon.rules.claim.paying import fee_claim, money_at
from koinon.rules.claim.token import has, length_at
from koinon.rules.claim.vocabulary import counted_nouns

FEWEST_ROWS = 2
_BETWEEN_CELLS = frozenset("|")
_SIGNS = frozenset("().,:;-–—/+*~≈")


class Cell(NamedTuple):
    """The tokens of a cell, from ``first`` up to ``last``."""

    first: int
    last: int


class Told(NamedTuple):
    """What the cells of a column tell; ``counted`` the measures, ``said`` the day of a number.

    ``city`` is the one that the head of a column names.
    """

    kind: ClaimKind
    counted: tuple[str, ...] = ()
    said: Moment | None = None
    city: str = ""


def tabled_in(found: Sequence[Passage], familiar: Familiar) -> Iterator[Claim]:
    """Find what tables say of networks, each in a row or in a column of its own."""
    for table in _tables(found):
        head, *rows = ((row, _cells(row)) for row in table)
        columns = [_told(head[0], cell) for cell in head[1]]
        if any(columns):
            for passage, cells in rows:
                yield from _in_row(passage, cells, columns, familiar)
        else:
            networks = [_network_in(head[0], cell) for cell in head[1]]
            for passage, cells in rows:
                yield from _across(passage, cells, networks, familiar)


def _tables(found: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Gather rows that follow one another and have as many cells."""
    table: list[Passage] = []
    for passage in found:
        if not passage.sentence.is_row or not any(it.is_word for it in passage.tokens):
            continue
        if table and not _goes_on(table[-1], passage):
            if len(table) >= FEWEST_ROWS:
                yield table
            table = []
        table.append(passage)
    if len(table) >= FEWEST_ROWS:
        yield table


def _goes_on(before: Passage, after: Passage) -> bool:
    between = before.text[before.sentence.end : after.sentence.start]
    is_near = not any(it.isalnum() for it in between)
    return is_near and len(_cells(before)) == len(_cells(after))


def _cells(passage: Passage) -> tuple[Cell, ...]:
    """Divide a row where a stroke or a tabulator stands; strokes around it divide nothing."""
    tokens = passage.tokens
    strokes = [at for at, it in enumerate(tokens) if it.text in _BETWEEN_CELLS]
    strokes = [at for at in strokes if 0 < at < len(tokens) - 1]
    bounds = [-1 if tokens[0].text not in _BETWEEN_CELLS else 0, *strokes]
    end = len(tokens) - (tokens[-1].text in _BETWEEN_CELLS)
    found = [Cell(one + 1, other) for one, other in pairwise([*bounds, end])]
    return tuple(part for cell in found for part in _at_tabulators(passage, cell))


def _at_tabulators(passage: Passage, cell: Cell) -> Iterator[Cell]:
    first = cell.first
    for at in range(cell.first + 1, cell.last):
        if "\t" in passage.text[passage.tokens[at - 1].end : passage.tokens[at].start]:
            yield Cell(first, at)
            first = at
    yield Cell(first, cell.last)


def _told(head: Passage, cell: Cell) -> Told | None:
    """Read the head of a column; one with words that narrow it down tells nothing."""
    tokens, nouns = head.tokens, counted_nouns(head.words.language)
    counted = [tokens[at].folded for at in range(*cell) if tokens[at].folded in nouns]
    for kind, phrases, besides in _heads(head, is_counted=bool(counted)):
        if has(tokens[slice(*cell)], phrases):
            if not _is_plain(head, cell, (*phrases, *besides)):
                return None
            moments = [it for it in head.moments if cell.first <= it.first < cell.last]
            measures = tuple(it for noun in counted for it in nouns[noun][0])
            return Told(kind, measures, moments[0] if moments else None, _city_in(head, cell))
    return None


type _Head = tuple[ClaimKind, Sequence[str], Sequence[str]]


def _heads(head: Passage, *, is_counted: bool) -> Iterator[_Head]:
    """List by which words a head tells what, and which others may stand beside them."""
    words = head.words
    yield ClaimKind.FOUNDED, words.founded, ()
    if not is_counted:
        yield ClaimKind.JOINED, (*words.joined, *words.joining), words.since
    yield ClaimKind.HOST, words.located, ()
    yield ClaimKind.FEE, words.fee, words.yearly
    yield ClaimKind.COUNT, tuple(counted_nouns(words.language)), ()


def _is_plain(head: Passage, cell: Cell, known: Sequence[str]) -> bool:
    words = head.words
    at = cell.first
    while at < cell.last:
        token = head.tokens[at]
        city = head.within_name(at)
        named = city.last - at if city and city.of(NameKind.CITY) else 0
        taken = length_at(head.tokens, at, (*known, *words.columns)) or named
        if not taken and not token.text.isdigit() and token.text not in _SIGNS:
            return False
        at += taken or 1
    return True


def _network_in(passage: Passage, cell: Cell) -> str:
    """Give the one network that a cell names; what tells of a body of it tells of no network."""
    inside = [it for it in passage.mentions if cell.first <= it.first < cell.last]
    if any(it.of(NameKind.BODY) for it in inside):
        return ""
    codes = {network_of(it) for it in passage.networks if cell.first <= it.first < cell.last}
    return codes.pop() if len(codes) == 1 else ""


def _city_in(passage: Passage, cell: Cell) -> str:
    """Give the one city that a cell names."""
    inside = [it for it in passage.mentions if cell.first <= it.first < cell.last]
    codes = {it.of(NameKind.CITY)[0].code for it in inside if it.of(NameKind.CITY)}
    return codes.pop() if len(codes) == 1 else ""


def _in_row(
    passage: Passage, cells: Sequence[Cell], columns: Sequence[Told | None], familiar: Familiar
) -> Iterator[Claim]:
    pairs = list(zip(cells, columns, strict=True))
    named = [_network_in(passage, cell) for cell, told in pairs if told is None]
    networks = [it for it in named if it]
    if len(networks) != 1:
        return
    for cell, told in pairs:
        if told is not None:
            yield from _claims(passage, cell, told, networks[0], familiar)


def _across(
    passage: Passage, cells: Sequence[Cell], networks: Sequence[str], familiar: Familiar
) -> Iterator[Claim]:
    told = _told(passage, cells[0])
    if told is None:
        return
    for cell, network in zip(cells[1:], networks[1:], strict=True):
        if network:
            yield from _claims(passage, cell, told, network, familiar)


def _claims(
    passage: Passage, cell: Cell, told: Told, network: str, familiar: Familiar
) -> Iterator[Claim]:
    moments = [it for it in passage.moments if cell.first <= it.first < cell.last]
    match told.kind:
        case ClaimKind.COUNT:
            claim = _count(passage, cell, told, network, familiar)
        case ClaimKind.FOUNDED:
            claim = _founded(passage, moments, network)
        case ClaimKind.JOINED:
            claim = _joined(passage, moments, network)
        case ClaimKind.FEE:
            claim = _paid(passage, cell, told, network)
        case _:
            claim = _seated(passage, cell, network, familiar)
    if claim is not None:
        yield claim


def _count(
    passage: Passage, cell: Cell, told: Told, network: str, familiar: Familiar
) -> Claim | None:
    number, moment = _number_in(passage, cell)
    if number is None:
        return None
    dated = moment or told.said
    place = passage.cut(number.first, number.last)
    known = familiar.measures.get(network, frozenset())
    said = dated.day if dated else None
    return count_claim(number, network, told.counted, known, place=place, told=place, said=said)


def _number_in(passage: Passage, cell: Cell) -> tuple[Number | None, Moment | None]:
    """Give the one number of a cell that tells nothing else, and the day in brackets behind it."""
    numbers = [it for it in passage.numbers if cell.first <= it.number < cell.last]
    if not numbers:
        return None, None
    number, others = numbers[0], numbers[1:]
    moment = next((it for it in passage.moments if number.last <= it.first < cell.last), None)
    stop = moment.first if moment else cell.last
    nouns = counted_nouns(passage.words.language)
    rest = (*range(cell.first, number.first), *range(number.last, stop))
    is_alone = all(
        passage.tokens[at].text in _SIGNS
        or passage.tokens[at].folded in nouns
        or length_at(passage.tokens, at, passage.words.as_of)
        for at in rest
    )
    is_only = all(moment is not None and moment.first <= it.number for it in others)
    return (number, moment) if is_alone and is_only else (None, None)


def _joined(passage: Passage, moments: Sequence[Moment], network: str) -> Claim | None:
    if len(moments) != 1 or not passage.city:
        return None
    return joined_claim(passage, moments[0], 0, passage.city, network)


def _paid(passage: Passage, cell: Cell, told: Told, network: str) -> Claim | None:
    """Read what is paid: by the city of the head, of the row, or whose page it is."""
    numbers = [it for it in passage.numbers if cell.first <= it.number < cell.last]
    money = money_at(passage, numbers[0]) if len(numbers) == 1 else None
    named = {it.of(NameKind.CITY)[0].code for it in passage.mentions if it.of(NameKind.CITY)}
    city = told.city or (named.pop() if len(named) == 1 else "" if named else passage.city)
    if money is None or not city or (money[1], money[2]) != (cell.first, cell.last):
        return None
    said = told.said.day if told.said else None
    return fee_claim(passage, numbers[0], money, city=city, network=network, said=said)


def _founded(passage: Passage, moments: Sequence[Moment], network: str) -> Claim | None:
    if len(moments) != 1:
        return None
    start, end = passage.cut(moments[0].first, moments[0].last)
    return Claim(
        kind=ClaimKind.FOUNDED,
        subject=network,
        aspect=str(ClaimKind.FOUNDED),
        value=moments[0].day,
        start=start,
        end=end,
        told=(start, end),
    )


def _seated(passage: Passage, cell: Cell, network: str, familiar: Familiar) -> Claim | None:
    town = town_at(passage, cell.first, is_named=True)
    if town is None or network not in familiar.seats or town.last > cell.last:
        return None
    if passage.within_name(cell.first) is None:
        # A word that the register does not know may be anything in a column for towns or offices.
        return None
    return town_claim(passage, town, network)
