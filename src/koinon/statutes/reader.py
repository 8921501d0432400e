"""From a file to a statute: every fault found is told with its path, not only the first."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
from msgspec import inspect

from koinon.statutes.checks import faults_of
from koinon.statutes.decoding import Table, tables_of
from koinon.statutes.document import RULE_KINDS, Statute
from koinon.statutes.faults import Fault, StatuteError, fault
from koinon.statutes.shape import Place, faults_in, type_of, unknown_key
from koinon.statutes.values import decode

_RULES = frozenset(RULE_KINDS)


def read_file(path: Path) -> Statute:
    """Read and check the document in a file.

    Raises StatuteError with every fault found, also for a file that cannot be opened.
    """
    return read(bytes_of(path), str(path))


def bytes_of(path: Path) -> bytes:
    """Read a file; raises StatuteError with one sentence where that fails."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise StatuteError(str(path), (fault("", "no-such-file"),)) from error
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise StatuteError(str(path), (fault("", "cannot-open", why=why),)) from error


def digest_of(data: bytes) -> str:
    """Name a text by the SHA-256 of its bytes."""
    return sha256(data).hexdigest()


def read(data: bytes, file: str) -> Statute:
    """Read and check a document; raises StatuteError with every fault found."""
    return statute_of(tables_of(data, file), file)


def statute_of(tables: Table, file: str) -> Statute:
    """Make a statute of plain tables; raises StatuteError with every fault found."""
    shape = tuple(shape_faults(tables))
    if shape:
        raise StatuteError(file, shape)
    statute = converted(tables)
    faults = faults_of(statute)
    if faults:
        raise StatuteError(file, faults)
    return statute


def converted(tables: Table) -> Statute:
    """Make a statute of tables that were found good before, without looking for faults."""
    return msgspec.convert(tables, Statute, dec_hook=decode)


def shape_faults(tables: Table) -> Iterator[Fault]:
    """List what is wrong with keys and types, table by table and rule by rule."""
    fields = _fields()
    head = frozenset(fields)
    for key, value in tables.items():
        if key not in fields:
            yield unknown_key(key, head, Place())
        else:
            yield from part_faults(key, value)
    for field in fields.values():
        if field.required and field.encode_name not in tables:
            yield fault("", "missing-key", key=field.encode_name)


def part_faults(key: str, value: Any) -> Iterator[Fault]:
    """List what is wrong with one table of a document, each fault with the code of its rule."""
    fields = _fields()
    place = Place().key(key, frozenset(fields))
    if key not in _RULES or not isinstance(value, list):
        yield from faults_in(value, fields[key].type, place)
        return
    for index, rule in enumerate(value):
        yield from rule_faults(key, index, rule)


def rule_faults(kind: str, index: int, rule: Any) -> Iterator[Fault]:
    """List what is wrong with one rule."""
    described = _fields()[kind].type
    if not isinstance(described, inspect.VarTupleType):
        raise TypeError(f"{kind} holds no list of rules")
    code = rule.get("code") if isinstance(rule, dict) else None
    name = code if isinstance(code, str) else ""
    place = Place().key(kind, frozenset(_fields())).item(index)
    for found in faults_in(rule, described.item_type, place):
        yield Fault(found.path, found.reason, name)


def _fields() -> dict[str, inspect.Field]:
    described = type_of(Statute)
    if not isinstance(described, inspect.StructType):
        raise TypeError("a statute is a table")
    return {field.encode_name: field for field in described.fields}
