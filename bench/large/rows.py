"""The rows of a register of any size, table by table, each with its key."""

from collections.abc import Iterator
from datetime import datetime
from itertools import count
from random import Random

from bench.large.copying import Row
from bench.large.said import (
    PRESS,
)
from bench.large.shape import ASSEMBLY, COMMITTEE, Size, city, network
from koinon.register.models.order import order_of

COUNTRIES = 40
ENTRY = 1
AT = datetime(2026, 1, 2, 12).astimezone()
PAPER_SOURCE = 1
_SOUNDS = "an ber col dor el fried gar holm in jen kirch lau mar nor ost pad quer ros stadt tal"
SYLLABLES = _SOUNDS.split()


class Rows:
    """All rows of a size; keys are counted from 1, cities before networks."""

    def __init__(self, size: Size) -> None:
        self.size = size

    def places(self) -> Iterator[Row]:
        for n in range(COUNTRIES):
            yield n + 1, f"country-{n:02}", "country", None, f"{n:02}", "", "", None, None, ENTRY
        for n in range(self.size.cities):
            country = n % COUNTRIES
            key = COUNTRIES + n + 1
            where = f"{n % 170 - 85}", f"{n % 350 - 175}"
            yield key, city(n), "municipality", country + 1, f"{country:02}", "", "", *where, ENTRY

    def place_names(self) -> Iterator[Row]:
        for n in range(COUNTRIES):
            yield n + 1, n + 1, "mul", f"Country {n:02}", "official", ENTRY

    def organisations(self) -> Iterator[Row]:
        for n in range(self.size.cities):
            place = COUNTRIES + n + 1
            yield n + 1, city(n), "municipality", place, None, None, None, ENTRY
        for n in range(self.size.networks):
            yield self.size.cities + n + 1, network(n), "network", None, None, None, None, ENTRY

    def organisation_names(self) -> Iterator[Row]:
        keys = count(1)
        for n in range(self.size.cities):
            yield next(keys), n + 1, *_named("mul", name_of(n), "official")
            yield next(keys), n + 1, *_named("de", f"Stadt {name_of(n)}", "alias")
            yield next(keys), n + 1, *_named("en", f"City of {name_of(n)}", "alias")
        for n in range(self.size.networks):
            yield next(keys), self.size.cities + n + 1, *_named("mul", f"Network {n}", "official")

    def sources(self) -> Iterator[Row]:
        rest = "", None, None, None, "", ENTRY
        yield PAPER_SOURCE, PRESS, "Press", "press", None, "A paper", *rest
        for n in range(self.size.networks):
            key = self.size.cities + n + 1
            yield n + 2, f"{network(n)}-list", "List", "network-page", key, "", *rest

    def populations(self) -> Iterator[Row]:
        random, day = Random(1951), "2024-12-31"
        for n in range(self.size.cities):
            people = int(5_000 * random.paretovariate(1))
            yield n + 1, COUNTRIES + n + 1, day, day, people, PAPER_SOURCE, ENTRY, None

    def posts(self) -> Iterator[Row]:
        names = '{"mul": "Seat"}'
        yield 1, self.size.cities + 1, "seat", ASSEMBLY, "seat", False, names, ENTRY
        yield 2, self.size.cities + 2, "seat", COMMITTEE, "seat", False, names, ENTRY
        for n in range(self.size.mayors):
            yield n + 3, n + 1, "mayor", "", "office", True, '{"mul": "Mayor"}', ENTRY

    def bodies(self) -> Iterator[Row]:
        yield 1, self.size.cities + 1, ASSEMBLY, '{"mul": "Assembly"}', ENTRY
        yield 2, self.size.cities + 2, COMMITTEE, '{"mul": "Committee"}', ENTRY

    def people(self) -> Iterator[Row]:
        for n in range(self.size.mayors):
            yield n + 1, f"mayor-{n:06}", "", "Kim", name_of(n), ENTRY


def _named(language: str, name: str, use: str) -> Row:
    return language, name, use, order_of(name), ENTRY


def name_of(number: int) -> str:
    """Make a name of three syllables and, where those have been used up, a number."""
    many = len(SYLLABLES)
    parts = number % many, number // many % many, number // many**2 % many
    word = "".join(SYLLABLES[part] for part in parts).capitalize()
    again = number // many**3
    return f"{word} {again + 1}" if again else word
