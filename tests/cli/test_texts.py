"""The commands that write, show and check the site's own texts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

KOINON = str(Path(sys.executable).with_name("koinon"))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    assert koinon(tmp_path, "migrate").returncode == 0
    return tmp_path


def koinon(home: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    kept = {
        name: it for name, it in os.environ.items() if not name.startswith(("KOINON", "DJANGO"))
    }
    return subprocess.run(
        [KOINON, "--lang", "en", *arguments],
        env=kept | {"KOINON_HOME": str(home / "home")},
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_text_is_put_shown_and_put_again(home: Path) -> None:
    file = home / "text.md"
    for body in ("First", "Second"):
        file.write_text(f"# Imprint\n\n{body}\n", encoding="utf-8")
        done = koinon(home, "text", "put", "imprint", "en", "text.md", "--from", "2026-01-01")
        assert (done.returncode, done.stderr) == (0, "")
    shown = koinon(home, "text", "show", "imprint", "en", "--on", "2026-01-01")
    assert shown.stdout == "# Imprint\n\nSecond\n"
    missing = koinon(home, "text", "show", "imprint", "fr")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert 'no text "imprint" in the language "fr"' in missing.stderr


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"No title\n", "does not begin"),
        (b"# Only a title\n", "does not begin"),
        (b"\xff\xfe", "UTF-8"),
    ],
)
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "text.md").write_bytes(content)
    done = koinon(tmp_path, "text", "put", "imprint", "en", "text.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_missing_figure_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "bundle.toml").write_text('format = 1\ncode = "x"\n[names]\nde = "X"\n', "utf-8")
    (tmp_path / "texts.csv").write_text(
        "code,language,from,until,written_on,translates,title,body\n"
        "imprint,en,2026-01-01,,2026-01-01,,T,[[a.members.stated]]\n",
        encoding="utf-8",
    )
    done = koinon(tmp_path, "text", "check", ".", "--on", "2026-02-01")
    assert done.returncode == 1
    assert 'no figure for "a.members.stated"' in done.stdout
