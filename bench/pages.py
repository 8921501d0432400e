"""Pages as the site answers them: the demo's city and network, and a network of 12,000 members."""

from collections.abc import Iterator

from bench.database import POSTGRESQL, SQLITE, measured_on
from bench.measure import Measurement


def measurements() -> Iterator[Measurement]:
    """Time both engines."""
    for engine in (SQLITE, POSTGRESQL):
        yield from measured_on(engine, "bench.register.demo_pages")
        yield from measured_on(engine, "bench.register.member_pages")
