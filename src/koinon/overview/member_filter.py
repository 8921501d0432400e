"""Members by name, country and how the tie stands, and how many there are by country."""

from collections.abc import Iterable
from datetime import date

import msgspec
from django.db.models import Count, Exists, F, OuterRef, QuerySet

from koinon.register.models import Bond, OrganisationName, Spell
from koinon.register.queries.bonds import bonds_of

LONGEST_NAME = 100


class MemberFilter(msgspec.Struct, frozen=True):
    """What a reader asks for; what is empty leaves everybody in."""

    name: str = ""
    country: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return self == MemberFilter()


EVERYBODY = MemberFilter()


class CountryCount(msgspec.Struct, frozen=True):
    """How many organisations of a country belong or may belong; "" where none is recorded."""

    country: str
    number: int


def narrowed(bonds: QuerySet[Bond], asked: MemberFilter) -> QuerySet[Bond]:
    """Keep the bonds of those members that are asked for."""
    if asked.name:
        text = asked.name[:LONGEST_NAME]
        names = OrganisationName.objects.filter(organisation=OuterRef("party"))
        bonds = bonds.filter(Exists(names.filter(name__icontains=text)))
    if asked.country:
        bonds = bonds.filter(party__place__country=asked.country)
    return bonds


def countries_of(network: str, day: date) -> tuple[CountryCount, ...]:
    """Count organisations by country, the most first: each once, whatever its ties; one query."""
    told = Spell.objects.filter(bond=OuterRef("pk"), valid_from__lte=day, valid_until__gt=day)
    present = bonds_of(counterpart=network).order_by().filter(Exists(told.exclude(holds=False)))
    rows = (
        present.values(country=F("party__place__country"))
        .annotate(number=Count("party", distinct=True))
        .values_list("country", "number")
    )
    return in_order(rows)


def in_order(rows: Iterable[tuple[str | None, int]]) -> tuple[CountryCount, ...]:
    """Order counts, the most first; databases differ in where they put an empty country."""
    found = [CountryCount(country or "", number) for country, number in rows]
    return tuple(sorted(found, key=lambda it: (-it.number, it.country)))
