"""All names that the register knows of whom, for finding them again."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.db.models import Count, Max, Model, Q, QuerySet

from koinon.gazetteer.matching.index import Known
from koinon.gazetteer.models import PlaceName
from koinon.overview.directory import CITIES, page_kind
from koinon.register.models import (
    Body,
    Bond,
    BondKind,
    LegalPerson,
    Organisation,
    OrganisationName,
    Person,
)

MANY = 10_000
TIE = 1 << 40
"""A tie weighs more than all inhabitants."""


class Subject(NamedTuple):
    """Whom or what a name is of: the kind of its page and its code; a body's is net/body."""

    kind: str
    code: str


type KnownName = Known[Subject]


def known_names(since: int) -> Iterator[KnownName]:
    """Give the names that came with entries after one, all of them after 0.

    Names are never taken back, so that those of later entries are all that changes.
    """
    weights = _weights()
    yield from _of_organisations(since, weights)
    yield from _of_places(since, weights)
    yield from _of_people(since)
    yield from _of_bodies(since)


def _after[M: Model](rows: QuerySet[M], since: int) -> QuerySet[M]:
    return rows.filter(entry__number__gt=since) if since else rows


def _weights() -> dict[str, int]:
    """Weigh organisations: by their ties, then by their inhabitants."""
    found: dict[str, int] = {}
    ties = Bond.objects.exclude(kind=BondKind.TENURE)
    for side in ("party__code", "counterpart__code"):
        for code, number in ties.order_by().values_list(side).annotate(Count("pk")):
            found[code] = found.get(code, 0) + number * TIE
    peopled = Organisation.objects.filter(kind__in=CITIES, place__populations__withdrawn_by=None)
    largest = peopled.order_by().values_list("code").annotate(Max("place__populations__value"))
    for code, people in largest:
        found[code] = found.get(code, 0) + min(people or 0, TIE - 1)
    return found


def _of_organisations(since: int, weights: dict[str, int]) -> Iterator[KnownName]:
    for code, kind in _rows(_after(Organisation.objects.all(), since), "code", "kind"):
        if kind not in CITIES:
            yield Known(Subject(page_kind(kind), code), code, weights.get(code, 0))
    fields = ("organisation__code", "organisation__kind", "name")
    for rows in (OrganisationName.objects.all(), LegalPerson.objects.all()):
        for code, kind, name in _rows(_after(rows, since), *fields):
            yield Known(Subject(page_kind(kind), code), name, weights.get(code, 0))


def _of_places(since: int, weights: dict[str, int]) -> Iterator[KnownName]:
    """Give the names of places as those of the cities and districts there."""
    rows = PlaceName.objects.filter(place__organisations__kind__in=CITIES)
    if since:
        later = Q(place__organisations__entry__number__gt=since) | Q(entry__number__gt=since)
        rows = rows.filter(later)
    for code, name in _rows(rows, "place__organisations__code", "name"):
        yield Known(Subject("city", code), name, weights.get(code, 0))


def _of_people(since: int) -> Iterator[KnownName]:
    rows = _after(Person.objects.all(), since)
    for code, given, family in _rows(rows, "code", "given_name", "family_name"):
        yield Known(Subject("person", code), f"{given} {family}".strip())


def _of_bodies(since: int) -> Iterator[KnownName]:
    rows = _after(Body.objects.all(), since)
    for organisation, code, names in _rows(rows, "organisation__code", "code", "names"):
        yield from names_of_body(organisation, code, names.values())


def names_of_body(organisation: str, body: str, names: Iterable[str]) -> Iterator[KnownName]:
    """Give the names of a body, each once."""
    for name in dict.fromkeys(names):
        yield Known(Subject("body", f"{organisation}/{body}"), name)


def _rows[M: Model](rows: QuerySet[M], *fields: str) -> Iterator[tuple[Any, ...]]:
    yield from rows.order_by().values_list(*fields).iterator(chunk_size=MANY)
