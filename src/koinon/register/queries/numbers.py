"""The number that a source gives for a day: figures of organisations, populations of places."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db.models import QuerySet

from koinon.history.belief import known
from koinon.register.models import Basis, Figure, Population
from koinon.rules.bound import Bound
from koinon.rules.trace import SourceRef


class Number(NamedTuple):
    """A number with the time it speaks for; ``is_of_that_day`` whether the day lies in it."""

    value: Decimal
    qualifier: str
    dated: Bound
    source: SourceRef
    is_of_that_day: bool


def figures_on(
    organisation: str,
    measure: str,
    day: date,
    *,
    basis: Basis = Basis.STATED,
    known_on: date | None = None,
) -> tuple[Number, ...]:
    """List what sources say of a measure on a day, the one that counts first.

    The latest source before the day counts: the one with the latest beginning, then the latest
    end. A source that speaks for a span counts from the first day of it.
    """
    rows = Figure.objects.filter(
        organisation__code=organisation, measure=measure, basis=basis, dated_earliest__lte=day
    )
    ordered = known(rows, known_on).order_by("-dated_earliest", "-dated_latest", "pk")
    return tuple(_figure(row, day) for row in ordered.select_related("source"))


def figure_on(
    organisation: str,
    measure: str,
    day: date,
    *,
    basis: Basis = Basis.STATED,
    known_on: date | None = None,
) -> Number | None:
    """Give the latest figure of a measure before a day, or None where there is none."""
    found = figures_on(organisation, measure, day, basis=basis, known_on=known_on)
    return found[0] if found else None


def _figure(row: Figure, day: date) -> Number:
    return Number(row.plain_value, row.qualifier, row.dated, row.source.ref, _is_in(day, row.dated))


def _is_in(day: date, span: Bound) -> bool:
    return span.earliest <= day <= span.latest


class PopulationOn(NamedTuple):
    """How many people live in a place, with the day and the source that say so."""

    value: int
    on: Bound
    source: SourceRef


def population_on(
    place: str, day: date, *, source: str = "", known_on: date | None = None
) -> PopulationOn | None:
    """Give the latest population of a place up to a day, of one source where it is named."""
    rows = Population.objects.filter(place__code=place, on_latest__lte=day)
    if source:
        rows = rows.filter(source__code=source)
    ordered = known(rows, known_on).order_by("-on_latest", "-on_earliest", "-pk")
    row = ordered.select_related("source").first()
    return None if row is None else PopulationOn(row.value, row.on, row.source.ref)


def populations_on(
    places: Iterable[int], day: date, *, known_on: date | None = None
) -> dict[int, PopulationOn]:
    """Give the latest population up to a day by place; one query."""
    rows = _populations(places, day, known_on).select_related("source")
    return {row.place_id: PopulationOn(row.value, row.on, row.source.ref) for row in rows}


def population_values_on(
    places: Iterable[int], day: date, *, known_on: date | None = None
) -> dict[int, int]:
    """Give how many people live in each place, without the day and the source; one query."""
    return dict(_populations(places, day, known_on).values_list("place_id", "value"))


def _populations(places: Iterable[int], day: date, known_on: date | None) -> QuerySet[Population]:
    """Ask for what is said up to a day, place by place: the last one counts."""
    rows = Population.objects.filter(place__in=list(places), on_latest__lte=day)
    return known(rows, known_on).order_by("on_latest", "on_earliest", "pk")
