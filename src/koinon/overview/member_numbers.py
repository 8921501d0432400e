"""How many members there are by kind, country and state: once for each register state and day."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

import msgspec
from django.db.models import BinaryField, Case, CharField, Count, F, Q, QuerySet, Value, When
from django.db.models.functions import Substr

from koinon.overview.member_filter import (
    CountryCount,
    MemberFilter,
    Moment,
    in_order,
    tie_of,
)
from koinon.overview.members import AGES, PAGE_SIZE, Counted, chosen
from koinon.overview.named_days import NamedDay, days_for_network
from koinon.overview.totals import total
from koinon.register.models import Listing
from koinon.register.models.listing import EVERY, language_of_lists
from koinon.register.queries.bonds import AGING_AFTER
from koinon.register.queries.listings import each_once, languages_of, listed, of_day
from koinon.rules.spell.state import State, fresh_from


class Cell(NamedTuple):
    """So many ties of one kind and strand, to one country, that stand alike."""

    kind: str
    strand: str
    country: str
    state: str
    holds: bool | None
    number: int

    @property
    def tie(self) -> str:
        return tie_of(self.kind, self.strand)


class MemberNumbers(msgspec.Struct, frozen=True, kw_only=True):
    """All numbers that a list of members names; ``cells`` count those of the day.

    ``further`` counts those of each ``Moment`` in the same way; ``ties`` are all kinds and strands
    there are, ``languages`` those of the lines that the list reads.
    """

    cells: tuple[Cell, ...]
    further: dict[str, tuple[Cell, ...]]
    ties: tuple[tuple[str, str], ...]
    languages: tuple[str, ...]
    letters: tuple[str, ...]
    days: tuple[NamedDay, ...]

    @property
    def everybody(self) -> int:
        """Count the ties that hold, or may hold."""
        return sum(cell.number for cell in self.cells)

    def counted(self, asked: MemberFilter) -> tuple[Counted, ...]:
        """Count by kind and strand who surely belongs, of those asked for; names count nothing."""
        found: Counter[tuple[str, str]] = Counter()
        for cell in self._asked(asked):
            if cell.holds or asked.state:
                found[cell.kind, cell.strand] += cell.number
        return tuple(Counted(*tie, number) for tie, number in sorted(found.items()))

    @property
    def is_empty(self) -> bool:
        """Whether nobody belongs, belonged or will."""
        return not self.ties

    def countries(self, asked: MemberFilter) -> tuple[CountryCount, ...]:
        """Count ties by country, the most first, of those whose state and kind is asked for."""
        wider = msgspec.structs.replace(asked, country="")
        return in_order(_added(self._asked(wider), lambda cell: cell.country).items())

    def states(self, asked: MemberFilter) -> dict[str, int]:
        """Count ties by state, of those whose country and kind is asked for."""
        wider = msgspec.structs.replace(asked, state="")
        found = _added(self._asked(wider), lambda cell: cell.state)
        for moment in Moment:
            number = sum(cell.number for cell in _kept(self.further[moment], wider))
            found |= {moment.value: number} if number else {}
        return found

    def _asked(self, asked: MemberFilter) -> Iterator[Cell]:
        if asked.state in self.further:
            return _kept(self.further[asked.state], asked)
        return (it for it in _kept(self.cells, asked) if asked.state in ("", it.state))


def member_numbers(network: int, code: str, day: date, language: str) -> MemberNumbers:
    """Count over all members of a network, given by its key and its code."""
    return total(
        "member-numbers",
        code,
        language_of_lists(language),
        day=day,
        count=lambda: _count(network, code, day, language),
    )


def _count(network: int, code: str, day: date, language: str) -> MemberNumbers:
    lines = each_once(listed(network))
    cells = _cells(lines.filter(of_day(day)), day)
    everybody = sum(cell.number for cell in cells)
    further = {it.value: _cells(chosen(lines, day, it), day) for it in Moment}
    every = (cells, *further.values())
    return MemberNumbers(
        cells=cells,
        further=further,
        ties=tuple(sorted({(cell.kind, cell.strand) for part in every for cell in part})),
        languages=languages_of(listed(network), language),
        letters=_letters(listed(network), language) if everybody > PAGE_SIZE else (),
        days=days_for_network(code),
    )


def _cells(lines: QuerySet[Listing], day: date) -> tuple[Cell, ...]:
    old = Q(
        bond__spells__standing__in=AGES,
        bond__spells__confirmed_on__lt=fresh_from(day, AGING_AFTER),
    )
    state = Case(
        When(old, then=Value(State.AGING.value)),
        default=F("bond__spells__standing"),
        output_field=CharField(),
    )
    columns = ("bond__kind", "bond__strand", "country", "state", "bond__spells__holds")
    rows = lines.annotate(state=state).order_by().values(*columns).annotate(number=Count("pk"))
    return tuple(sorted(map(Cell._make, rows.values_list(*columns, "number")), key=repr))


def _letters(lines: QuerySet[Listing], language: str) -> tuple[str, ...]:
    initial = Substr("order", 1, 1, output_field=BinaryField())
    shown = lines.filter(language__in=(EVERY, language_of_lists(language)))
    found = shown.order_by().annotate(initial=initial).values_list("initial", flat=True).distinct()
    signs = {bytes(it).decode("ascii", "ignore") for it in found}
    return tuple(sorted(sign for sign in signs if sign.isalpha()))


def _kept(cells: tuple[Cell, ...], asked: MemberFilter) -> Iterator[Cell]:
    for cell in cells:
        if asked.country in ("", cell.country) and asked.tie in ("", cell.tie):
            yield cell


def _added(cells: Iterator[Cell], part: Callable[[Cell], str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for cell in cells:
        found[part(cell)] += cell.number
    return found
