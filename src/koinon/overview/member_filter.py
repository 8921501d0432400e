"""Which members a reader asks for, and how many there are by country."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

import msgspec
from django.db.models import Count, Exists, F, OuterRef

from koinon.register.models import Spell
from koinon.register.queries.bonds import bonds_of
from koinon.rules.spell.state import State

LONGEST_NAME = 100


class Moment(StrEnum):
    """What else to ask of a tie, beside how it stands: what becomes of it, or became."""

    UNCERTAIN = "uncertain"
    ENDING = "ending"
    FORMER = "former"
    COMING = "coming"


STATES: tuple[str, ...] = (
    State.AGREED,
    State.ONE_SIDE,
    State.REPORTED,
    State.DIFFERING,
    State.DENIED,
    State.AGING,
    *Moment,
)
"""All that can be asked for, in the order in which pages name it."""


class MemberFilter(msgspec.Struct, frozen=True):
    """What a reader asks for; what is empty leaves everybody in.

    ``tie`` is a kind of tie, followed by a full stop and its strand where there are several.
    ``letter`` is the first letter of the name that the page shows.
    """

    name: str = ""
    country: str = ""
    state: str = ""
    tie: str = ""
    letter: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return self == MemberFilter()


EVERYBODY = MemberFilter()


class CountryCount(msgspec.Struct, frozen=True):
    """How many organisations of a country belong or may belong; "" where none is recorded."""

    country: str
    number: int


def tie_of(kind: str, strand: str) -> str:
    """Name a kind of tie, and its strand, as a filter does."""
    return f"{kind}.{strand}" if strand else kind


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
