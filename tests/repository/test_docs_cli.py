"""The page on the command line names every command, option and field, and its examples run."""

import json
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from http import HTTPStatus
from http.client import HTTPConnection
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import typer

from koinon.cli.main import app, register_commands, run
from tests.repository.tree import ROOT

PAGE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
KOINON = str(Path(sys.executable).with_name("koinon"))
PATIENCE = 60
NO_BREAK = "\N{NO-BREAK SPACE}"
SERVERS = ("demo", "serve")
WITH_REGISTER = ("migrate", "load", "show", "check-page", "export", "text")
# One member's seats have a shape of their own, which the page tells in a sentence.
OTHER_SHAPES = ("seats rgre-ds delegates-assembly",)


def sections() -> dict[str, str]:
    parts = re.split(r"^### (.+)$", PAGE, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def table(section: str, heading: str) -> set[str]:
    """List the first cells of the table of a section that has such a heading."""
    found = re.search(rf"^\| {heading} \|.*\n\|[-|]+\n((?:\|.*\n)+)", section, re.MULTILINE)
    return set(re.findall(r"^\| `([^`]+)`", found[1], re.MULTILINE)) if found else set()


def section_of(typed: str) -> str:
    """Find the section about what is typed."""
    found = [it for name, it in sections().items() if f"{typed} ".startswith(f"{name} ")]
    return "".join(found)


def commands() -> dict[str, Any]:
    """Give every command by the words that call it."""
    if not app.registered_commands:
        register_commands()
    found: dict[str, Any] = {}
    group: Any = typer.main.get_command(app)
    for name, command in group.commands.items():
        inner = getattr(command, "commands", None)
        found |= (
            {f"{name} {it}": below for it, below in inner.items()} if inner else {name: command}
        )
    return found


def examples() -> Iterator[tuple[str, str, int]]:
    """Give each example: what is typed, what is shown, the exit status."""
    for block in re.findall(r"^```console\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL):
        for part in re.split(r"^\$ koinon ", block, flags=re.MULTILINE)[1:]:
            typed, _, shown = part.partition("\n")
            status = re.search(r"\[status (\d)\]\n", shown)
            text = shown.replace(status[0], "") if status else shown
            yield typed, text, int(status[1]) if status else 0


EXAMPLES = [it for it in examples() if it[0] not in SERVERS]


def _answers_in_json(typed: str, shown: str, status: int) -> bool:
    return (
        status != 2
        and not typed.startswith(OTHER_SHAPES)
        and "--json" in table(section_of(typed), "argument")
    )


def pattern(shown: str) -> str:
    """Read what is shown as a pattern: "…" stands for any lines, or for the rest of one."""
    text = "".join(
        "(?:.*\n)*" if line == "…\n" else re.escape(line).replace("…", ".*")
        for line in shown.splitlines(keepends=True)
    )
    return rf"{text}\Z"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    (folder / "votes.csv").write_text("name,votes\nNorth,50\nSouth,50\n", encoding="utf-8")
    (folder / "legal-notice.md").write_text(
        "# Legal notice\n\nCity of Riverton, 1 Bridge Street.\n", encoding="utf-8"
    )
    page = "EUROCITIES is a network that brings together more than 135 cities.\n"
    (folder / "page.txt").write_text(page, encoding="utf-8")
    for name in ("demo", "src"):
        (folder / name).symlink_to(ROOT / name)
    return folder


class Answer(NamedTuple):
    """What a command answered."""

    status: int
    out: str
    err: str


def environment(home: Path) -> dict[str, str]:
    foreign = ("KOINON_", "DJANGO_")
    own = {name: it for name, it in os.environ.items() if not name.startswith(foreign)}
    return own | {"KOINON_HOME": str(home / "home"), "KOINON_LANGUAGE": "en"}


def ask(typed: str, home: Path) -> Answer:
    """Run a command: as a process of its own where it needs the register, else right here."""
    arguments = shlex.split(typed)
    if arguments[0] in WITH_REGISTER or "--organisation" in arguments:
        done = subprocess.run(
            [KOINON, *arguments],
            cwd=home,
            env=environment(home),
            capture_output=True,
            text=True,
            check=False,
        )
        return Answer(done.returncode, done.stdout, done.stderr)
    out, err = StringIO(), StringIO()
    with chdir(home), redirect_stdout(out), redirect_stderr(err):
        status = run(["--lang", "en", *arguments])
    return Answer(status, out.getvalue(), err.getvalue())


def test_every_command_has_a_section_and_no_other() -> None:
    assert set(sections()) == set(commands())


@pytest.mark.parametrize("name", sorted(sections()))
def test_every_option_is_documented_and_no_other(name: str) -> None:
    params = commands()[name].params
    options = {param.opts[0] if param.opts[0].startswith("-") else param.name for param in params}
    assert table(sections()[name], "argument") == options - {"--help"}


def test_every_section_has_an_example() -> None:
    called = {name for name in sections() if f"\n$ koinon {name}" in sections()[name]}
    assert called == set(sections())


def test_a_pattern_is_what_it_shows_and_no_more() -> None:
    assert re.match(pattern("a (b)\n…\nz…\n"), "a (b)\nx\ny\nz 1\n")
    assert re.match(pattern("a\n…\n"), "a\n")
    assert not re.match(pattern("a\n"), "a\nb\n")
    assert not re.match(pattern("a\n…\nc\n"), "a\nb\n")


@pytest.fixture(scope="module")
def answers(home: Path) -> list[Answer]:
    """Run the examples one after the other: later ones need what earlier ones stored."""
    return [ask(typed, home) for typed, _, _ in EXAMPLES]


@pytest.mark.parametrize(
    "number",
    range(len(EXAMPLES)),
    ids=[f"{n} {it[0]}" for n, it in enumerate(EXAMPLES, 1)],
)
def test_an_example_shows_what_comes(number: int, answers: list[Answer]) -> None:
    _, shown, status = EXAMPLES[number]
    answer = answers[number]
    text = (answer.err if status == 2 else answer.out).replace(NO_BREAK, " ")
    assert (answer.status, answer.out and answer.err) == (status, "")
    assert re.match(pattern(shown), text), text


@pytest.mark.parametrize("typed", [it[0] for it in EXAMPLES if _answers_in_json(*it)])
def test_the_fields_of_an_answer_are_documented_and_no_other(
    typed: str, home: Path, answers: list[Answer]
) -> None:
    assert len(answers) == len(EXAMPLES)
    answer = json.loads(ask(f"{typed} --json", home).out)
    assert set(answer) == table(section_of(typed), "field")


def answers_on(port: str) -> bool:
    connection = HTTPConnection("127.0.0.1", int(port), timeout=PATIENCE)
    try:
        connection.request("GET", "/de/")
        return connection.getresponse().status == HTTPStatus.OK
    except ConnectionRefusedError:
        return False
    finally:
        connection.close()


def test_a_server_tells_its_address_and_ends_when_asked(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    process = subprocess.Popen(
        [KOINON, "serve", "--port", port],
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    try:
        with process.stdout:
            line = process.stdout.readline().replace(port, "8000")
            assert [f"$ koinon {it}\n{line}" in sections()[it] for it in SERVERS] == [True, True]
            end = time.monotonic() + PATIENCE
            while not answers_on(port) and time.monotonic() < end:
                time.sleep(0.1)
            process.terminate()
            assert process.wait(timeout=PATIENCE) == 0
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
