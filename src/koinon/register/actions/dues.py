"""Rebuilding what follows from events and statutes."""

from collections.abc import Collection, Iterator
from datetime import date
from itertools import batched

from koinon.register.models import Bond, Due
from koinon.register.reckoning import Reckoned, reckon
from koinon.rules.duration import Duration

MANY = 5000
"""How many bonds are rebuilt at once."""

AHEAD = Duration(10, "year")
"""How far ahead of the day of the change dues are stored."""


def rebuild_dues(bonds: Collection[int], *, day: date) -> int:
    """Rebuild the dues of bonds up to ten years after a day; give how many there are now."""
    return sum([_rebuild(keys, AHEAD.after(day)) for keys in batched(sorted(bonds), MANY)])


def _rebuild(bonds: tuple[int, ...], until: date) -> int:
    Due.objects.filter(bond__in=bonds).delete()
    asked = Bond.objects.select_related("counterpart").filter(pk__in=bonds).order_by("pk")
    rows = [row for reckoned in reckon(asked, until) for row in _rows(reckoned)]
    Due.objects.bulk_create(rows, batch_size=MANY)
    return len(rows)


def _rows(reckoned: Reckoned) -> Iterator[Due]:
    for due in reckoned.dues:
        yield Due(
            bond_id=reckoned.bond.pk,
            rule=due.key.rule,
            anchor=due.key.anchor,
            n=due.key.n,
            owed_by_id=reckoned.bond.party_id,
            network_id=reckoned.bond.counterpart_id,
            owed_to=list(due.owed_to),
            what=due.what,
            is_invitation=due.invited,
            due_earliest=None if due.due_on is None else due.due_on.earliest,
            due_latest=None if due.due_on is None else due.due_on.latest,
        )
