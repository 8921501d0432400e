"""Finds the benchmarks, runs them, prints ``name ratio limit`` and tells whether all are met.

A benchmark is a module of this package with a function ``measurements`` that yields Measurement.
"""

import pkgutil
from collections.abc import Iterator, Sequence
from importlib import import_module

import bench
from bench.measure import Measurement

LONG = {"site"}
"""Benchmarks that run only where they are named."""


def measured(only: Sequence[str]) -> Iterator[Measurement]:
    """Run the benchmarks of all modules, or of those named."""
    for found in pkgutil.iter_modules(bench.__path__):
        if found.name != "__main__" and (found.name in only or not (only or found.name in LONG)):
            module = import_module(f"bench.{found.name}")
            yield from getattr(module, "measurements", tuple)()


def main(only: Sequence[str]) -> int:
    """Print each measurement as it comes; 0 when all limits are met and there was one at all."""
    count, missed = 0, []
    for measurement in measured(only):
        count += 1
        print(f"{measurement.name} {measurement.ratio:.3f} {measurement.limit:g}", flush=True)
        if not measurement.is_met:
            missed.append(measurement.name)
    if missed:
        print(f"Over the limit: {', '.join(missed)}.")
    if not count:
        print("No benchmark was found.")
    return 1 if missed or not count else 0
