"""Asking the command line as a person would, and picking from what it answers."""

import json
from typing import Any

import pytest

from koinon.cli.main import run

type Plain = dict[str, Any]


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> Plain:
    """Give the JSON that a command answers."""
    status = run(["--lang", "en", *arguments, "--json"])
    captured = capsys.readouterr()
    assert (status, captured.err) == (0, "")
    found: Plain = json.loads(captured.out)
    return found


def ties(page: Plain) -> dict[tuple[str, str, str], Plain]:
    """Give the ties of a page by kind, strand and counterpart."""
    return {(tie["kind"], tie["strand"], tie["counterpart"]): tie for tie in page["bonds"]}


def tie(page: Plain, counterpart: str, kind: str = "membership", strand: str = "") -> Plain:
    return ties(page)[kind, strand, counterpart]


def figures(tie: Plain) -> dict[str, tuple[str, int, str]]:
    """Give qualifier, value and source of each figure by what it counts."""
    return {
        item["measure"]: (item["qualifier"], item["value"], item["source"]["code"])
        for item in tie["figures"]
    }


def sources(tie: Plain) -> set[str]:
    return {item["code"] for item in tie["sources"]}


def office(page: Plain, post: str) -> Plain:
    found: Plain = next(item for item in page["offices"] if item["post"] == post)
    return found


def holders(page: Plain, post: str) -> list[str]:
    return sorted(item["person"] for item in office(page, post)["holders"])


def seats(page: Plain) -> dict[tuple[str, str, str], Plain]:
    """Give the seats and offices elsewhere by organisation, post and person."""
    return {(item["organisation"], item["post"], item["person"]): item for item in page["tenures"]}
