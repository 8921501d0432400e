"""A register filled by chance, always the same: cities, their bonds, what is said, what happened.

Rows go in directly, not through actions: what is measured is what follows from them.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import batched
from random import Random

from django.db import connection
from django.db.models import Model
from django.utils import timezone

from koinon.gazetteer.models import Place, PlaceName
from koinon.history.models import Entry
from koinon.register.models import (
    Bond,
    Event,
    Organisation,
    OrganisationName,
    Population,
    Source,
    Statement,
)

COUNTRIES = 40
MANY = 2000
FIRST_DAY = date(2008, 9, 25)
DAYS = 6000


def fill(networks: Sequence[str], cities: int, *, strand: str, grade: str) -> list[int]:
    """Make every city a member of every network; give the keys of the bonds."""
    entry = Entry.objects.create(
        number=1, at=timezone.now(), by_kind="system", by="bench", action="load-bundle"
    )
    source = Source.objects.create(
        code="press", title="Press", type="press", publisher_name="A paper", entry=entry
    )
    _cities(cities, Random(1346), entry, source)
    return fill_members(networks, cities, strand=strand, grade=grade)


def fill_members(networks: Sequence[str], members: int, *, strand: str, grade: str) -> list[int]:
    """Make the first cities members of further networks; give the keys of the bonds."""
    random, entry, source = Random(1356), Entry.objects.get(), Source.objects.get()
    cities = list(Organisation.objects.exclude(kind="network").order_by("code")[:members])
    bonds = [
        Bond(
            code=f"{city.code}-{network.code}",
            kind="signature",
            strand=strand,
            party=city,
            counterpart=network,
            entry=entry,
        )
        for network in _networks(networks, entry)
        for city in cities
    ]
    _add(Bond, bonds)
    begun = [FIRST_DAY + timedelta(days=random.randrange(DAYS)) for _ in bonds]
    _add(Statement, _statements(bonds, begun, grade, entry, source))
    return [bond.pk for bond in bonds]


def fill_events(bonds: Sequence[int]) -> None:
    """Let each bond begin with a signature on the day that was said, and go on from there."""
    random, entry = Random(1356), Entry.objects.get()
    first = Statement.objects.filter(bond__in=bonds, number=1).order_by("bond_id")
    begun = first.values_list("bond_id", "from_earliest")
    _add(Event, [event for bond, day in begun for event in _events(bond, day, random, entry)])


def settle() -> None:
    """Let PostgreSQL look at the rows now, as it would by itself a minute later."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _add[M: Model](model: type[M], rows: Sequence[M]) -> None:
    for batch in batched(rows, MANY):
        model._default_manager.bulk_create(batch)


def _networks(codes: Sequence[str], entry: Entry) -> list[Organisation]:
    rows = [Organisation(code=code, kind="network", entry=entry) for code in codes]
    _add(Organisation, rows)
    return rows


def _cities(number: int, random: Random, entry: Entry, source: Source) -> None:
    countries = [
        Place(code=f"country-{n}", kind="country", country=f"{n:02}", entry=entry)
        for n in range(COUNTRIES)
    ]
    _add(Place, countries)
    places = [
        Place(
            code=f"city-{n:05}",
            kind="municipality",
            parent=countries[n % COUNTRIES],
            country=countries[n % COUNTRIES].country,
            entry=entry,
        )
        for n in range(number)
    ]
    _add(Place, places)
    called = [
        PlaceName(place=country, language="mul", name=f"Country {country.country}", entry=entry)
        for country in countries
    ]
    _add(PlaceName, called)
    _add(Population, _populations(places, random, entry, source))
    rows = [
        Organisation(code=place.code, kind="municipality", place=place, entry=entry)
        for place in places
    ]
    _add(Organisation, rows)
    names = [
        OrganisationName(organisation=row, language="mul", name=f"City {n}", entry=entry)
        for n, row in enumerate(rows)
    ]
    _add(OrganisationName, names)


def _populations(
    places: Sequence[Place], random: Random, entry: Entry, source: Source
) -> list[Population]:
    day = date(2024, 12, 31)
    return [
        Population(
            place=place,
            on_earliest=day,
            on_latest=day,
            value=int(5_000 * random.paretovariate(1)),
            source=source,
            entry=entry,
        )
        for place in places
    ]


def _statements(
    bonds: Sequence[Bond], begun: Sequence[date], grade: str, entry: Entry, source: Source
) -> list[Statement]:
    """Say of bonds what a register has: one side, both, a source by the year, one again."""
    found: list[Statement] = []
    for n, (bond, day) in enumerate(zip(bonds, begun, strict=True)):
        year = date(day.year, 1, 1), date(day.year, 12, 31)
        said = [
            (bond.party, None, (day, day), date(2025, 1, 1)),
            (bond.counterpart, None, (day, day), date(2025, 2, 1)),
            (None, source, year, date(2025, 3, 1)),
            (bond.party, None, (day, day), date(2026, 1, 1)),
        ][: n % 4 + 1]
        found.extend(
            Statement(
                bond=bond,
                number=number,
                said_by=speaker,
                source=published,
                grade=grade,
                from_earliest=earliest,
                from_latest=latest,
                stated_on=stated_on,
                entry=entry,
            )
            for number, (speaker, published, (earliest, latest), stated_on) in enumerate(said, 1)
        )
    return found


def _events(bond: int, begun: date, random: Random, entry: Entry) -> Iterator[Event]:
    for number, (code, on) in enumerate(_happened(begun, random), start=1):
        yield Event(
            bond_id=bond, number=number, code=code, on_earliest=on, on_latest=on, entry=entry
        )


def _happened(day: date, random: Random) -> Iterator[tuple[str, date]]:
    """Tell what happened: most hand in a plan, some after an extension; most of these report."""
    yield "signature", day
    if random.random() < 0.1:
        yield "extension", day + timedelta(days=random.randrange(200, 360))
    if random.random() < 0.75:
        handed_in = day + timedelta(days=random.randrange(300, 800))
        yield "submission", handed_in
        for n in range(1, random.randrange(1, 4)):
            yield "monitoring-report", handed_in + timedelta(days=700 * n)
