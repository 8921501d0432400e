"""Search as one types, on a site that two workers serve: how long, and whether it is right.

The first searches after a start, which read all names, are no part of it.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import process_time

from django.test import Client

from bench.measure import RUNS, Measurement
from bench.register.asking import client
from bench.register.named import NAMES, Target, fill_names
from bench.register.typists import ask, type_at_once
from tests.cluster import free_port

ADDRESS = "/de/search/hits/"
ALONE = 40
PEOPLE, NAMES_EACH, WORKERS = 8, 6, 2
LIMIT = 0.060
"""95 of 100 answers take at most so many seconds."""
MISSED = 0.05
"""Of so many names at most the right answer may be missing among the first three."""
PATIENCE = 180


def measurements() -> Iterator[Measurement]:
    """Let eight people type, several times; the median of the runs counts."""
    targets = fill_names()
    visitor, random = client(), Random(1433)
    visitor.get(ADDRESS, {"q": "warm"})
    took = [it for target in random.sample(targets, ALONE) for it in _alone(visitor, target)]
    yield Measurement(f"search-{NAMES}-names-processor", _slowest(took) / LIMIT, 1)
    with _served() as port:
        runs = [
            type_at_once(port, [random.sample(targets, NAMES_EACH) for _ in range(PEOPLE)], seed)
            for seed in range(RUNS)
        ]
    slow = median(_slowest(run.seconds) for run in runs)
    missed = 1 - sum(run.found for run in runs) / sum(run.names for run in runs)
    yield Measurement(f"search-{NAMES}-names-{PEOPLE}-people", slow / LIMIT, 1)
    yield Measurement(f"search-{NAMES}-names-missed", missed / MISSED, 1)


def _slowest(seconds: list[float]) -> float:
    """Give what 95 of 100 stay below."""
    return quantiles(seconds, n=20)[-1]


def _alone(visitor: Client, target: Target) -> Iterator[float]:
    """Time the processor for each letter of a name."""
    for length in range(1, len(target.name) + 1):
        start = process_time()
        visitor.get(ADDRESS, {"q": target.name[:length]})
        yield process_time() - start


@contextmanager
def _served() -> Iterator[int]:
    """Serve the register on a free port until both workers know all names."""
    port = free_port()
    command = [
        str(Path(sys.executable).with_name("granian")),
        *("--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)),
        *("--workers", str(WORKERS), "--no-log", "koinon.config.wsgi:application"),
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        try:
            _warm_up(port)
            yield port
        finally:
            server.terminate()


def _warm_up(port: int) -> None:
    """Ask until many answers in a row, over connections of their own, came quickly."""
    end, quick = time.monotonic() + PATIENCE, 0
    while quick < 20 * WORKERS:
        assert time.monotonic() < end, "the site does not answer"
        start = time.perf_counter()
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            ask(connection, "warm")
        except OSError:
            time.sleep(0.2)
            continue
        finally:
            connection.close()
        quick = quick + 1 if time.perf_counter() - start < 10 * LIMIT else 0
