"""Migrations do what they did when they were written, whatever the rules say by now."""

import ast

from tests.repository.tree import SOURCE, tree_of


def test_migrations_take_no_functions_of_koinon() -> None:
    """They name fields and constraints by their modules (`import koinon.…`), as Django does."""
    taken = [
        f"{path.name}: {node.module}"
        for path in sorted(SOURCE.glob("*/migrations/*.py"))
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("koinon")
    ]
    assert taken == []
