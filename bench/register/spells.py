"""Rows a second: spells rebuilt from the statements of bonds, and the same spells only added.

Each of five runs takes a fifth of the bonds, first one way, then the other.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from itertools import batched
from statistics import median
from time import perf_counter

from django.db import transaction

from bench.measure import RUNS, Measurement
from bench.register.filling import fill
from koinon.register.actions.spells import MANY, rebuild_spells
from koinon.register.models import Spell

CITIES = 10_000
NETWORKS = ["covenant-of-mayors", *(f"network-{n}" for n in range(9))]
LIMIT = 3.5


def measurements() -> Iterator[Measurement]:
    """Time all bonds of ten networks with 10,000 members each."""
    bonds = fill(NETWORKS, CITIES, strand="signature", grade="signatory")
    runs = batched(bonds, len(bonds) // RUNS)
    ratio = median(_beside_adding(keys) for keys in runs)
    yield Measurement(f"rebuild-{len(bonds)}-bonds-beside-bulk-create", ratio, LIMIT)


def _beside_adding(bonds: Sequence[int]) -> float:
    rebuilt = _timed(lambda: rebuild_spells(bonds))
    found = Spell.objects.filter(bond__in=bonds).order_by("pk")
    rows = [Spell(**{**row, "id": None}) for row in found.values()]
    found.delete()
    added = _timed(lambda: Spell.objects.bulk_create(rows, batch_size=MANY))
    return rebuilt / added


def _timed(work: Callable[[], object]) -> float:
    gc.collect()
    start = perf_counter()
    with transaction.atomic():
        work()
    return perf_counter() - start
