"""The files of the project and what the checks read in them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "koinon"
PYTHON_FOLDERS = ("src", "tests", "bench", "docs", "scripts")
# What tools leave behind, and what others wrote.
SKIPPED = {"__pycache__", "_build", "dist", "migrations", "vendor"}

type Function = ast.FunctionDef | ast.AsyncFunctionDef


def files(*folders: str, suffixes: tuple[str, ...]) -> Iterator[Path]:
    """Walk the project's own files under some folders."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            parts = set(path.relative_to(ROOT).parts)
            if path.is_file() and path.suffix in suffixes and not parts & SKIPPED:
                yield path


def python_files(*folders: str) -> Iterator[Path]:
    return files(*(folders or PYTHON_FOLDERS), suffixes=(".py",))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def definitions(path: Path) -> Iterator[Function | ast.ClassDef]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node


def place(path: Path, line: int | None = None) -> str:
    name = path.relative_to(ROOT).as_posix()
    return name if line is None else f"{name}:{line}"


def length(node: Function | ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())
