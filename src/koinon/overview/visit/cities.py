"""Cities by name, as somebody types it who only wants to begin."""

from typing import NamedTuple

from django.db.models import Q, QuerySet
from rapidfuzz.distance import OSA

from koinon.gazetteer.slug import slug
from koinon.overview.directory import CITIES
from koinon.overview.names import Named, named, names_of_organisations, names_of_places
from koinon.register.models import Organisation
from koinon.rules.rule import Text

MOST = 12
MOST_NEAR = 2_000
"""Among so many names at most a slip of the keys is looked for."""

type _Row = tuple[int, str, str, int | None]


class FoundCity(NamedTuple):
    """A city that may be meant; ``is_exact`` where one of its names is what was typed."""

    city: Named
    country: Text
    is_exact: bool


def cities_named(typed: str) -> tuple[FoundCity, ...]:
    """Find the cities that may be meant, those of just that name first."""
    text, code = typed.strip(), slug(typed)
    if not text:
        return ()
    cities = Organisation.objects.filter(kind__in=CITIES)
    exact = Q(names__name__iexact=text) | Q(code=code)
    near = Q(names__name__icontains=text) | (Q(code__contains=code) if code else Q(pk__in=()))
    same = _rows(cities.filter(exact))
    found = dict.fromkeys((*same, *_rows(cities.filter(near)))) or _misspelt(cities, code)
    rows = list(found)[:MOST]
    names = names_of_organisations(row[0] for row in rows)
    countries = names_of_places({row[3] for row in rows if row[3]})
    return tuple(
        FoundCity(named(*row[:3], names), countries.get(row[3] or 0, {}), row in same)
        for row in rows
    )


def _rows(cities: QuerySet[Organisation], most: int = MOST) -> list[_Row]:
    columns = ("pk", "code", "kind", "place__parent_id")
    return list(cities.order_by("code").distinct().values_list(*columns)[:most])


def _misspelt(cities: QuerySet[Organisation], code: str) -> list[_Row]:
    """Find cities whose code differs by a slip of the keys; the first letter is trusted."""
    if not code:
        return []
    rows = _rows(cities.filter(code__startswith=code[0]), MOST_NEAR)
    slips = min(2, len(code) // 5)
    return [row for row in rows if OSA.distance(row[1], code, score_cutoff=slips) <= slips]
