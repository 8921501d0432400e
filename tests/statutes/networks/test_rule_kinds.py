"""The table of the 69 rule kinds names rules and tests that exist."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from koinon.rules.rule import Rule
from koinon.statutes.document import RULE_KINDS
from koinon.statutes.library import Library

ROOT = Path(__file__).parents[3]
TABLE = (ROOT / "docs" / "statutes" / "rule-kinds.md").read_text(encoding="utf-8")
LIBRARY = Library()
STATES = {"yes", "half", "no"}
NOTHING = "—"


class Row(NamedTuple):
    number: int
    kind: str
    state: str
    where: str
    test: str
    gap: str


def rows() -> list[Row]:
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in TABLE.splitlines()
        if re.match(r"\| \d+ \|", line)
    ]
    return [Row(int(number), *rest) for number, *rest in cells]


def tokens(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def places(row: Row) -> list[str]:
    return [token for token in tokens(row.where) if "/" in token]


def test_every_kind_stands_in_the_table_once() -> None:
    assert [row.number for row in rows()] == list(range(1, 70))


def test_every_shipped_network_stands_in_the_table() -> None:
    named = {place.split("/")[0] for row in rows() for place in places(row)}
    assert named == set(LIBRARY.codes())


@pytest.mark.parametrize("row", [pytest.param(row, id=str(row.number)) for row in rows()])
def test_a_row_names_what_exists_and_what_is_missing(row: Row) -> None:
    assert row.state in STATES
    assert (row.state == "yes") <= (NOTHING not in (row.where, row.test))
    assert (row.state != "yes") <= bool(row.gap)
    assert [place for place in places(row) if not is_there(place)] == []
    assert [test for test in tokens(row.test) if not is_test(test)] == []


def is_there(place: str) -> bool:
    network, table, *code = place.split("/")
    part = getattr(LIBRARY.statute(network), table)
    if not code:
        return bool(part)
    rules: tuple[Rule, ...] = part if table in RULE_KINDS else ()
    return code[0] in {rule.code for rule in rules}


def is_test(test: str) -> bool:
    file, _, name = test.partition("::")
    path = ROOT / "tests" / file
    return path.is_file() and f"def {name}(" in path.read_text(encoding="utf-8")
