"""Search as one types: eight people at once, 300,000 names, a third of the words misspelt."""

from collections.abc import Iterator

from bench.database import POSTGRESQL, SQLITE, measured_on
from bench.measure import Measurement


def measurements() -> Iterator[Measurement]:
    """Time both engines."""
    for engine in (SQLITE, POSTGRESQL):
        yield from measured_on(engine, "bench.register.search")
