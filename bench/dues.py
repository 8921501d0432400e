"""All dues of a network of 12,000 members: by the rules alone, and from the register."""

from collections.abc import Iterator

from bench.database import POSTGRESQL, SQLITE, measured_on
from bench.measure import Measurement


def measurements() -> Iterator[Measurement]:
    """Time both engines."""
    for engine in (SQLITE, POSTGRESQL):
        yield from measured_on(engine, "bench.register.dues")
