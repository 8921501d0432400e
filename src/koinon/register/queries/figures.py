"""The figures of many organisations on a day, gathered in one query."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
from django.db.models import QuerySet

from koinon.history.belief import known
from koinon.register.models import Basis, Figure
from koinon.register.prepared import prepared
from koinon.rules.bound import Bound
from koinon.rules.trace import SourceRef
from koinon.wording.placeholders import FigureName


class FigureOn(msgspec.Struct, frozen=True, kw_only=True):
    """What a source says of a measure; ``is_of_that_day`` whether it speaks for the day asked."""

    measure: str
    value: int
    qualifier: str
    dated: Bound
    source: SourceRef
    is_of_that_day: bool


def latest_figures(
    organisations: Iterable[int], day: date, *, known_on: date | None = None
) -> dict[int, tuple[FigureOn, ...]]:
    """Give the figure of each measure that counts on a day, by organisation; one query.

    The source with the latest beginning counts, then the one with the latest end.
    """
    owners = list(organisations)
    rows = _figures(owners, day) if known_on is None else _stated(owners, day, known_on)
    found: dict[int, dict[str, FigureOn]] = {}
    for row in rows:
        measures = found.setdefault(row.organisation_id, {})
        measures.setdefault(row.measure, figure_of(row, day))
    return {
        owner: tuple(sorted(measures.values(), key=lambda item: item.measure != "members"))
        for owner, measures in found.items()
    }


def _stated(owners: Sequence[int], day: date, known_on: date | None = None) -> QuerySet[Figure]:
    rows = Figure.objects.filter(
        organisation__in=owners, basis=Basis.STATED, dated_earliest__lte=day
    )
    ordered = known(rows, known_on).order_by("-dated_earliest", "-dated_latest", "pk")
    return ordered.select_related("source")


@prepared
def _figures(owners: Sequence[int], day: date) -> QuerySet[Figure]:
    return _stated(owners, day)


def figures_over_time(organisation: int) -> tuple[FigureOn, ...]:
    """List all figures of an organisation, measure by measure, the latest first; one query."""
    rows = known(Figure.objects.filter(organisation=organisation)).select_related("source")
    ordered = rows.order_by("measure", "-dated_earliest", "-dated_latest", "pk")
    return tuple(figure_of(row, row.dated_latest) for row in ordered)


def figure_of(row: Figure, day: date) -> FigureOn:
    """Give a figure as it counts on a day."""
    return FigureOn(
        measure=row.measure,
        value=int(row.value),
        qualifier=row.qualifier,
        dated=row.dated,
        source=row.source.ref,
        is_of_that_day=row.dated_earliest <= day <= row.dated_latest,
    )


def named_figures(
    names: Iterable[FigureName], day: date, *, known_on: date | None = None
) -> dict[FigureName, FigureOn]:
    """Give the figures that count on a day by their names in texts; one query."""
    wanted = set(names)
    rows = Figure.objects.filter(
        organisation__code__in={name.organisation for name in wanted},
        measure__in={name.measure for name in wanted},
        dated_earliest__lte=day,
    )
    ordered = known(rows, known_on).order_by("-dated_earliest", "-dated_latest", "pk")
    found: dict[FigureName, FigureOn] = {}
    for row in ordered.select_related("source", "organisation"):
        name = FigureName(row.organisation.code, row.measure, row.basis)
        if name in wanted:
            found.setdefault(name, figure_of(row, day))
    return found
