"""The site with 100,000 cities and 1,000,000 bonds, under granian with eight visitors."""

from collections.abc import Iterator

from bench.database import POSTGRESQL, SQLITE, measured_on
from bench.measure import Measurement


def measurements() -> Iterator[Measurement]:
    """Time both engines."""
    for engine in (POSTGRESQL, SQLITE):
        yield from measured_on(engine, "bench.register.large_site")
