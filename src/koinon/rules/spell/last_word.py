"""Whether the last word on how long something lasts is that it ended."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from koinon.rules.bound import OPEN_BOUND, Bound


class Word[T](NamedTuple):
    """Who speaks, when, and of which first day after the end (``OPEN_BOUND``: of none)."""

    by: T
    stated_on: date
    end: Bound


def last_end[T](words: Iterable[Word[T]], day: date) -> T | None:
    """Give who said last that it ended by a day, None where a later word names no end.

    Who only does not know how long it lasted does not speak against an end.
    """
    said = list(words)
    ended = [it for it in said if it.end.latest <= day]
    last = max(ended, key=lambda it: it.stated_on, default=None)
    lasting = (it for it in said if it.end == OPEN_BOUND)
    if last is None or any(it.stated_on > last.stated_on for it in lasting):
        return None
    return last.by
