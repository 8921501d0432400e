"""As of which entry a page is being made, so that what pages share need not be read anew."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_state = ContextVar("koinon_state_read", default="")


@contextmanager
def reading_at(state: str) -> Iterator[None]:
    """Let what is read be shared with others that read at the same state of the history.

    ``state`` was the latest before anything else was read: what is read is never older.
    """
    token = _state.set(state)
    try:
        yield
    finally:
        _state.reset(token)


def state_read() -> str:
    """Name the state that is being read at; empty where nothing may be shared, as in actions."""
    return _state.get()
