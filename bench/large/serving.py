"""The site under granian with two workers, in processes of its own."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from tests.cluster import free_port

WORKERS, THREADS = 2, 1
PATIENCE = 60.0


@contextmanager
def served(*, pages_mb: int) -> Iterator[int]:
    """Serve the database of this process; give the port."""
    port = free_port()
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "bench.large.settings",
        "KOINON_PAGES_MB": str(pages_mb),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    command = [str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--no-log"]
    command += ["--workers", str(WORKERS), "--blocking-threads", str(THREADS)]
    command += ["--port", str(port), "koinon.config.wsgi:application"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as server:
        try:
            _wait(port)
            yield port
        finally:
            server.terminate()


def _wait(port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            connection.request("GET", "/bare/", headers={"Host": "localhost"})
            if connection.getresponse().status == 200:
                return
        except (OSError, HTTPException):
            time.sleep(0.1)
        finally:
            connection.close()
    raise RuntimeError("the site did not come up")
