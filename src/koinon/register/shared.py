"""Rows that many pages ask for by key, such as names: kept in the process until anything changes.

What is kept belongs to one state of the history. It was read at that state or later, so that
whoever reads at that state finds nothing older than it.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import update_wrapper
from typing import Any

from koinon.history.reading import state_read

MOST = 20_000
"""How many rows of a kind are kept: then all are forgotten, and it begins anew."""

_all: "list[Shared[Any, Any]]" = []


class Shared[K: Hashable, V]:
    """A question by keys that asks only for those that are not kept yet."""

    def __init__(self, ask: Callable[[list[K]], Mapping[K, V]]) -> None:
        update_wrapper(self, ask)
        self._ask = ask
        self._kept: tuple[str, dict[K, V | None]] = ("", {})
        _all.append(self)

    def __call__(self, keys: Iterable[K]) -> dict[K, V]:
        wanted, state = list(keys), state_read()
        if not state:
            return dict(self._ask(wanted))
        kept = self._kept_at(state)
        missing = list(dict.fromkeys(it for it in wanted if it not in kept))
        if missing:
            found = self._ask(missing)
            # In one step, since another thread may do the same.
            kept.update({key: found.get(key) for key in missing})
        answers = ((key, kept.get(key)) for key in wanted)
        return {key: value for key, value in answers if value is not None}

    def _kept_at(self, state: str) -> dict[K, V | None]:
        at, kept = self._kept
        if at != state or len(kept) > MOST:
            kept = {}
            self._kept = (state, kept)
        return kept

    def forget(self) -> None:
        """Keep nothing."""
        self._kept = ("", {})


def shared[K: Hashable, V](ask: Callable[[list[K]], Mapping[K, V]]) -> Shared[K, V]:
    """Make a question by keys share its answers; nobody may change what it gives."""
    return Shared(ask)


def forget_all() -> None:
    """Keep nothing of anything."""
    for it in _all:
        it.forget()
