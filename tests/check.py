"""Run every check, tell each one's result, and show what a failing one said."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAMS = Path(sys.executable).parent


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
    return {
        "format": [tool["ruff"], "format", "--check", "."],
        "lint": [tool["ruff"], "check", "."],
        "templates": [tool["djlint"], "--lint", "src/koinon"],
        "types": [tool["mypy"]],
        "layers": [tool["lint-imports"], "--no-cache"],
        "sizes, names, writes": [*python, "pytest", "-q", "tests/repository"],
        "statutes": [tool["koinon"], "statute", "check"],
        "texts": [tool["koinon"], "text", "check", "demo"],
        "licences": [tool["reuse"], "lint", "--lines"],
        "settings": [*python, "django", "check", "--fail-level", "WARNING"],
        "migrations": [*python, "django", "makemigrations", "--check", "--dry-run"],
        "docs": [*python, "sphinx", *sphinx, "docs", str(folder / "docs")],
    }


def main() -> int:
    failed = []
    with tempfile.TemporaryDirectory(prefix="koinon-check-") as name:
        folder = Path(name)
        for label, command in checks(folder).items():
            if not passes(label, command, folder):
                failed.append(label)
    print("All checks passed." if not failed else f"Failed: {', '.join(failed)}.")
    return int(bool(failed))


def passes(label: str, command: list[str], folder: Path) -> bool:
    environment = {name: it for name, it in os.environ.items() if not name.startswith("KOINON_")}
    environment |= {
        "DJANGO_SETTINGS_MODULE": "koinon.config.settings",
        "KOINON_HOME": str(folder),
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
    print(f"{label}: {verdict} ({time.monotonic() - begun:.1f} s)", flush=True)
    if done.returncode:
        print(done.stdout, flush=True)
    return not done.returncode


if __name__ == "__main__":
    sys.exit(main())
