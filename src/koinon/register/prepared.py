"""Questions whose SQL is worked out once: to put it together takes longer than to answer it.

A question is a function from values to a queryset. The first time it is asked with marks in the
place of values; from then on only values are put in. PostgreSQL, too, plans it only once for
each connection, and anew when it has looked at tables that grew (ANALYZE).

How best to find the first few depends on how many there are to choose from. Such a question is
planned each time, or has a plan for each number and day that is often asked for: planned_apart.
"""

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from django.db import connections
from django.db.models import Model, QuerySet

_MARK = 900_000_000_000_000_000
_LIST = "IN (", ")"


class NotPrepared(Exception):
    """A question whose SQL does not hold each of its values as it was given."""


class _Plan(NamedTuple):
    """SQL cut where values go in; each is a fixed one, or an argument by its number."""

    pieces: tuple[str, ...]
    fixed: tuple[Any, ...]
    arguments: tuple[int | None, ...]
    rows: QuerySet[Any]
    compiler: Any
    converters: Any
    is_apart: bool


class Question[**P, M: Model, R]:
    """A queryset as a function of its values; called, it gives the rows.

    Of a list any value may match; an empty one finds nothing. ``rows`` gives the queryset.
    """

    def __init__(self, rows: Callable[P, QuerySet[M, R]], *, is_apart: bool) -> None:
        self.rows = rows
        self._is_apart = is_apart
        self._plan: _Plan | None = None

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> list[R]:
        values = [it if isinstance(it, int | str | date) else list(it) for it in args]  # type: ignore[call-overload]
        if [] in values:
            return []
        if self._plan is None:
            self._plan = _planned(self.rows, values, is_apart=self._is_apart, **kwargs)
        return _answered(self._plan, values)


def prepared[**P, M: Model, R](rows: Callable[P, QuerySet[M, R]]) -> Question[P, M, R]:
    """Make of a function that gives a queryset one that gives its rows, without delay."""
    return Question(rows, is_apart=False)


def planned_apart[**P, M: Model, R](rows: Callable[P, QuerySet[M, R]]) -> Question[P, M, R]:
    """Do the same, with a plan for each number and day that is asked for again and again."""
    return Question(rows, is_apart=True)


def _planned(
    rows_of: Callable[..., Any], values: Sequence[Any], *, is_apart: bool, **kwargs: Any
) -> _Plan:
    marks = [_mark(value, number) for number, value in enumerate(values)]
    rows = rows_of(*marks, **kwargs)
    compiler = rows.query.get_compiler(using=rows.db)
    sql, params = compiler.as_sql()
    known = {_plain(it, compiler.connection): number for number, it in enumerate(marks)}
    arguments = [known.get(it) if isinstance(it, int | str | date) else None for it in params]
    if {*arguments} - {None} != {*range(len(marks))} or compiler.has_extra_select:
        raise NotPrepared(sql)
    pieces = sql.split("%s")
    for place, argument in enumerate(arguments):
        if argument is not None and isinstance(marks[argument], list):
            before, after = pieces[place : place + 2]
            if not (before.endswith(_LIST[0]) and after.startswith(_LIST[1])):
                raise NotPrepared(sql)
            pieces[place : place + 2] = before.removesuffix(_LIST[0]), after.removeprefix(_LIST[1])
    columns = [it for it, *_ in compiler.select[: compiler.col_count]]
    converters = compiler.get_converters(columns)
    fixed = tuple(params)
    if compiler.connection.vendor == "postgresql":
        pieces, fixed, arguments = _written_out(pieces, fixed, arguments, compiler.connection)
    return _Plan(tuple(pieces), fixed, tuple(arguments), rows, compiler, converters, is_apart)


def _written_out(
    pieces: Sequence[str],
    fixed: Sequence[Any],
    arguments: Sequence[int | None],
    connection: Any,
) -> tuple[list[str], tuple[Any, ...], list[int | None]]:
    """Write values that never change into the text: the one plan for it may count on them."""
    connection.ensure_connection()
    text, marks = [pieces[0]], list[int | None]()
    for value, argument, piece in zip(fixed, arguments, pieces[1:], strict=True):
        if argument is None:
            text[-1] += _literal(value, connection) + piece
        else:
            text.append(piece)
            marks.append(argument)
    return text, (None,) * len(marks), marks


def _literal(value: Any, connection: Any) -> str:
    from psycopg.sql import Literal  # noqa: PLC0415 - SQLite needs no psycopg

    plain = str(value) if isinstance(value, str) else value
    return Literal(plain).as_string(connection.connection).replace("%", "%%")


def _mark(value: Any, number: int) -> Any:
    """Make a value of the same type that nobody asks for."""
    match value:
        case list():
            return [_mark(value[0], number)]
        case int():
            return _MARK + number
        case date():
            return date(1, 2, 1 + number)
    return f"mark {number}"


def _plain(mark: Any, connection: Any) -> Any:
    value = mark[0] if isinstance(mark, list) else mark
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value


def _answered(plan: _Plan, values: Sequence[Any]) -> list[Any]:
    connection = connections[plan.rows.db]
    is_array = connection.vendor == "postgresql"
    sql, params = _filled(plan, values, connection, as_array=is_array)
    compiler = copy(plan.compiler)
    compiler.connection = connection
    compiler.execute_sql = lambda *_, **__: _fetched(plan, connection, sql, params)
    compiler.get_converters = lambda _: plan.converters
    stand_in: Any = _Query(compiler)
    asked: QuerySet[Any] = QuerySet(plan.rows.model, query=stand_in, using=plan.rows.db)
    iterable: Any = plan.rows._iterable_class  # noqa: SLF001 - how rows become what was asked for
    return list(iterable(asked))


class _Query:
    """Stands for a query that has been put together."""

    def __init__(self, compiler: Any) -> None:
        self._compiler = compiler

    def get_compiler(self, using: str) -> Any:  # noqa: ARG002 - as Django's own is called
        return self._compiler


def _filled(
    plan: _Plan, values: Sequence[Any], connection: Any, *, as_array: bool
) -> tuple[str, list[Any]]:
    """Put values in; a list becomes one array, or as many values as it has."""
    sql, params = [plan.pieces[0]], list[Any]()
    for place, (argument, fixed) in enumerate(zip(plan.arguments, plan.fixed, strict=True), 1):
        value = fixed if argument is None else values[argument]
        if as_array and plan.is_apart and isinstance(value, int | date):
            sql.append(_literal(value, connection))
        elif not isinstance(value, list):
            sql.append("%s")
            params.append(_plain(value, connection))
        elif as_array:
            sql.append("= ANY(%s::bigint[])" if isinstance(value[0], int) else "= ANY(%s)")
            params.append(_array(value))
        else:
            sql.append(f"IN ({', '.join(['%s'] * len(value))})")
            params += value
        sql.append(plan.pieces[place])
    return "".join(sql), params


def _fetched(plan: _Plan, connection: Any, sql: str, params: list[Any]) -> Iterator[list[Any]]:
    is_kept = plan.is_apart or not plan.rows.query.is_sliced
    with connection.cursor() as cursor:
        # A transaction may write more than there was: what it reads is planned each time.
        if connection.vendor == "postgresql" and is_kept and not connection.in_atomic_block:
            cursor.cursor = _preparing(at_once=not plan.is_apart)(connection.connection)
            params = [_wide(value) for value in params]
        cursor.execute(sql, params)
        return iter([cursor.fetchall()])


@cache
def _preparing(*, at_once: bool) -> Any:
    """Make a cursor that lets PostgreSQL plan a text once for each connection.

    Where not ``at_once``, as soon as it came several times (``prepare_threshold``).
    """
    from psycopg import Cursor  # noqa: PLC0415 - SQLite needs no psycopg

    class Preparing(Cursor[Any]):
        def execute(self, query: Any, params: Any = None, **_: Any) -> Any:
            return super().execute(query, params, prepare=True if at_once else None)

    return Preparing


@cache
def _int8() -> Any:
    from psycopg.types.numeric import Int8  # noqa: PLC0415 - as above

    return Int8


def _array(values: list[Any]) -> Any:
    """Write numbers as PostgreSQL reads them: one by one they would each be asked for a type."""
    return f"{{{','.join(map(str, values))}}}" if isinstance(values[0], int) else values


def _wide(value: Any) -> Any:
    """Let numbers be of one type however large they are: each type would be a plan of its own."""
    return _int8()(value) if isinstance(value, int) else value
