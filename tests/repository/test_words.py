"""Nothing in the project depends on one machine or one mirror."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.repository.tree import ROOT, place

FOREIGN = {".git", ".venv", "_build", "dist", "node_modules", "vendor", "__pycache__"}
BINARY = {".gz", ".ico", ".jpg", ".mo", ".pdf", ".png", ".pyc", ".webp", ".woff", ".woff2", ".zip"}
MACHINE = re.compile(r"(?<![\w.~}$])/(?:home|mnt|opt|root|Users|work)/[\w.-]+")
REGISTRY = re.compile(
    r"(?:pypi|pythonhosted|npmjs|npmmirror|crates)\.(?:org|com|io)", re.IGNORECASE
)


def texts() -> Iterator[Path]:
    folders = [path for path in ROOT.iterdir() if path.name not in FOREIGN]
    for folder in sorted(folders):
        for path in [folder, *sorted(folder.rglob("*"))]:
            hidden = path.name.startswith(".") and path.name.endswith("_cache")
            if path.is_file() and path.suffix not in BINARY and not hidden:
                yield path


def found(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{place(path, number)} {match.group()}"
        for path in texts()
        if not {*path.relative_to(ROOT).parts} & FOREIGN
        and not any(part.endswith("_cache") or part == ".hypothesis" for part in path.parts)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for match in pattern.finditer(line)
    ]


def test_patterns_see_what_they_are_for() -> None:
    assert MACHINE.search("see /" + "home/anna/notes")
    assert not MACHINE.search("https://example.eu/work/programme")
    assert REGISTRY.search("files.python" + "hosted.org")


def test_no_path_of_a_machine() -> None:
    assert found(MACHINE) == []


def test_no_host_of_a_package_registry() -> None:
    assert found(REGISTRY) == []


def test_locks_name_no_address() -> None:
    locks = sorted((ROOT / "requirements").glob("*.txt"))
    assert [path.name for path in locks] == ["dev.txt", "runtime.txt"]
    assert [path.name for path in locks if "://" in path.read_text(encoding="utf-8")] == []
