"""Every key renamed, every source dropped, every two versions overlapping: all refused."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from koinon.statutes.decoding import tables_of
from koinon.statutes.document import RULE_KINDS, Statute
from koinon.statutes.faults import Fault, StatuteError
from koinon.statutes.library import Library
from koinon.statutes.reader import part_faults, rule_faults, statute_of
from tests.statutes.example import DOCUMENTS
from tests.statutes.mutations import Mutation, Tables, dropped_sources, overlaps, renamings

PATHS = [*Library().paths(), DOCUMENTS / "river-league.toml"]

TABLES = frozenset(Statute.__struct_fields__)

each_document = pytest.mark.parametrize("path", PATHS, ids=lambda path: str(path.stem))


def _faults(mutation: Mutation) -> tuple[Fault, ...]:
    """List the faults of a document; where its one changed table has some, only those."""
    return tuple(_faults_of_the_part(mutation)) or _faults_of_the_whole(mutation.tables)


def _faults_of_the_part(mutation: Mutation) -> Iterator[Fault]:
    table, *inside = mutation.way
    if table not in TABLES or table not in mutation.tables:
        return iter(())
    part = mutation.tables[str(table)]
    if table in RULE_KINDS and inside:
        index = int(inside[0])
        return rule_faults(str(table), index, part[index])
    return part_faults(str(table), part)


def _faults_of_the_whole(tables: Tables) -> tuple[Fault, ...]:
    try:
        statute_of(tables, "mutated")
    except StatuteError as error:
        return error.faults
    return ()


def _unrefused(
    path: Path, mutate: Callable[[Tables], Iterator[Mutation]]
) -> tuple[int, list[str], list[str]]:
    """Count the mutations of a document; list those not refused, and those without a path."""
    tables = tables_of(path.read_bytes(), path.name)
    count, passed, without_path = 0, [], []
    for mutation in mutate(tables):
        count += 1
        faults = _faults(mutation)
        if not faults:
            passed.append(mutation.what)
        elif not any(fault.path and fault.sentence() for fault in faults[:1]):
            without_path.append(mutation.what)
    return count, passed, without_path


@each_document
def test_every_renamed_key_is_refused(path: Path) -> None:
    count, passed, without_path = _unrefused(path, renamings)
    assert count > 200
    assert (passed, without_path) == ([], [])


@each_document
def test_every_dropped_source_is_refused(path: Path) -> None:
    count, passed, without_path = _unrefused(path, dropped_sources)
    assert count > 3
    assert (passed, without_path) == ([], [])


@each_document
def test_two_versions_of_a_rule_that_overlap_by_a_day_are_refused(path: Path) -> None:
    _, passed, without_path = _unrefused(path, overlaps)
    assert (passed, without_path) == ([], [])


def test_overlaps_are_tried() -> None:
    texts = (tables_of(path.read_bytes(), path.name) for path in PATHS)
    assert sum(1 for tables in texts for _ in overlaps(tables)) > 2


@each_document
def test_a_document_as_it_stands_is_good(path: Path) -> None:
    assert _faults_of_the_whole(tables_of(path.read_bytes(), path.name)) == ()
