"""Nothing grows past what a reader can hold."""

import ast

from tests.repository.tree import definitions, files, length, lines, place, python_files

FILE = 400
FUNCTION = 50
CLASS = 200
METHODS = 15
TEMPLATE = 120


def test_files() -> None:
    sources = files("src", "tests", "bench", "docs", "scripts", suffixes=(".py", ".js", ".css"))
    assert [place(path) for path in sources if lines(path) > FILE] == []


def test_functions() -> None:
    assert [
        place(path, node.lineno)
        for path in python_files()
        for node in definitions(path)
        if not isinstance(node, ast.ClassDef) and length(node) > FUNCTION
    ] == []


def test_classes() -> None:
    assert [
        place(path, node.lineno)
        for path in python_files()
        for node in definitions(path)
        if isinstance(node, ast.ClassDef) and (length(node) > CLASS or methods(node) > METHODS)
    ] == []


def test_templates() -> None:
    templates = files("src", suffixes=(".html", ".txt"))
    assert [place(path) for path in templates if lines(path) > TEMPLATE] == []


def methods(node: ast.ClassDef) -> int:
    return sum(isinstance(it, ast.FunctionDef | ast.AsyncFunctionDef) for it in node.body)
