"""Asks the site for a page, through every middleware, without a server in between."""

from statistics import median
from time import process_time

from django.conf import settings
from django.test import Client

from bench.measure import RUNS

LIMIT = 0.3
"""A page takes at most so many seconds of the site's processor, however busy the machine is."""


def processor_seconds(visitor: Client, *addresses: str) -> list[float]:
    """Time pages in turns; the median for each."""
    times: list[list[float]] = [[] for _ in addresses]
    for _ in range(RUNS):
        for address, taken in zip(addresses, times, strict=True):
            start = process_time()
            ask(visitor, address)
            taken.append(process_time() - start)
    return [median(taken) for taken in times]


def client() -> Client:
    """Make a visitor; no style sheets have been collected here."""
    settings.STORAGES["staticfiles"]["BACKEND"] = (
        "django.contrib.staticfiles.storage.StaticFilesStorage"
    )
    settings.STATIC_ROOT.mkdir(parents=True)
    return Client(headers={"host": "localhost"})


def ask(visitor: Client, address: str) -> None:
    """Ask for a page; anything but an answer is an error."""
    answer = visitor.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
