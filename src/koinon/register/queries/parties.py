"""Organisations as rules know them: kind, places, population."""

from collections.abc import Iterable, Mapping
from datetime import date

from koinon.gazetteer.models import Place, PlaceKind
from koinon.register.models import Organisation
from koinon.register.queries.numbers import population_values_on
from koinon.rules.condition import Party
from koinon.rules.kind import TERRITORIAL

LEVELS = 8
"""How deep places lie in one another at most."""


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
    rows = list(Organisation.objects.filter(pk__in=missing))
    places = _places_above({row.place_id for row in rows if row.place_id is not None})
    populations = population_values_on(
        (row.place_id for row in rows if row.place_id is not None), day, known_on=known_on
    )
    for row in rows:
        place = row.place_id
        parties[row.pk] = Party(
            code=row.code,
            kind=row.kind,
            places=None if place is None else _codes(places, place),
            population=_population(row, places, populations),
        )
    return parties


def _population(
    row: Organisation, places: Mapping[int, Place], populations: Mapping[int, int]
) -> int | None:
    if row.place_id is None:
        return None
    if row.kind in TERRITORIAL and places[row.place_id].kind == PlaceKind.COUNTRY:
        return None
    return populations.get(row.place_id)


def party_on(organisation: str, day: date, *, known_on: date | None = None) -> Party | None:
    """Give one organisation as a party, or None where there is none of that code."""
    keys = Organisation.objects.filter(code=organisation).values_list("pk", flat=True)
    return next(iter(parties_on(keys, day, known_on=known_on).values()), None)


def _places_above(wanted: set[int]) -> dict[int, Place]:
    """Find places with all places that they lie in; one query for each level."""
    found: dict[int, Place] = {}
    for _ in range(LEVELS):
        missing = wanted - found.keys()
        if not missing:
            break
        rows = Place.objects.in_bulk(missing)
        found |= rows
        wanted = {row.parent_id for row in rows.values() if row.parent_id is not None}
    return found


def _codes(places: dict[int, Place], key: int) -> frozenset[str]:
    """List the codes by which rules may name a place: its own, its country's, each NUTS level."""
    codes = set()
    step: int | None = key
    while step is not None and step in places:
        place = places[step]
        codes.add(place.code)
        if place.country:
            codes.add(place.country)
        codes.update(place.nuts[:length] for length in range(2, len(place.nuts) + 1))
        step = place.parent_id
    return frozenset(codes)
