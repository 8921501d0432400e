"""``koinon --help`` answers at once: nothing heavy is imported for it."""

import resource
import subprocess
import sys
from pathlib import Path

KOINON = Path(sys.executable).with_name("koinon")
HEAVY = {"django", "rich", "psycopg", "granian", "babel", "whitenoise"}
IMPORTED = """
import sys
from koinon.cli.main import run
status = run(sys.argv[1:])
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(status)
"""


def imported(*arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED, *arguments], capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


def test_help_imports_nothing_heavy() -> None:
    assert imported("--help") & HEAVY == set()


def test_help_takes_less_than_half_a_second() -> None:
    """What it takes of a processor counts: how busy the machine is, is no fault of ours."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([KOINON, "--help"], capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    taken = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert 0 < taken < 0.5


def test_an_answer_from_statutes_needs_no_database() -> None:
    loaded = imported("fee", "rainbow-cities", "--population", "300001", "--json")
    assert loaded & {"django", "psycopg", "granian"} == set()


def test_every_command_helps() -> None:
    done = subprocess.run([KOINON, "--help"], capture_output=True, text=True, check=True)
    listed = {
        line.split()[0]
        for line in done.stdout.partition("Commands:")[2].splitlines()
        if line.strip()
    }
    assert listed >= {
        *("demo", "serve", "migrate", "load", "export", "kinds", "statute", "fee", "seats"),
        *("quota", "procedure", "due", "show", "apportion"),
    }
