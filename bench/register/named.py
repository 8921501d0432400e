"""A register of 300,000 names: cities with three each, networks with two, people in office."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from random import Random
from typing import NamedTuple

from django.db.models import Model
from django.utils import timezone

from bench.register.filling import settle
from bench.register.naming import names
from koinon.gazetteer.models import Place, PlaceName
from koinon.history.models import Entry
from koinon.register.actions.spells import rebuild_spells
from koinon.register.models import (
    Bond,
    Organisation,
    OrganisationName,
    Person,
    Population,
    Post,
    Source,
    Statement,
    Tenure,
)

CITIES, NETWORKS, PEOPLE = 95_000, 2_500, 10_000
NAMES = 3 * CITIES + 2 * NETWORKS + PEOPLE
MANY = 5000
DAY = date(2024, 12, 31)


class Target(NamedTuple):
    """A name that somebody looks for, and the end of the address it should lead to."""

    name: str
    address: str


def fill_names() -> list[Target]:
    """Fill an empty register; give who can be looked for by which name."""
    random = Random(1419)
    called = names(random)
    entry = Entry.objects.create(
        number=1, at=timezone.now(), by_kind="system", by="bench", action="load-bundle"
    )
    source = Source.objects.create(
        code="press", title="Press", type="press", publisher_name="A paper", entry=entry
    )
    cities = _cities(entry, source, random)
    networks = _organisations("network", NETWORKS, entry)
    targets = _name(cities, 3, "cities", called, entry)
    targets += _name(networks, 2, "networks", called, entry)
    targets += _people(cities[:PEOPLE], called, entry)
    settle()
    return targets


def _cities(entry: Entry, source: Source, random: Random) -> list[Organisation]:
    country = Place.objects.create(code="land", kind="country", country="ZZ", entry=entry)
    PlaceName.objects.create(place=country, language="mul", name="Land", entry=entry)
    places = _add(
        Place(code=f"place-{n}", kind="municipality", parent=country, country="ZZ", entry=entry)
        for n in range(CITIES)
    )
    _add(
        Population(
            place=place,
            on_earliest=DAY,
            on_latest=DAY,
            value=int(1000 * random.paretovariate(1)),
            source=source,
            entry=entry,
        )
        for place in places
    )
    return _organisations("municipality", CITIES, entry, places)


def _organisations(
    kind: str, number: int, entry: Entry, places: list[Place] | None = None
) -> list[Organisation]:
    return _add(
        Organisation(
            code=f"{kind}-{n}", kind=kind, place=places[n] if places else None, entry=entry
        )
        for n in range(number)
    )


def _name(
    organisations: list[Organisation], each: int, page: str, called: Iterator[str], entry: Entry
) -> list[Target]:
    """Give each organisation an official name, one in French and an alias, or fewer."""
    uses = (("mul", "official"), ("fr", "official"), ("mul", "alias"))[:each]
    rows = _add(
        OrganisationName(
            organisation=row, language=language, name=next(called), use=use, entry=entry
        )
        for row in organisations
        for language, use in uses
    )
    return [Target(row.name, f"/{page}/{row.organisation.code}/") for row in rows]


def _people(cities: list[Organisation], called: Iterator[str], entry: Entry) -> list[Target]:
    posts = _add(
        Post(organisation=city, code="mayor", kind="office", names={"mul": "Mayor"}, entry=entry)
        for city in cities
    )
    people = _add(
        Person(code=f"person-{n}", given_name=given, family_name=family, entry=entry)
        for n, (given, family) in enumerate(_pairs(called, len(cities)))
    )
    bonds = _add(
        Bond(code=f"tenure-{n}", kind="tenure", party=city, counterpart=city, entry=entry)
        for n, city in enumerate(cities)
    )
    rows = zip(bonds, posts, people, strict=True)
    _add(
        Tenure(bond=bond, post=post, person=person, role="holder", entry=entry)
        for bond, post, person in rows
    )
    _add(
        Statement(
            bond=bond,
            number=1,
            said_by=bond.party,
            grade="holder",
            from_earliest=DAY,
            from_latest=DAY,
            stated_on=DAY,
            entry=entry,
        )
        for bond in bonds
    )
    rebuild_spells([bond.pk for bond in bonds])
    return [Target(row.full_name, f"/people/{row.code}/") for row in people]


def _pairs(called: Iterator[str], number: int) -> list[tuple[str, str]]:
    words = [name.split()[-1] for name in islice(called, 2 * number)]
    return list(zip(words[:number], words[number:], strict=True))


def _add[M: Model](rows: Iterator[M]) -> list[M]:
    made = list(rows)
    made[0]._meta.model._default_manager.bulk_create(made, batch_size=MANY)
    return made
