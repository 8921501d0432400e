"""Statements to spells in batch, as the register rebuilds them, beside a bare bulk_create."""

from collections.abc import Iterator

from bench.database import POSTGRESQL, SQLITE, measured_on
from bench.measure import Measurement


def measurements() -> Iterator[Measurement]:
    """Time both engines."""
    for engine in (SQLITE, POSTGRESQL):
        yield from measured_on(engine, "bench.register.spells")
