"""What rules and actions offer says what it does."""

import ast
from pathlib import Path

from tests.repository.tree import SOURCE, Function, place, python_files, tree_of


def is_bound(path: Path) -> bool:
    parts = path.relative_to(SOURCE).parts
    return parts[0] == "rules" or "actions" in parts or path.name == "actions.py"


def public(path: Path) -> list[Function | ast.ClassDef]:
    return [
        node
        for node in tree_of(path).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
    ]


def test_public_rules_and_actions_have_docstrings() -> None:
    assert [
        f"{place(path, node.lineno)} {node.name}"
        for path in python_files("src")
        if is_bound(path)
        for node in public(path)
        if not ast.get_docstring(node)
    ] == []
