"""Writing: every action runs in one transaction and leaves one entry."""

from koinon.history.actions.adding import add_rows, key_of
from koinon.history.actions.recording import Change, lock_history, recorded

__all__ = ["Change", "add_rows", "key_of", "lock_history", "recorded"]
