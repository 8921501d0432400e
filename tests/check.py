"""Run every check, tell each one's result, and show what a failing one said."""

import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAMS = Path(sys.executable).parent
LOOKS = ROOT / "tests" / "repository"
RUNS_COMMANDS = {"test_docs_cli.py", "test_run.py", "test_with_database.py"}
"""Tests beside those of the files, which run what they are about: `make test` is enough."""

AT_ONCE = 2


def checks(folder: Path) -> dict[str, list[str]]:
    """List the checks; `folder` takes what they build."""
    tool = {
        name: str(PROGRAMS / name)
        for name in ("djlint", "koinon", "lint-imports", "mypy", "reuse", "ruff")
    }
    python = [sys.executable, "-m"]
    sphinx = [
        "--fail-on-warning",
        "--keep-going",
        "--quiet",
        "--doctree-dir",
        str(folder / "trees"),
    ]
    looks = sorted(str(it) for it in LOOKS.glob("test_*.py") if it.name not in RUNS_COMMANDS)
    return {
        "format": [tool["ruff"], "format", "--check", "."],
        "lint": [tool["ruff"], "check", "."],
        "templates": [tool["djlint"], "--lint", "src/koinon"],
        "types": [tool["mypy"]],
        "layers": [tool["lint-imports"], "--no-cache"],
        "sizes, names, writes": [*python, "pytest", "-q", *looks],
        "statutes": [tool["koinon"], "statute", "check"],
        "texts": [tool["koinon"], "text", "check", "demo"],
        "licences": [tool["reuse"], "lint", "--lines"],
        "settings": [*python, "django", "check", "--fail-level", "WARNING"],
        "migrations": [*python, "django", "makemigrations", "--check", "--dry-run"],
        "docs": [*python, "sphinx", *sphinx, "docs", str(folder / "docs")],
    }


def main() -> int:
    with (
        tempfile.TemporaryDirectory(prefix="koinon-check-") as name,
        ThreadPoolExecutor(AT_ONCE) as pool,
    ):
        all_checks = checks(Path(name))
        homes = [Path(name) / label.partition(",")[0] for label in all_checks]
        passed = pool.map(passes, all_checks, all_checks.values(), homes)
        failed = [label for label, ok in zip(all_checks, passed, strict=True) if not ok]
    print("All checks passed." if not failed else f"Failed: {', '.join(failed)}.")
    return int(bool(failed))


def passes(label: str, command: list[str], home: Path) -> bool:
    home.mkdir()
    environment = {name: it for name, it in os.environ.items() if not name.startswith("KOINON_")}
    environment |= {
        "DJANGO_SETTINGS_MODULE": "koinon.config.settings",
        "KOINON_HOME": str(home),
        "KOINON_SECRET_KEY": "not a secret: checks only",
    }
    begun = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    verdict = "failed" if done.returncode else "ok"
    said = f"\n{done.stdout}" if done.returncode else ""
    # In one piece: two checks run at a time.
    print(f"{label}: {verdict} ({time.monotonic() - begun:.1f} s){said}", flush=True)
    return not done.returncode


if __name__ == "__main__":
    sys.exit(main())
