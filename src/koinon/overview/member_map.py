"""Where the members of a network lie: each by name while they are few, else counted by cell."""

from datetime import date

import msgspec
from django.db.models import Avg, Count, Exists, FloatField, OuterRef, Q, QuerySet
from django.db.models.functions import Cast, Floor

from koinon.overview.names import Named, named, names_of_organisations
from koinon.register.models import Organisation, Spell
from koinon.register.queries.bonds import bonds_of
from koinon.rules.rule import Text

MOST_NAMED = 120
"""Up to so many are told one by one."""

MOST_MISSING = 12
"""Up to so many of whom no place is recorded are named."""

CELLS = 2
"""Cells in a degree of latitude and longitude, where members are only counted."""


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A member on the map, or so many in one cell: then there is no organisation."""

    latitude: float
    longitude: float
    organisation: Named | None = None
    number: int = 1


class Spots(msgspec.Struct, frozen=True, kw_only=True):
    """All spots of a map; of those without a recorded place some, and how many more."""

    spots: tuple[Spot, ...]
    unplaced: tuple[Named, ...]
    more_unplaced: int = 0

    @property
    def number(self) -> int:
        """Count who lies somewhere."""
        return sum(spot.number for spot in self.spots)

    @property
    def is_drawn(self) -> bool:
        """Whether there is more to show than one dot."""
        return self.number > 1


type Row = tuple[int, str, str, float | None, float | None]


def spots_of(network: str, day: date) -> Spots:
    """Find where those lie who belong, or may belong, to a network on a day; five queries."""
    members = _members(network, day)
    placed = members.filter(place__latitude__isnull=False)
    unplaced = members.filter(Q(place=None) | Q(place__latitude=None))
    cells = _cells(placed)
    singles, missing = _rows(placed), _rows(unplaced)
    names = names_of_organisations(row[0] for row in (*singles, *missing))
    few = sum(cell.number for cell in cells) <= MOST_NAMED
    return Spots(
        spots=tuple(_spot(row, names) for row in singles) if few else cells,
        unplaced=tuple(named(*row[:3], names) for row in missing[:MOST_MISSING]),
        more_unplaced=max(unplaced.count() - MOST_MISSING, 0),
    )


def _members(network: str, day: date) -> QuerySet[Organisation]:
    """Ask for the parties, each once, whatever number of ties they have."""
    told = Spell.objects.filter(bond=OuterRef("pk"), valid_from__lte=day, valid_until__gt=day)
    ties = bonds_of(counterpart=network).order_by().filter(Exists(told.exclude(holds=False)))
    return Organisation.objects.filter(pk__in=ties.values("party"))


def _rows(members: QuerySet[Organisation]) -> list[Row]:
    ordered = members.order_by("code").values_list(
        "pk", "code", "kind", _degrees("latitude"), _degrees("longitude")
    )
    return list(ordered[:MOST_NAMED])


def _degrees(column: str) -> Cast:
    return Cast(f"place__{column}", FloatField())


def _spot(row: Row, names: dict[int, tuple[Text, Text]]) -> Spot:
    return Spot(
        latitude=row[3] or 0.0, longitude=row[4] or 0.0, organisation=named(*row[:3], names)
    )


def _cells(members: QuerySet[Organisation]) -> tuple[Spot, ...]:
    """Count members by cell, each cell at the middle of those who lie in it."""
    cells = members.order_by().annotate(
        row=Floor(_degrees("latitude") * CELLS), column=Floor(_degrees("longitude") * CELLS)
    )
    rows = (
        cells.values("row", "column")
        .annotate(y=Avg(_degrees("latitude")), x=Avg(_degrees("longitude")), number=Count("pk"))
        .order_by("row", "column")
    )
    return tuple(
        Spot(latitude=y, longitude=x, number=number)
        for y, x, number in rows.values_list("y", "x", "number")
    )
