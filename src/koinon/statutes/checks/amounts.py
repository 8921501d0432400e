"""Amounts, ranges and shares: none impossible, no range over another, no hole undeclared."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import msgspec

from koinon.rules.answer import Reason
from koinon.rules.condition import Condition
from koinon.rules.fee.forms import Band, Bands, Cell, Rate, TwoFactor
from koinon.rules.seats.forms import Bracket, Brackets, Proportional
from koinon.rules.vote.forms import Meeting
from koinon.statutes.document import Statute
from koinon.statutes.faults import Fault, fault
from koinon.statutes.vocabulary import YEARS
from koinon.statutes.walk import Spot, fields_of, spots

type Range = Band | Bracket | Cell

_CURRENCY = re.compile(r"[A-Z]{3}\Z")
_LEAST = {"at_least": 1, "seats": 1, "several_from": 1, "population": 1, "up_to": 0, "rank": 0}
_FREE_TO_BE_ZERO = {"at_least": Proportional}
_YEARS = frozenset({"year", "base"})


def amount_faults(statute: Statute) -> Iterator[Fault]:
    """List numbers that cannot be meant."""
    for spot in spots(statute):
        for found in (*_numbers(spot), *_limits(spot), *_ranges(spot)):
            yield Fault(found.path, found.reason, spot.code)


def _numbers(spot: Spot) -> Iterator[Fault]:
    for name, key in fields_of(type(spot.part)):
        value = getattr(spot.part, name)
        if value is not None and not isinstance(value, str | tuple | dict | bool):
            yield from _number(f"{spot.path}.{key}", name, value, spot.part)
        elif name == "currency" and value and not _CURRENCY.match(str(value)):
            yield fault(f"{spot.path}.{key}", "no-currency", value=value)


def _number(path: str, name: str, value: object, part: msgspec.Struct) -> Iterator[Fault]:
    match value:
        case Fraction():
            if not 0 < value <= 1:
                yield fault(path, "no-share", value=value)
        case int() | Decimal():
            zero = isinstance(part, _FREE_TO_BE_ZERO.get(name, ()))
            least = 0 if zero else _LEAST.get(name, 0)
            if value < least:
                yield fault(path, "below", least=least)
            if name in _YEARS and value not in YEARS:
                yield fault(path, "no-year", value=str(value))


def _limits(spot: Spot) -> Iterator[Fault]:
    match spot.part:
        case Rate(floor=floor, cap=cap, rate=rate, places=places):
            yield from _pair(spot.path, "floor", floor, "cap", cap)
            if rate == 0:
                yield fault(f"{spot.path}.rate", "zero")
            if places > 4:
                yield fault(f"{spot.path}.places", "above", most=4)
        case Condition(population_from=low, population_up_to=high):
            yield from _pair(spot.path, "population_from", low, "population_up_to", high)
        case Proportional(at_least=low, at_most=high):
            yield from _pair(spot.path, "at_least", low, "at_most", high)
        case Meeting(at_least_a_year=low, at_most_a_year=high):
            yield from _pair(spot.path, "at_least_a_year", low, "at_most_a_year", high)
        case Band() | Bracket() | Cell():
            yield from _pair(spot.path, "from", spot.part.from_, "up_to", spot.part.up_to)


def _pair(
    path: str, low: str, lowest: Decimal | int | None, high: str, highest: Decimal | int | None
) -> Iterator[Fault]:
    if lowest is not None and highest is not None and lowest > highest:
        yield fault(f"{path}.{low}", "above-other", key=low, value=lowest, other=high, most=highest)


def _ranges(spot: Spot) -> Iterator[Fault]:
    match spot.part:
        case Bands(bands=bands, holes=holes):
            yield from _rows(f"{spot.path}.bands", bands, holes=holes)
        case Brackets(brackets=brackets, holes=holes):
            yield from _rows(f"{spot.path}.brackets", brackets, holes=holes)
        case TwoFactor(cells=cells, countries=countries):
            yield from _cells(spot.path, cells, countries)


def _cells(path: str, cells: Sequence[Cell], countries: Iterable[str]) -> Iterator[Fault]:
    by_class: dict[str, list[Cell]] = defaultdict(list)
    for index, cell in enumerate(cells):
        by_class[cell.country_class].append(cell)
        if cell.country_class not in countries:
            noun = Reason("statute.noun.country-class")
            place = f"{path}.cells[{index}].country_class"
            yield fault(place, "dangling", value=cell.country_class, noun=noun)
    for name in countries:
        if name not in by_class:
            noun = Reason("statute.noun.country-class")
            yield fault(f"{path}.countries.{name}", "unused", code=name, noun=noun)
        yield from _rows(f"{path}.cells", by_class[name], holes=False)


def _rows(path: str, rows: Sequence[Range], *, holes: bool) -> Iterator[Fault]:
    ordered = sorted(rows, key=lambda row: -1 if row.from_ is None else row.from_)
    gaps: list[tuple[int, int | None]] = []
    for one, other in pairwise(ordered):
        if one.up_to is None or other.from_ is None or other.from_ <= one.up_to:
            yield fault(path, "ranges-overlap", one=_range(one), other=_range(other))
        elif other.from_ > one.up_to + 1:
            gaps.append((one.up_to + 1, other.from_ - 1))
    if ordered and (ordered[0].from_ or 0) > 1:
        gaps.append((0, (ordered[0].from_ or 0) - 1))
    if ordered and ordered[-1].up_to is not None:
        gaps.append((ordered[-1].up_to + 1, None))
    if gaps and not holes:
        yield fault(path, "hole", gap=_span(*gaps[0]))
    if holes and rows and not gaps:
        yield fault(path.rpartition(".")[0] + ".holes", "no-hole")


def _range(row: Range) -> str:
    return _span(row.from_, row.up_to)


def _span(low: int | None, high: int | None) -> str:
    return f"{'…' if low is None else low}–{'…' if high is None else high}"
