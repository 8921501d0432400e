"""How many people live in a place on a day, by the latest source before it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet
from msgspec.structs import replace

from koinon.history.belief import known
from koinon.register.models import Population
from koinon.register.prepared import prepared
from koinon.rules.bound import Bound
from koinon.rules.trace import SourceRef


class PopulationOn(NamedTuple):
    """How many people live in a place, with the day and the source that say so."""

    value: int
    on: Bound
    source: SourceRef


def population_on(
    place: str, day: date, *, source: str = "", known_on: date | None = None
) -> PopulationOn | None:
    """Give the latest population of a place up to a day, of one source where it is named."""
    if not source and known_on is None:
        found = _of_place(place, day)
    else:
        rows = Population.objects.filter(place__code=place, on_latest__lte=day)
        rows = rows.filter(source__code=source) if source else rows
        found = list(_latest(rows, known_on))
    row = next(iter(found), None)
    return None if row is None else _answer(row)


def _answer(row: Population) -> PopulationOn:
    """Give a number with its source; one figure of a series speaks for its own day, not for all."""
    return PopulationOn(row.value, row.on, replace(row.source.ref, dated=str(row.on)))


def populations_on(
    places: Iterable[int], day: date, *, known_on: date | None = None
) -> dict[int, PopulationOn]:
    """Give the latest population up to a day by place; one query."""
    rows = _populations(list(places), day, known_on).select_related("source")
    return {row.place_id: _answer(row) for row in rows}


def population_values_on(
    places: Iterable[int], day: date, *, known_on: date | None = None
) -> dict[int, int]:
    """Give how many people live in each place, without the day and the source; one query."""
    if known_on is None:
        return dict(_values(list(places), day))
    return dict(_populations(list(places), day, known_on).values_list("place_id", "value"))


def _populations(
    places: Sequence[int], day: date, known_on: date | None = None
) -> QuerySet[Population]:
    """Ask for what is said up to a day, place by place: the last one counts."""
    rows = Population.objects.filter(place__in=places, on_latest__lte=day)
    return known(rows, known_on).order_by("on_latest", "on_earliest", "pk")


@prepared
def _values(places: Sequence[int], day: date) -> QuerySet[Population, tuple[int, int]]:
    return _populations(places, day).values_list("place_id", "value")


@prepared
def _of_place(place: str, day: date) -> QuerySet[Population]:
    return _latest(Population.objects.filter(place__code=place, on_latest__lte=day))


def _latest(rows: QuerySet[Population], known_on: date | None = None) -> QuerySet[Population]:
    ordered = known(rows, known_on).order_by("-on_latest", "-on_earliest", "-pk")
    return ordered.select_related("source")[:1]
