"""Rows in bulk: by COPY on PostgreSQL, in batches on SQLite."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import batched
from typing import Any, NamedTuple

from django.core.management.color import no_style
from django.db import connection
from django.db.models import Model

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


class _Index(NamedTuple):
    """An index, or a constraint that has one, with what takes it away and makes it anew."""

    drop: str
    make: str


@contextmanager
def unchecked(models: Sequence[type[Model]]) -> Iterator[None]:
    """Leave what PostgreSQL would look up for each row; tests hold a small register against it.

    Indexes, and with them what must be unique or not overlap, are made at the end, for all rows
    at once: one that a row breaks cannot be made.
    """
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        found = list(_indexes(cursor, [model._meta.db_table for model in models]))
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
        for index in found:
            cursor.execute(index.drop)
        yield
        cursor.execute("SET LOCAL session_replication_role = origin")
        for index in found:
            cursor.execute(index.make)


def _indexes(cursor: Any, tables: Sequence[str]) -> Iterator[_Index]:
    """List all but primary keys: rows come in their order."""
    cursor.execute(
        "SELECT t.relname, i.relname, c.conname, pg_get_constraintdef(c.oid),"
        " pg_get_indexdef(i.oid) FROM pg_index x"
        " JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid"
        " LEFT JOIN pg_constraint c ON c.conindid = i.oid AND c.conrelid = t.oid"
        " AND c.contype IN ('u', 'x')"
        " WHERE NOT x.indisprimary AND t.relname = ANY(%s) ORDER BY i.oid",
        [list(tables)],
    )
    for table, index, constraint, rule, definition in cursor.fetchall():
        if constraint:
            make = f'ALTER TABLE "{table}" ADD CONSTRAINT "{constraint}" {rule}'
            yield _Index(f'ALTER TABLE "{table}" DROP CONSTRAINT "{constraint}"', make)
        else:
            yield _Index(f'DROP INDEX "{index}"', definition)


def settle(models: Sequence[type[Model]]) -> None:
    """Let new rows get keys after these, and the planner know the tables."""
    with connection.cursor() as cursor:
        for command in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(command)
        cursor.execute("ANALYZE")
