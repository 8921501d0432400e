"""The command line's first answer beside the time it may take, in seconds of the processor."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

from bench.measure import RUNS, Measurement

KOINON = Path(sys.executable).parent / "koinon"
LIMIT = 0.5


def measurements() -> Iterator[Measurement]:
    """Ask for the help five times."""
    yield Measurement("koinon-help", median(_help() for _ in range(RUNS)) / LIMIT, 1)


def _help() -> float:
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run([KOINON, "--help"], check=True, capture_output=True)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
