"""The demonstration as people run it: a process of its own, with a home of its own."""

import os
import re
import resource
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.cluster import free_port

KOINON = Path(sys.executable).with_name("koinon")
DEMO = Path(__file__).parents[2] / "demo"
PATIENCE = 120.0
SMALL = 600_000
SIGHTINGS = 4


class Machine:
    """A user with an empty home, who starts demonstrations and leaves none running."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "koinon"
        self.elsewhere = folder / "elsewhere"
        self.elsewhere.mkdir()
        self.running: list[subprocess.Popen[str]] = []

    def environment(self) -> dict[str, str]:
        """Give what a command of this user finds in its environment."""
        kept = {name: it for name, it in os.environ.items() if not name.startswith("KOINON_")}
        return kept | {
            "KOINON_HOME": str(self.home),
            "KOINON_LANGUAGE": "en",
            "DJANGO_SETTINGS_MODULE": "koinon.config.settings",
            "HOME": str(self.elsewhere),
            "XDG_DATA_HOME": str(self.elsewhere),
            "TMPDIR": str(self.elsewhere),
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def do(self, *words: str) -> None:
        """Run a command that comes to an end."""
        command = [str(KOINON), *words]
        subprocess.run(command, env=self.environment(), check=True, capture_output=True)

    def start(self, port: int, before: Callable[[], None] | None = None) -> subprocess.Popen[str]:
        started = subprocess.Popen(
            [KOINON, "demo", "--port", str(port)],
            cwd=self.elsewhere,
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=before,  # noqa: PLW1509 - this test has no threads
        )
        self.running.append(started)
        return started

    def count(self, table: str) -> int | None:
        """Count the rows of a table, None where there is none yet."""
        path = self.home / "koinon.sqlite3"
        if not path.exists():
            return None
        try:
            with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
                found: int = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        except sqlite3.OperationalError:
            return None
        return found

    def is_writing(self) -> bool:
        """Tell whether a transaction that writes is under way."""
        path = self.home / "koinon.sqlite3"
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as database:
            try:
                database.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError:
                return True
            database.execute("ROLLBACK")
        return False

    def hold_while_loading(self, process: subprocess.Popen[str]) -> None:
        """Halt the process in the midst of writing the bundle.

        After the statutes, all that is written is the bundle, in one transaction. What is looked
        at stands still meanwhile, so nothing can be finished between the look and what follows.
        """
        seen = 0
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            process.send_signal(signal.SIGSTOP)
            os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
            loading = self.count("statutes_edition") and not self.count("register_statement")
            seen = seen + 1 if loading and self.is_writing() else 0
            if seen == SIGHTINGS:
                return
            process.send_signal(signal.SIGCONT)
            time.sleep(0.02)
        pytest.fail("it was never seen writing its bundle")


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    machine = Machine(tmp_path)
    yield machine
    for process in machine.running:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=20)


def read(port: int, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as answer:
        text: str = answer.read().decode()
    return text


def announced(process: subprocess.Popen[str]) -> str:
    """Wait for the line that tells the address."""
    assert process.stdout is not None
    return process.stdout.readline()


def refused(process: subprocess.Popen[str]) -> str:
    """Give the one sentence with which a demonstration ends instead of serving."""
    out, error = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out) == (2, ""), error
    assert error.count("\n") == 1, error
    return error


def test_it_serves_on_its_port_until_it_is_asked_to_end(machine: Machine) -> None:
    port = free_port()
    process = machine.start(port)
    assert f"http://127.0.0.1:{port}/" in announced(process)
    assert "Köln" in read(port, "/de/cities/koeln/?on=2015-06-01")
    sheet = re.search(r'href="(/static/koinon/page[^"]*\.css)"', read(port, "/en/"))
    assert sheet
    assert "{" in read(port, sheet[1])
    second = machine.start(free_port())
    assert str(machine.home) in refused(second)
    assert str(port) in refused(machine.start(port))
    assert process.poll() is None
    process.send_signal(signal.SIGTERM)
    _, error = process.communicate(timeout=30)
    assert (process.returncode, error) == (0, "")
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0
    assert list(machine.elsewhere.iterdir()) == []
    assert {path.name for path in machine.home.iterdir()} >= {"koinon.sqlite3", "static"}


def test_killed_while_loading_it_leaves_nothing_and_starts_again(machine: Machine) -> None:
    process = machine.start(free_port())
    machine.hold_while_loading(process)
    process.kill()
    process.communicate(timeout=20)
    assert process.returncode == -signal.SIGKILL
    assert machine.count("register_statement") == 0
    assert machine.count("register_organisation") == 0
    port = free_port()
    again = machine.start(port)
    assert str(port) in announced(again)
    assert "Henriette Reker" in read(port, "/en/cities/koeln/?on=2015-10-22")
    again.send_signal(signal.SIGINT)
    again.communicate(timeout=30)
    assert again.returncode == 0


def test_no_room_for_files_is_told_in_one_sentence(machine: Machine) -> None:
    def cramped() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL))

    assert "space" in refused(machine.start(free_port(), cramped))


def test_a_home_that_cannot_be_made_is_told_in_one_sentence(machine: Machine) -> None:
    machine.home.write_text("a file", encoding="utf-8")
    assert str(machine.home) in refused(machine.start(free_port()))


def test_a_taken_port_is_told_before_anything_is_written(machine: Machine) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert str(port) in refused(machine.start(port))
    assert not machine.home.exists()


def test_data_of_another_state_of_the_demonstration_is_told_in_one_sentence(
    machine: Machine,
) -> None:
    older = machine.folder / "older"
    shutil.copytree(DEMO, older)
    lines = (older / "organisations.csv").read_text(encoding="utf-8").splitlines()
    changed = [
        line.replace(",municipality,", ",county,") if line.startswith("koeln,") else line
        for line in lines
    ]
    assert changed != lines
    (older / "organisations.csv").write_text("\n".join(changed) + "\n", encoding="utf-8")
    machine.do("migrate")
    machine.do("load", str(older))
    assert "KOINON_HOME" in refused(machine.start(free_port()))
