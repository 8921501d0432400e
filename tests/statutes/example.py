"""The document that the tests of this folder change."""

import tomllib
from pathlib import Path
from typing import TypedDict

from koinon.statutes.faults import Fault, StatuteError
from koinon.statutes.reader import read

DOCUMENTS = Path(__file__).parent / "documents"
EXAMPLE = (DOCUMENTS / "river-league.toml").read_text(encoding="utf-8")


class Mistake(TypedDict):
    """One place of the example changed, and what must be told: "path: code"."""

    old: str
    new: str
    told: list[str]


def mistakes(name: str) -> list[Mistake]:
    """Read mistakes that were planted one by one."""
    text = (DOCUMENTS / "mistakes" / f"{name}.toml").read_text(encoding="utf-8")
    found: list[Mistake] = tomllib.loads(text)["mistake"]
    return found


def changed(old: str, new: str) -> str:
    """Give the example with one place changed."""
    assert EXAMPLE.count(old) == 1, f"{old!r} stands {EXAMPLE.count(old)} times in the example"
    return EXAMPLE.replace(old, new)


def faults_in(text: str | bytes) -> tuple[Fault, ...]:
    """List what is wrong with a document, nothing for a good one."""
    try:
        read(text if isinstance(text, bytes) else text.encode(), "example.toml")
    except StatuteError as error:
        return error.faults
    return ()


def told(text: str | bytes) -> list[tuple[str, str]]:
    """List path and code of every fault in a document."""
    return [
        (item.path, item.reason.code.removeprefix("statute.fault.")) for item in faults_in(text)
    ]
