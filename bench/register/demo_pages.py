"""The pages of the demo beside the time a page may take."""

from collections.abc import Iterator
from pathlib import Path

from bench.measure import Measurement
from bench.register.asking import LIMIT, ask, client, processor_seconds
from koinon.history.actor import Actor
from koinon.register.actions import load_bundle
from koinon.statutes.actions import record_editions
from koinon.statutes.library import Library

DEMO = Path(__file__).parents[2] / "demo"
PAGES = {
    "city": "/de/cities/koeln/",
    "city-2015": "/de/cities/koeln/?on=2015-06-01",
    "network": "/de/networks/eccar/",
}


def measurements() -> Iterator[Measurement]:
    """Time each page once the texts and templates have been read."""
    operator = Actor.system("bench")
    record_editions(library=Library(), by=operator)
    load_bundle(DEMO, by=operator)
    visitor = client()
    for address in PAGES.values():
        ask(visitor, address)
    for name, time in zip(PAGES, processor_seconds(visitor, *PAGES.values()), strict=True):
        yield Measurement(f"page-{name}", time / LIMIT, 1)
