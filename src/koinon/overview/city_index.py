"""All cities that a tie is on record of, by name: by letter, by country, by a part of the name."""

from datetime import date
from itertools import groupby
from typing import NamedTuple

import msgspec
from django.db.models import (
    BinaryField,
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Substr

from koinon.gazetteer.models import NameUse
from koinon.overview.directory import CITIES
from koinon.overview.member_filter import CountryCount, in_order
from koinon.overview.members import Counted
from koinon.overview.names import Named, named, names_of_organisations
from koinon.overview.totals import total
from koinon.register.models import Bond, Organisation, OrganisationName, Spell
from koinon.register.queries.bonds import NO_BELONGING

PAGE_SIZE = 50
LONGEST_NAME = 100
LANGUAGES = ("mul", "en", "de")
"""Which name stands in for one in the page's language, as ``pick`` chooses it."""


COLUMNS = (
    "organisation_id",
    "organisation__code",
    "organisation__kind",
    "organisation__place__country",
)

type Row = tuple[int, str, str, str | None]
"""The key, code and kind of a city, and its country."""


class CityFilter(msgspec.Struct, frozen=True):
    """What a reader asks for; what is empty leaves all cities in."""

    name: str = ""
    country: str = ""
    letter: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return self == CityFilter()


class CityRow(msgspec.Struct, frozen=True, kw_only=True):
    """A city in the list, with its ties on the day, kind by kind."""

    organisation: Named
    country: str
    ties: tuple[Counted, ...]


class CityIndex(msgspec.Struct, frozen=True, kw_only=True):
    """A page of cities, where to go on from, and what can be asked for."""

    rows: tuple[CityRow, ...]
    after: str
    letters: tuple[str, ...]
    countries: tuple[CountryCount, ...]


class Choices(NamedTuple):
    """What can be asked for, and the cities without a name: counted once for each state."""

    letters: tuple[str, ...]
    countries: tuple[CountryCount, ...]
    nameless: tuple[Row, ...]


def cities_on(day: date, language: str, *, asked: CityFilter, after: str = "") -> CityIndex:
    """List a page of the cities in the order of their names in a language.

    The order is stored with each name, so that any page costs the same.
    """
    everybody = _first_names(language)
    choices = total("cities", language, day=day, count=lambda: _choices(everybody))
    kept = _asked(everybody, asked)
    page = (_after(kept, after) if after else kept).order_by("order", "organisation")
    rows: list[Row] = list(page.values_list(*COLUMNS)[: PAGE_SIZE + 1])
    goes_on = len(rows) > PAGE_SIZE
    shown = rows[:PAGE_SIZE] if goes_on else [*rows, *_last(choices.nameless, asked)]
    names = names_of_organisations(row[0] for row in shown)
    ties = _ties([row[0] for row in shown], day)
    return CityIndex(
        rows=tuple(
            CityRow(
                organisation=named(*row[:3], names),
                country=row[3] or "",
                ties=ties.get(row[0], ()),
            )
            for row in shown
        ),
        after=shown[-1][1] if goes_on else "",
        letters=choices.letters,
        countries=choices.countries,
    )


def _choices(everybody: QuerySet[OrganisationName]) -> Choices:
    return Choices(_letters(everybody), _countries(everybody), _nameless())


def _last(nameless: tuple[Row, ...], asked: CityFilter) -> list[Row]:
    """Keep those without a name that a reader asks for: a letter or a name is not theirs."""
    if asked.letter or asked.name:
        return []
    return [row for row in nameless if asked.country in ("", row[3])]


def _first_names(language: str) -> QuerySet[OrganisationName]:
    """Ask for the one name of each city that a page in a language shows."""
    preferred = tuple(dict.fromkeys((language, *LANGUAGES)))
    places = [When(language=code, then=Value(n)) for n, code in enumerate(preferred)]
    rank = Case(*places, default=Value(len(preferred)), output_field=IntegerField())
    official = OrganisationName.objects.filter(use=NameUse.OFFICIAL).annotate(rank=rank)
    better = official.filter(organisation=OuterRef("organisation")).filter(
        Q(rank__lt=OuterRef("rank")) | Q(rank=OuterRef("rank"), pk__lt=OuterRef("pk"))
    )
    tied = Bond.objects.filter(party=OuterRef("organisation")).exclude(kind__in=NO_BELONGING)
    return official.filter(~Exists(better), Exists(tied), organisation__kind__in=CITIES)


def _asked(names: QuerySet[OrganisationName], asked: CityFilter) -> QuerySet[OrganisationName]:
    if asked.letter:
        first = asked.letter.encode()
        names = names.filter(order__gte=first, order__lt=first[:-1] + bytes([first[-1] + 1]))
    if asked.country:
        names = names.filter(organisation__place__country=asked.country)
    if asked.name:
        text = asked.name[:LONGEST_NAME]
        said = OrganisationName.objects.filter(organisation=OuterRef("organisation"))
        names = names.filter(Exists(said.filter(name__icontains=text)))
    return names


def _after(names: QuerySet[OrganisationName], code: str) -> QuerySet[OrganisationName]:
    """Keep what comes after a city; a code that is not in the list leads to its beginning."""
    found = names.filter(organisation__code=code).values_list("order", "organisation_id").first()
    if found is None:
        return names
    order, city = bytes(found[0]), found[1]
    later = Q(order__gt=order) | Q(organisation__gt=city)
    return names.filter(later, order__gte=order)


def _nameless() -> tuple[Row, ...]:
    """List some cities of which no name is recorded: they stand last, by their code."""
    tied = Bond.objects.filter(party=OuterRef("pk")).exclude(kind__in=NO_BELONGING)
    said = OrganisationName.objects.filter(organisation=OuterRef("pk"), use=NameUse.OFFICIAL)
    rows = Organisation.objects.filter(Exists(tied), ~Exists(said), kind__in=CITIES)
    fields = rows.order_by("code").values_list("pk", "code", "kind", "place__country")
    return tuple(fields[:PAGE_SIZE])


def _letters(names: QuerySet[OrganisationName]) -> tuple[str, ...]:
    initial = Substr("order", 1, 1, output_field=BinaryField())
    found = names.order_by().annotate(initial=initial).values_list("initial", flat=True).distinct()
    signs = {bytes(it).decode("ascii", "ignore") for it in found}
    return tuple(sorted(sign for sign in signs if sign.isalpha()))


def _countries(names: QuerySet[OrganisationName]) -> tuple[CountryCount, ...]:
    rows = (
        names.order_by()
        .values(country=F("organisation__place__country"))
        .annotate(number=Count("pk"))
        .values_list("country", "number")
    )
    return in_order(rows)


def _ties(cities: list[int], day: date) -> dict[int, tuple[Counted, ...]]:
    """Count the ties that hold or may hold, kind by kind; one query."""
    told = Spell.objects.filter(bond=OuterRef("pk"), valid_from__lte=day, valid_until__gt=day)
    rows = (
        Bond.objects.filter(Exists(told.exclude(holds=False)), party__in=cities)
        .exclude(kind__in=NO_BELONGING)
        .order_by("party", "kind")
        .values_list("party", "kind")
        .annotate(number=Count("pk"))
    )
    return {
        city: tuple(Counted(kind, "", number) for _, kind, number in group)
        for city, group in groupby(rows, key=lambda row: row[0])
    }
