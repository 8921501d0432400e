"""All names that the register knows of whom, for finding them again."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.db.models import Count, Max, Model, QuerySet

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
FEW = 500
"""So many organisations at most are weighed by themselves."""
NO_LANGUAGE = "und"
TIE = 1 << 40
"""A tie weighs more than all inhabitants."""


class Subject(NamedTuple):
    """Whom or what a name is of: the kind of its page and its code; a body's is net/body."""

    kind: str
    code: str


class Called(NamedTuple):
    """A name of somebody; ``is_alias`` for one of no language on record, such as an old spelling.

    Lists of aliases are long and hold many that are like the names of others.
    """

    subject: Subject
    name: str
    is_alias: bool = False


type KnownName = Known[Subject]
UNWEIGHED = ("person", "body")


def known_names(since: int) -> Iterator[KnownName]:
    """Give the names that came with entries after one, all of them after 0.

    Names are never taken back, so that those of later entries are all that changes.
    """
    called = _called(since)
    if since:
        called = iter(few := list(called))
        weights = _weights({it.subject.code for it in few}) if few else {}
    else:
        weights = _weights(None)
    for subject, name, is_alias in called:
        weight = 0 if subject.kind in UNWEIGHED else weights.get(subject.code, 0)
        yield Known(subject, name, weight, as_typed_only=is_alias)


def _called(since: int) -> Iterator[Called]:
    yield from _of_organisations(since)
    yield from _of_places(since)
    yield from _of_people(since)
    yield from _of_bodies(since)


def _after[M: Model](rows: QuerySet[M], since: int) -> QuerySet[M]:
    return rows.filter(entry__number__gt=since) if since else rows


def _weights(codes: set[str] | None) -> dict[str, int]:
    """Weigh organisations: by their ties, then by their inhabitants; all of them without codes."""
    found: dict[str, int] = {}
    few = codes if codes is not None and len(codes) <= FEW else None
    ties = Bond.objects.exclude(kind=BondKind.TENURE).order_by()
    for side in ("party__code", "counterpart__code"):
        of = ties if few is None else ties.filter(**{f"{side}__in": few})
        for code, number in of.values_list(side).annotate(Count("pk")):
            found[code] = found.get(code, 0) + number * TIE
    peopled = Organisation.objects.filter(kind__in=CITIES, place__populations__withdrawn_by=None)
    of_few = peopled if few is None else peopled.filter(code__in=few)
    largest = of_few.order_by().values_list("code").annotate(Max("place__populations__value"))
    for code, people in largest:
        found[code] = found.get(code, 0) + min(people or 0, TIE - 1)
    return found


def _of_organisations(since: int) -> Iterator[Called]:
    for code, kind in _rows(_after(Organisation.objects.all(), since), "code", "kind"):
        if kind not in CITIES:
            yield Called(Subject(page_kind(kind), code), code)
    fields = ("organisation__code", "organisation__kind", "name")
    for rows in (OrganisationName.objects.all(), LegalPerson.objects.all()):
        for code, kind, name in _rows(_after(rows, since), *fields):
            yield Called(Subject(page_kind(kind), code), name)


def _of_places(since: int) -> Iterator[Called]:
    """Give the names of places as those of the cities and districts there."""
    rows = PlaceName.objects.filter(place__organisations__kind__in=CITIES)
    later = [rows]
    if since:
        # Each by itself, so that the database need not look at all names.
        later = [
            rows.filter(entry__number__gt=since),
            rows.filter(place__organisations__entry__number__gt=since),
        ]
    for part in later:
        for code, name, spoken in _rows(part, "place__organisations__code", "name", "language"):
            yield Called(Subject("city", code), name, spoken == NO_LANGUAGE)


def _of_people(since: int) -> Iterator[Called]:
    rows = _after(Person.objects.all(), since)
    for code, given, family in _rows(rows, "code", "given_name", "family_name"):
        yield Called(Subject("person", code), f"{given} {family}".strip())


def _of_bodies(since: int) -> Iterator[Called]:
    rows = _after(Body.objects.all(), since)
    for organisation, code, names in _rows(rows, "organisation__code", "code", "names"):
        yield from names_of_body(organisation, code, names.values())


def names_of_body(organisation: str, body: str, names: Iterable[str]) -> Iterator[Called]:
    """Give the names of a body, each once."""
    for name in dict.fromkeys(names):
        yield Called(Subject("body", f"{organisation}/{body}"), name)


def _rows[M: Model](rows: QuerySet[M], *fields: str) -> Iterator[tuple[Any, ...]]:
    yield from rows.order_by().values_list(*fields).iterator(chunk_size=MANY)
