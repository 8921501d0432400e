"""Totals that cost more than a page may: counted once for each state of the register and day."""

from collections.abc import Callable
from datetime import date

from django.core.cache import caches

from koinon.history.queries import latest_entry
from koinon.history.reading import state_read
from koinon.register.queries.statutes import library

CACHE = "totals"


def total[T](what: str, *parts: str, day: date, count: Callable[[], T]) -> T:
    """Give a total for a day, counted anew after every entry and every change of a statute."""
    cache = caches[CACHE]
    key = "/".join(
        (what, *parts, day.isoformat(), state_read() or latest_entry(), library().state())
    )
    found: T | None = cache.get(key)
    if found is None:
        found = count()
        cache.set(key, found, timeout=None)
    return found
