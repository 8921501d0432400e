"""Every change of what is stored is an action."""

import ast
from pathlib import Path

import pytest

from tests.repository.tree import SOURCE, definitions, place, python_files, tree_of

WRITES = {
    "save",
    "create",
    "delete",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
    "_raw_delete",
    "executemany",
}
ASYNCHRONOUS = {f"a{name}" for name in WRITES}


def is_write(node: ast.AST) -> bool:
    """Tell whether a node calls something that writes rows."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    if node.func.attr in {"update", "aupdate"}:
        # A queryset's update takes keywords alone; a dictionary's or a digest's takes a value.
        return not node.args
    if node.func.attr == "save":
        # A row's save takes keywords alone; that of a document takes where to.
        return not node.args
    return node.func.attr in WRITES | ASYNCHRONOUS


def may_write(path: Path) -> bool:
    parts = path.relative_to(SOURCE).parts
    return "actions" in parts or path.name == "actions.py"


@pytest.mark.parametrize(
    "line",
    ["row.save()", "Bond.objects.create(kind=1)", "rows.update(until=day)", "await row.adelete()"],
)
def test_writes_are_seen(line: str) -> None:
    tree = (
        ast.parse(line, mode="exec") if "await" not in line else ast.parse(f"async def f(): {line}")
    )
    assert any(is_write(node) for node in ast.walk(tree))


@pytest.mark.parametrize(
    "line",
    ["codes.update({1: 2})", "digest.update(data)", "document.save(stream)", "rows.filter(a=1)"],
)
def test_other_calls_are_not_taken_for_writes(line: str) -> None:
    assert not any(is_write(node) for node in ast.walk(ast.parse(line)))


def test_no_write_outside_actions() -> None:
    assert [
        place(path, node.lineno)
        for path in python_files("src")
        if not may_write(path)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and is_write(node)
    ] == []


def test_no_model_writes_in_its_own_way() -> None:
    assert [
        f"{place(path, node.lineno)} {node.name}"
        for path in python_files("src")
        for node in definitions(path)
        if not isinstance(node, ast.ClassDef)
        and node.name in {"save", "delete", "asave", "adelete"}
    ] == []


def test_no_signals_and_no_admin() -> None:
    refused = (
        "django.contrib.admin",
        "django.core.signals",
        "django.db.models.signals",
        "django.dispatch",
    )
    assert [
        place(path)
        for path in python_files("src")
        if any(name in path.read_text(encoding="utf-8") for name in refused)
    ] == []
