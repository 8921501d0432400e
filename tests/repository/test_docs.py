"""The documentation keeps up with what it describes."""

import re

from tests.repository.tree import ROOT, lines, place, python_files

DOCS = ROOT / "docs"
DECISION = 40


def test_every_setting_is_documented_and_no_other() -> None:
    named = {
        name
        for path in python_files("src")
        for name in re.findall(r'"(KOINON_[A-Z_]+)"', path.read_text(encoding="utf-8"))
    }
    text = (DOCS / "settings.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(KOINON_[A-Z_]+)`", text, re.MULTILINE)) == named


def test_every_target_of_make_is_documented_and_no_other() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    text = (DOCS / "development.md").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"^\| `make ([a-z]+)`", text, re.MULTILINE)) == targets


def test_decisions_are_short_and_numbered_without_gaps() -> None:
    records = sorted(DOCS.glob("decisions/0*.md"))
    assert [place(path) for path in records if lines(path) > DECISION] == []
    assert [int(path.name[:4]) for path in records] == list(range(1, len(records) + 1))
