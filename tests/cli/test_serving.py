"""``koinon serve``: its address is true when it is told, and it ends whenever it is asked to."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

import pytest

KOINON = str(Path(sys.executable).with_name("koinon"))
PATIENCE = 60
A_FEW_SECONDS = 10


class Site(NamedTuple):
    """A site that was started, and where it writes."""

    process: subprocess.Popen[str]
    port: int
    home: Path

    def address(self) -> str:
        """Wait for the announcement and give the last word before the bracket."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().partition(" (")[0].rpartition(" ")[2]

    def status(self) -> int:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", "/de/")
        found = connection.getresponse().status
        connection.close()
        return found

    def end(self) -> tuple[int, str]:
        """Wait for the end; give the exit status and what was said of trouble."""
        trouble = self.process.communicate(timeout=A_FEW_SECONDS)[1]
        return self.process.returncode, trouble


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Site]]:
    sites: list[Site] = []

    def _start(*options: str) -> Site:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        foreign = ("KOINON_", "DJANGO_")
        own = {name: it for name, it in os.environ.items() if not name.startswith(foreign)}
        process = subprocess.Popen(
            [KOINON, "--lang", "en", *options, "--port", str(port)],
            env=own | {"KOINON_HOME": str(tmp_path / "home")},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        sites.append(Site(process, port, tmp_path / "home"))
        return sites[-1]

    yield _start
    for site in sites:
        if site.process.poll() is None:
            os.killpg(site.process.pid, signal.SIGKILL)
            site.process.communicate()


def _wait_for(path: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not path.exists():
        assert time.monotonic() < end, f"{path.name} never came"
        time.sleep(0.001)


def test_the_address_answers_when_it_is_told(start: Callable[..., Site]) -> None:
    site = start("serve")
    assert site.address() == f"http://127.0.0.1:{site.port}/"
    assert site.status() == HTTPStatus.OK
    site.process.terminate()
    assert site.end() == (0, "")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_right_after_the_address_is_told(
    start: Callable[..., Site], number: signal.Signals
) -> None:
    site = start("serve")
    site.address()
    site.process.send_signal(number)
    assert site.end() == (0, "")


def test_it_ends_when_all_its_processes_are_asked_at_once(start: Callable[..., Site]) -> None:
    """Ctrl+C in a terminal reaches every process of the command."""
    site = start("serve")
    site.address()
    os.killpg(site.process.pid, signal.SIGINT)
    assert site.end() == (0, "")


@pytest.mark.parametrize(
    ("command", "written"),
    [("serve", "koinon.sqlite3"), ("demo", "static"), ("demo", "static/staticfiles.json")],
)
def test_it_ends_while_it_is_being_prepared(
    start: Callable[..., Site], command: str, written: str
) -> None:
    site = start(command)
    _wait_for(site.home / written)
    site.process.terminate()
    assert site.end() == (0, "")


@pytest.mark.parametrize("after", [0.0, 0.2, 0.5])
def test_it_ends_while_its_worker_starts(start: Callable[..., Site], after: float) -> None:
    site = start("serve")
    end = time.monotonic() + PATIENCE
    with socket.socket() as probe:
        while probe.connect_ex(("127.0.0.1", site.port)) and time.monotonic() < end:
            time.sleep(0.001)
    time.sleep(after)
    site.process.terminate()
    assert site.end() == (0, "")
