"""Organisations as rules know them: kind, places, population."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet

from koinon.gazetteer.models import Place, PlaceKind
from koinon.register.models import Organisation
from koinon.register.prepared import prepared
from koinon.register.queries.numbers import population_values_on
from koinon.register.shared import shared
from koinon.rules.condition import Party
from koinon.rules.kind import TERRITORIAL

LEVELS = 8
"""How deep places lie in one another at most."""


@prepared
def _organisations(
    keys: Sequence[int],
) -> QuerySet[Organisation, tuple[int, str, str, int | None]]:
    rows = Organisation.objects.filter(pk__in=keys)
    return rows.values_list("pk", "code", "kind", "place_id")


@prepared
def _places(keys: Sequence[int]) -> QuerySet[Place, tuple[int, str, str, str, str, int | None]]:
    rows = Place.objects.filter(pk__in=keys)
    return rows.values_list("pk", "code", "kind", "country", "nuts", "parent_id")


class _Place(NamedTuple):
    """What rules may say of a place: its codes, and what it lies in."""

    code: str
    kind: str
    country: str
    nuts: str
    parent: int | None


def parties_on(
    organisations: Iterable[int],
    day: date,
    *,
    known_on: date | None = None,
    found: Mapping[int, Party] | None = None,
) -> dict[int, Party]:
    """Give organisations as parties, with their population as of a day.

    Kind "network" and the like are what they are; what nobody recorded stays unknown. An
    association counts the inhabitants of its country; a canton of which only the country is
    recorded does not. Those ``found`` for that day already are not looked up again.
    """
    parties = dict(found or {})
    missing = set(organisations) - parties.keys()
    if not missing:
        return parties
    rows = _organisations(sorted(missing))
    at = {place for *_, place in rows if place is not None}
    places = _places_above(at)
    populations = population_values_on(at, day, known_on=known_on)
    for key, code, kind, place in rows:
        parties[key] = Party(
            code=code,
            kind=kind,
            places=None if place is None else _codes(places, place),
            population=_population(kind, place, places, populations),
        )
    return parties


def _population(
    kind: str, place: int | None, places: Mapping[int, _Place], populations: Mapping[int, int]
) -> int | None:
    if place is None:
        return None
    if kind in TERRITORIAL and places[place].kind == PlaceKind.COUNTRY:
        return None
    return populations.get(place)


def party_on(organisation: str, day: date, *, known_on: date | None = None) -> Party | None:
    """Give one organisation as a party, or None where there is none of that code."""
    keys = Organisation.objects.filter(code=organisation).values_list("pk", flat=True)
    return next(iter(parties_on(keys, day, known_on=known_on).values()), None)


def _places_above(wanted: set[int]) -> dict[int, _Place]:
    """Find places with all places that they lie in; at most one query for each level."""
    found: dict[int, _Place] = {}
    for _ in range(LEVELS):
        missing = wanted - found.keys()
        if not missing:
            break
        rows = _places_with(sorted(missing))
        found |= rows
        wanted = {row.parent for row in rows.values() if row.parent is not None}
    return found


@shared
def _places_with(keys: list[int]) -> dict[int, _Place]:
    return {row[0]: _Place(*row[1:]) for row in _places(keys)}


def _codes(places: dict[int, _Place], key: int) -> frozenset[str]:
    """List the codes by which rules may name a place: its own, its country's, each NUTS level."""
    codes = set()
    step: int | None = key
    while step is not None and step in places:
        place = places[step]
        codes.add(place.code)
        if place.country:
            codes.add(place.country)
        codes.update(place.nuts[:length] for length in range(2, len(place.nuts) + 1))
        step = place.parent
    return frozenset(codes)
