"""Names say what a thing is; these say nothing."""

import re

from tests.repository.tree import ROOT, definitions, place, python_files

EMPTY = {"common", "helper", "helpers", "manager", "misc", "service", "services", "util", "utils"}


def words(name: str) -> set[str]:
    """Split `snake_case` and `CamelCase` into lower-case words."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def test_words_of_a_name_are_told_apart() -> None:
    assert words("read_CSVFile") == {"read", "csv", "file"}
    assert words("FeeManager") == {"fee", "manager"}


def test_files_and_folders() -> None:
    paths = [path.relative_to(ROOT) for path in python_files()]
    assert [str(path) for path in paths if any(words(part) & EMPTY for part in path.parts)] == []


def test_classes_and_functions() -> None:
    assert [
        f"{place(path, node.lineno)} {node.name}"
        for path in python_files()
        for node in definitions(path)
        if words(node.name) & EMPTY
    ] == []
