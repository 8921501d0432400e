"""How many belonged to a network over time, by kind and strand, added up from spells."""

from collections import defaultdict

import msgspec
from django.db.models import Count

from koinon.register.models import Spell
from koinon.register.queries.bonds import NO_BELONGING
from koinon.rules.spell.counted import Change, Step, steps


class Series(msgspec.Struct, frozen=True):
    """How many surely belong by one kind and strand, step by step; kinds are never added up."""

    kind: str
    strand: str
    steps: tuple[Step, ...]


def counted_over_time(network: int) -> tuple[Series, ...]:
    """Count who surely belonged on which days; two queries, however many belong."""
    held = Spell.objects.filter(bond__counterpart=network, holds=True)
    belonging = held.exclude(bond__kind__in=NO_BELONGING).order_by()
    changes: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for column, sign in (("valid_from", 1), ("valid_until", -1)):
        rows = belonging.values_list("bond__kind", "bond__strand", column)
        for kind, strand, day, number in rows.annotate(number=Count("pk")):
            changes[kind, strand].append(Change(day, sign * number))
    return tuple(Series(*tie, steps(found)) for tie, found in sorted(changes.items()))
