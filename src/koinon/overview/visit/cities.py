"""Cities by name, as somebody types it who only wants to begin."""

from typing import NamedTuple

from django.db.models import Q, QuerySet

from koinon.gazetteer.slug import slug
from koinon.history.queries import latest_entry
from koinon.overview.directory import CITIES
from koinon.overview.names import Named, named, names_of_organisations, names_of_places
from koinon.overview.search.finding import LONGEST
from koinon.overview.search.present import matches
from koinon.register.models import Organisation
from koinon.rules.rule import Text

MOST = 12

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
    found = dict.fromkeys((*same, *_rows(cities.filter(near)))) or _misspelt(cities, text)
    rows = list(found)[:MOST]
    names = names_of_organisations(row[0] for row in rows)
    countries = names_of_places({row[3] for row in rows if row[3]})
    return tuple(
        FoundCity(named(*row[:3], names), countries.get(row[3] or 0, {}), row in same)
        for row in rows
    )


def countries_known() -> frozenset[str]:
    """Give the codes of the countries of which the register has a city; one query."""
    rows = Organisation.objects.filter(kind__in=CITIES, place__isnull=False)
    return frozenset(rows.values_list("place__country", flat=True).distinct())


def _rows(cities: QuerySet[Organisation], most: int = MOST) -> list[_Row]:
    columns = ("pk", "code", "kind", "place__parent_id")
    return list(cities.order_by("code").distinct().values_list(*columns)[:most])


def _misspelt(cities: QuerySet[Organisation], typed: str) -> list[_Row]:
    """Find cities of which a name is nearly what was typed, as search does."""
    found = matches(typed[:LONGEST], latest_entry()).values()
    likeliest = sorted(
        (it for it in found if it.subject.kind == "city"), key=lambda it: (it.likeness, -it.weight)
    )
    codes = [match.subject.code for match in likeliest[:MOST]]
    rows = {row[1]: row for row in _rows(cities.filter(code__in=codes))} if codes else {}
    return [rows[code] for code in codes if code in rows]
