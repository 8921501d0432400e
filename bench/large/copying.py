"""Rows in bulk: by COPY on PostgreSQL, in batches on SQLite."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import batched
from typing import Any

from django.core.management.color import no_style
from django.db import connection
from django.db.models import Model

from koinon.register.constraints import NoOverlap
from koinon.register.models import Spell

BATCH = 5000

type Row = Sequence[Any]


def add(model: type[Model], rows: Iterable[Row]) -> int:
    """Add rows with all columns of a table, in their order; give how many there were."""
    table = model._meta.db_table
    names = [field.column for field in model._meta.local_concrete_fields]
    columns = ", ".join(f'"{name}"' for name in names)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            return _copied(cursor, f'COPY "{table}" ({columns}) FROM STDIN', rows)
        marks = ", ".join("%s" for _ in names)
        command = f'INSERT INTO "{table}" ({columns}) VALUES ({marks})'  # noqa: S608 - own names
        return sum(_inserted(cursor, command, batch) for batch in batched(rows, BATCH))


def _copied(cursor: Any, command: str, rows: Iterable[Row]) -> int:
    count = 0
    with cursor.copy(command) as copy:
        for row in rows:
            copy.write_row(row)
            count += 1
    return count


def _inserted(cursor: Any, command: str, rows: Sequence[Row]) -> int:
    cursor.executemany(command, rows)
    return len(rows)


@contextmanager
def unchecked() -> Iterator[None]:
    """Leave what PostgreSQL would look up for each row; tests hold a small register against it.

    That no spells overlap is checked at the end, for all rows at once.
    """
    if connection.vendor != "postgresql":
        yield
        return
    overlap = next(it for it in Spell._meta.constraints if isinstance(it, NoOverlap))
    with connection.schema_editor() as editor:
        editor.remove_constraint(Spell, overlap)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        yield
        cursor.execute("SET LOCAL session_replication_role = origin")
    with connection.schema_editor() as editor:
        editor.add_constraint(Spell, overlap)


def settle(models: Sequence[type[Model]]) -> None:
    """Let new rows get keys after these, and the planner know the tables."""
    with connection.cursor() as cursor:
        for command in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(command)
        cursor.execute("ANALYZE")
