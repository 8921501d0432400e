"""Bonds on a day: what everybody says of them, and what follows from it."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from django.db.models import QuerySet

from koinon.history.belief import known
from koinon.register.models import Bond, BondKind, Organisation, Spell, Statement
from koinon.register.prepared import prepared
from koinon.register.sayings import columns_of, said, values_said
from koinon.rules.duration import Duration
from koinon.rules.period import Truth
from koinon.rules.spell.conclusion import conclusion
from koinon.rules.spell.spell import Spell as SpellValue
from koinon.rules.spell.state import State, state
from koinon.rules.spell.sweep import spells

NO_BELONGING = (BondKind.TENURE, BondKind.SECRETARIAT)
"""Kinds of bond that make nobody belong to anything."""

AGING_AFTER = Duration(2, "year")
"""How long what a side has said stays fresh."""


class Stretch(NamedTuple):
    """A spell of a bond, and whether the bond holds on its days."""

    spell: SpellValue
    holds: Truth


class BondOn(NamedTuple):
    """A bond on a day, with the spell that the day lies in and what follows from it."""

    bond: Bond
    spell: SpellValue
    holds: Truth
    state: State

    @property
    def grade(self) -> str:
        return next((saying.grade for saying in self.spell.sayings if saying.grade), "")


def bonds_of(*, party: str = "", counterpart: str = "") -> QuerySet[Bond]:
    """Ask for the bonds of a party, or of a counterpart, by which one belongs to the other.

    Tenures and secretariats are asked for elsewhere.
    """
    rows = Bond.objects.exclude(kind__in=NO_BELONGING).select_related("party", "counterpart")
    if party:
        rows = rows.filter(party__code=party)
    if counterpart:
        # By its key, so that PostgreSQL too sees that an index gives a network's bonds in order.
        key = Organisation.objects.filter(code=counterpart).values("pk")[:1]
        rows = rows.filter(counterpart=key)
    return rows.order_by("counterpart__code", "kind", "strand", "party__code")


@prepared
def bonds_of_party(party: str) -> QuerySet[Bond]:
    """Give the bonds by which a party belongs to others."""
    return bonds_of(party=party)


@prepared
def sections() -> QuerySet[Bond]:
    """Give the bonds by which networks lie in one another."""
    return bonds_of().filter(kind=BondKind.SECTION)


@prepared
def sections_of(network: str) -> QuerySet[Bond]:
    """Give the bonds by which a network lies in others."""
    return bonds_of(party=network).filter(kind=BondKind.SECTION)


def bonds_on(
    bonds: Iterable[Bond], day: date, *, known_on: date | None = None
) -> tuple[BondOn, ...]:
    """Give each bond of which anything is said on a day, in the order of the bonds.

    With ``known_on``, as it was known at the end of that day.
    """
    rows = list(bonds)
    found = spells_on((row.pk for row in rows), day, known_on=known_on)
    return tuple(
        BondOn(row, spell, holds, state(spell, day, aging_after=AGING_AFTER))
        for row in rows
        if row.pk in found
        for spell, holds in (found[row.pk],)
    )


def spells_on(
    bonds: Iterable[int], day: date, *, known_on: date | None = None
) -> dict[int, Stretch]:
    """Give the spell of each bond that covers a day; one query."""
    if known_on is not None:
        return {
            bond: Stretch(spell, conclusion(spell, all_spells))
            for bond, all_spells in spells_known(bonds, known_on).items()
            for spell in all_spells
            if spell.covers(day)
        }
    return {row.bond_id: Stretch(row.value, row.holds) for row in _covering(list(bonds), day)}


@prepared
def _covering(bonds: Sequence[int], day: date) -> QuerySet[Spell]:
    rows = Spell.objects.filter(bond__in=bonds, valid_from__lte=day, valid_until__gt=day)
    return rows.only("bond_id", "detail", "holds")


def spells_known(
    bonds: Iterable[int], known_on: date | None = None
) -> dict[int, tuple[SpellValue, ...]]:
    """Compute the spells of bonds from what was known at the end of a day; one query."""
    keys = list(bonds)
    found = (
        values_said(_statements(keys))
        if known_on is None
        else said(known(Statement.objects.filter(bond__in=keys), known_on))
    )
    return {
        bond: spells(statement for _, statement in group)
        for bond, group in groupby(found, key=itemgetter(0))
    }


@prepared
def _statements(bonds: Sequence[int]) -> QuerySet[Statement, tuple[Any, ...]]:
    return columns_of(known(Statement.objects.filter(bond__in=bonds)))
