"""Run the three suites, count what passed, and accept nothing that was left out.

`python -m tests.run` runs all; `python -m tests.run postgresql tests/register -x` runs one suite
with pytest's own arguments.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from tests import machine
from tests.cluster import NotStarted, throwaway_cluster

TESTS = Path(__file__).parent
BROWSER = {"browser"}
SUITES = ("sqlite", "postgresql", "chromium")

type Counts = dict[str, int]


def main(arguments: list[str]) -> int:
    chosen = [name for name in SUITES if name in arguments[:1]] or list(SUITES)
    rest = arguments[1:] if arguments[:1] == chosen else arguments
    lines, passed, failed = [], 0, 0
    for suite in chosen:
        try:
            counts = run(suite, rest)
        except (machine.Missing, NotStarted) as error:
            print(error, file=sys.stderr)
            return 1
        lines.append(f"{suite}: " + told(counts))
        passed += counts["passed"]
        failed += faults(counts)
    print(*lines, sep="\n")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def run(suite: str, arguments: list[str]) -> Counts:
    with environment_of(suite) as environment:
        # The order of options keeps paths given by hand in place of the suite's folders.
        paths = (
            [] if any(TESTS.parent.joinpath(it).exists() for it in arguments) else folders(suite)
        )
        workers = [] if arguments else ["--numprocesses=2", "--dist=worksteal"]
        # The SQLite suite runs those without a database; once is enough.
        chosen = ["-p", "tests.with_database"] if suite == "postgresql" and paths else []
        return counted([*workers, *chosen, *paths, *arguments], environment)


def folders(suite: str) -> list[str]:
    every = {path.name for path in TESTS.iterdir() if any(path.rglob("test_*.py"))}
    chosen = every & BROWSER if suite == "chromium" else every - BROWSER
    return sorted(str(TESTS / name) for name in chosen)


@contextmanager
def environment_of(suite: str) -> Iterator[dict[str, str]]:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name != "PYTEST_ADDOPTS" and not name.startswith("KOINON_")
    }
    if suite == "postgresql":
        with throwaway_cluster(machine.postgresql()) as address:
            yield environment | {"KOINON_DATABASE": address}
        return
    if suite == "chromium":
        environment["CHROMIUM"] = str(machine.chromium())
    yield environment


def counted(arguments: list[str], environment: dict[str, str]) -> Counts:
    with tempfile.TemporaryDirectory(prefix="koinon-tally-") as folder:
        tally = Path(folder) / "tally.json"
        command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.tally", *arguments]
        done = subprocess.run(
            command, cwd=TESTS.parent, env=environment | {"TALLY": str(tally)}, check=False
        )
        counts: Counts = {"passed": 0, "failed": 0}
        if tally.exists():
            counts = json.loads(tally.read_text(encoding="utf-8"))
    if done.returncode and not sum(counts.values()) - counts["passed"]:
        counts["failed"] = 1
    return counts


def told(counts: Counts) -> str:
    rest = (f"{count} {name}" for name, count in counts.items() if count and name != "passed")
    return ", ".join([f"{counts['passed']} passed", *rest])


def faults(counts: Counts) -> int:
    """Count what is not a passed test; a suite without any is a fault of its own."""
    return sum(counts.values()) - counts["passed"] or int(counts["passed"] == 0)


def stop(number: int, _frame: object) -> NoReturn:
    raise SystemExit(128 + number)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, stop)
    sys.exit(main(sys.argv[1:]))
