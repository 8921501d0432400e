"""What a benchmark gives, and how two pieces of work are timed side by side."""

import gc
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import NamedTuple

RUNS = 5
LEAST = 0.05
"""A run repeats its work until it has taken at least so many seconds."""


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
            taken.append(_once(work))
    return [median(taken) for taken in times]


def _once(work: Callable[[], object]) -> float:
    start, done, passed = perf_counter(), 0, 0.0
    while passed < LEAST:
        work()
        done += 1
        passed = perf_counter() - start
    return passed / done
