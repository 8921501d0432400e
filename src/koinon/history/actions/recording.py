"""Writing the history: each action runs in one transaction and leaves one entry."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection, transaction
from django.utils import timezone

from koinon.history.actor import Actor
from koinon.history.models import Entry

NEXT_NUMBER = """
INSERT INTO history_revision (id, number) VALUES (1, 1)
ON CONFLICT (id) DO UPDATE SET number = history_revision.number + 1
RETURNING number
"""


IMPORTS = 7_046_029_254_386_353_131
"""The number of the lock that imports hold on PostgreSQL: any number, the same for all."""


class Change:
    """An action that is running: it has an entry from the moment it first asks for one."""

    def __init__(self, action: str, by: Actor, source: str) -> None:
        self.action = action
        self.by = by
        self.source = source
        self.added: Counter[str] = Counter()
        self._entry: Entry | None = None

    def entry(self) -> Entry:
        """Give the entry that the written rows refer to; an action that writes none has none."""
        if self._entry is None:
            self._entry = Entry.objects.create(
                at=timezone.now(),
                by_kind=self.by.kind,
                by=self.by.code,
                on_behalf_of=self.by.organisation,
                action=self.action,
                source=self.source,
            )
        return self._entry

    @property
    def has_written(self) -> bool:
        return self._entry is not None

    def number_entry(self) -> None:
        """Take the entry's number; the counter stays locked from here to the commit."""
        if self._entry is None:
            return
        with connection.cursor() as cursor:
            cursor.execute(NEXT_NUMBER)
            (number,) = cursor.fetchone()
        Entry.objects.filter(pk=self._entry.pk).update(number=number)
        self._entry.number = number


_running: ContextVar[Change | None] = ContextVar("running", default=None)


@contextmanager
def recorded(action: str, *, by: Actor, source: str = "") -> Iterator[Change]:
    """Run an action in one transaction that ends with the number of its entry.

    An action inside another one is a part of it and shares its entry.
    """
    outer = _running.get()
    if outer is not None:
        with transaction.atomic(savepoint=False):
            yield outer
        return
    change = Change(action, by, source)
    token = _running.set(change)
    try:
        with transaction.atomic():
            yield change
            change.number_entry()
    finally:
        _running.reset(token)


def lock_history() -> None:
    """Keep other imports waiting until this transaction ends.

    On SQLite whoever may write is alone already. The counter is left to the last statement:
    holding it longer could lock an import and an action against each other.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [IMPORTS])
