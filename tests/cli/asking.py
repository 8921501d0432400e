"""Running a command in this process, and judging how it ended."""

import json
from typing import Any

import pytest

from koinon.cli.main import run

type Capsys = pytest.CaptureFixture[str]


def answered(capsys: Capsys, *arguments: str, status: int = 0) -> dict[str, Any]:
    """Give the one JSON object that a command answers."""
    ended = run(["--lang", "en", *arguments, "--json"])
    captured = capsys.readouterr()
    assert (ended, captured.err) == (status, "")
    found: dict[str, Any] = json.loads(captured.out)
    return found


def told(capsys: Capsys, *arguments: str, language: str = "en") -> list[str]:
    """Give the lines that a command writes for people."""
    ended = run(["--lang", language, *arguments])
    captured = capsys.readouterr()
    assert (ended, captured.err) == (0, "")
    return captured.out.splitlines()


def refused(capsys: Capsys, *arguments: str) -> str:
    """Give the one sentence with which a command refuses bad input."""
    ended = run(["--lang", "en", *arguments])
    captured = capsys.readouterr()
    assert (ended, captured.out) == (2, "")
    sentence = captured.err
    assert sentence.endswith("\n")
    assert sentence.count("\n") == 1
    assert "Traceback" not in sentence
    assert len(sentence) > 15
    return sentence.rstrip("\n")
