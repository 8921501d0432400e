"""What a benchmark gives, and how two pieces of work are timed side by side."""

import gc
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import NamedTuple

RUNS = 5


class Measurement(NamedTuple):
    """A ratio that must not exceed its limit."""

    name: str
    ratio: float
    limit: float

    @property
    def is_met(self) -> bool:
        return self.ratio <= self.limit


def seconds(*works: Callable[[], object]) -> list[float]:
    """Time pieces of work in turns, so that a slow moment hits all; the median for each."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(RUNS):
        for work, taken in zip(works, times, strict=True):
            gc.collect()
            start = perf_counter()
            work()
            taken.append(perf_counter() - start)
    return [median(taken) for taken in times]
