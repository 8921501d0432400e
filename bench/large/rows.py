"""The rows of a register of any size, table by table, each with its key."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import count
from random import Random
from typing import NamedTuple

from bench.large.copying import Row
from bench.large.said import (
    NETWORK,
    OPEN,
    PARTY,
    PATTERNS,
    PRESS,
    SOURCE,
    TENURE,
    drawn,
    filled,
    words,
)
from bench.large.shape import ASSEMBLY, COMMITTEE, SEATS, Size, city, network

COUNTRIES = 40
ENTRY = 1
AT = datetime(2026, 1, 2, 12).astimezone()
FIRST_DAY, DAYS = date(2000, 1, 1), 6900
PAPER_SOURCE = 1
_SOUNDS = "an ber col dor el fried gar holm in jen kirch lau mar nor ost pad quer ros stadt tal"
SYLLABLES = _SOUNDS.split()


class Tie(NamedTuple):
    """A bond with what is needed to speak of it; organisations are named by their keys."""

    key: int
    kind: str
    party: int
    counterpart: int
    pattern: int
    day: date
    first_statement: int


class Rows:
    """All rows of a size; keys are counted from 1, cities before networks."""

    def __init__(self, size: Size) -> None:
        self.size = size

    def code(self, organisation: int) -> str:
        """Give the code of an organisation by its key."""
        cities = self.size.cities
        return (
            city(organisation - 1) if organisation <= cities else network(organisation - cities - 1)
        )

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
            name = _name(n)
            yield next(keys), n + 1, "mul", name, "official", ENTRY
            yield next(keys), n + 1, "de", f"Stadt {name}", "alias", ENTRY
            yield next(keys), n + 1, "en", f"City of {name}", "alias", ENTRY
        for n in range(self.size.networks):
            yield next(keys), self.size.cities + n + 1, "mul", f"Network {n}", "official", ENTRY

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
            yield n + 1, f"mayor-{n:06}", "", "Kim", _name(n), ENTRY

    def ties(self) -> Iterator[Tie]:
        """Give all bonds: those of mayors, their seats, then memberships."""
        random, statements = Random(1963), count(1)
        for key, (kind, party, counterpart, pattern) in enumerate(self._bonds(), start=1):
            day = FIRST_DAY + timedelta(days=random.randrange(DAYS))
            said = len(words(pattern, day))
            first = next(statements)
            for _ in range(said - 1):
                next(statements)
            yield Tie(key, kind, party, counterpart, pattern, day, first)

    def _bonds(self) -> Iterator[tuple[str, int, int, int]]:
        cities, mayors = self.size.cities, self.size.mayors
        for n in range(mayors):
            yield "tenure", n + 1, n + 1, TENURE
        for n in range(mayors):
            yield "tenure", n + 1, cities + 1, TENURE
        for n in range(min(SEATS, mayors)):
            yield "tenure", n + 1, cities + 2, TENURE
        for n, (of, member) in enumerate(self.size.memberships()):
            yield "membership", member + 1, cities + of + 1, PATTERNS[n % len(PATTERNS)]

    def bonds(self) -> Iterator[Row]:
        for tie in self.ties():
            code = f"{self.code(tie.party)}-{self.code(tie.counterpart)}"
            code = f"{code}-{tie.kind}" if tie.kind == "tenure" else code
            yield tie.key, code, tie.kind, "", tie.party, tie.counterpart, ENTRY

    def tenures(self) -> Iterator[Row]:
        mayors = self.size.mayors
        for n in range(mayors):
            yield n + 1, n + 3, n + 1, "holder", "", None, None, ENTRY
        for n in range(mayors):
            yield mayors + n + 1, 1, n + 1, "member", "", None, n + 1, ENTRY
        for n in range(min(SEATS, mayors)):
            yield 2 * mayors + n + 1, 2, n + 1, "member", "", None, n + 1, ENTRY

    def statements(self) -> Iterator[Row]:
        for tie in self.ties():
            by = {PARTY: tie.party, NETWORK: tie.counterpart, "": None}
            own = tie.counterpart - self.size.cities + 1
            source = {"": None, PRESS: PAPER_SOURCE, SOURCE: own}
            for number, it in enumerate(words(tie.pattern, tie.day), start=1):
                start = it.earliest.isoformat(), it.latest.isoformat()
                head = tie.first_statement + number - 1, tie.key, number, by[it.by]
                said = source[it.source], it.grade, *start, OPEN, OPEN, it.stated_on.isoformat()
                yield *head, *said, "{}", ENTRY, None

    def spells(self) -> Iterator[Row]:
        keys = count(1)
        for tie in self.ties():
            party, counterpart = self.code(tie.party), self.code(tie.counterpart)
            for row in drawn(tie.pattern, tie.day):
                detail = filled(
                    row.detail,
                    party=party,
                    network=counterpart,
                    source=f"{counterpart}-list",
                    first=tie.first_statement,
                    count=len(words(tie.pattern, tie.day)),
                )
                yield next(keys), tie.key, *row.columns, detail


def _name(number: int) -> str:
    """Make a name of three syllables and, where those have been used up, a number."""
    many = len(SYLLABLES)
    parts = number % many, number // many % many, number // many**2 % many
    word = "".join(SYLLABLES[part] for part in parts).capitalize()
    again = number // many**3
    return f"{word} {again + 1}" if again else word
