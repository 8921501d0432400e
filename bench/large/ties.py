"""The bonds of a register of any size, what is said of each, and what follows."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from random import Random
from typing import NamedTuple

from bench.large.copying import Row
from bench.large.rows import COUNTRIES, ENTRY, PAPER_SOURCE, name_of
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
from bench.large.shape import SEATS, Size, city, network
from koinon.register.models.order import order_of

FIRST_DAY, DAYS = date(2000, 1, 1), 6900


class Tie(NamedTuple):
    """A bond with what is needed to speak of it; organisations are named by their keys."""

    key: int
    kind: str
    party: int
    counterpart: int
    pattern: int
    day: date
    first_statement: int


class Ties:
    """The rows of all bonds of a size: those of mayors and their seats, then memberships."""

    def __init__(self, size: Size) -> None:
        self.size = size

    def code(self, organisation: int) -> str:
        """Give the code of an organisation by its key."""
        cities = self.size.cities
        return (
            city(organisation - 1) if organisation <= cities else network(organisation - cities - 1)
        )

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

    def listings(self) -> Iterator[Row]:
        """List each member by its name, which is the same in every language."""
        keys = count(1)
        for tie in self.ties():
            if tie.kind != "tenure":
                name = name_of(tie.party - 1)
                country = f"{(tie.party - 1) % COUNTRIES:02}"
                yield next(keys), tie.key, tie.counterpart, "", name, order_of(name), country

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
