"""Rebuilding what follows from statements."""

from collections.abc import Collection
from itertools import batched, groupby
from operator import itemgetter

from koinon.register.models import Bond, Spell, Statement
from koinon.register.sayings import said
from koinon.rules.spell.sweep import spells

MANY = 5000
"""How many bonds are rebuilt at once."""


def lock_bonds(bonds: Collection[int]) -> None:
    """Keep others from stating anything of these bonds until the transaction ends."""
    for keys in batched(sorted(bonds), MANY):
        list(Bond.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))


def rebuild_spells(bonds: Collection[int]) -> int:
    """Rebuild the spells of bonds from the statements that count; give how many there are now."""
    return sum(_rebuild(keys) for keys in batched(sorted(bonds), MANY))


def _rebuild(bonds: tuple[int, ...]) -> int:
    Spell.objects.filter(bond__in=bonds).delete()
    statements = Statement.objects.filter(bond__in=bonds, withdrawn_by=None)
    rows = [
        Spell.of(bond, spell, found)
        for bond, group in groupby(said(statements), key=itemgetter(0))
        for found in (spells(statement for _, statement in group),)
        for spell in found
    ]
    Spell.objects.bulk_create(rows, batch_size=MANY)
    return len(rows)
