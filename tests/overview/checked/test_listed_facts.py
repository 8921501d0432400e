"""What was listed by hand as wrong on Cologne's page is found, as the documentation says."""

import re
from pathlib import Path

import pytest

from tests.overview.checked.asking import statements

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

PAGE = Path(__file__).parents[3] / "docs" / "checking.md"
SECTION = (
    PAGE.read_text("utf-8").partition("## What is found of a real page")[2].partition("\n## ")[0]
)
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in SECTION.splitlines()
    if line.startswith("| ") and "`" in line
]
FEWEST = 20


def test_the_table_is_read() -> None:
    assert len(ROWS) >= FEWEST


@pytest.mark.parametrize(
    ("sentence", "found"), [row[1:] for row in ROWS], ids=[it[0] for it in ROWS]
)
def test_a_listed_fact_is_found(sentence: str, found: str) -> None:
    said = [f"{it.subject.code} {it.kind} {it.verdict}" for it in statements(sentence, "de")]
    assert said == re.findall(r"`([^`]+)`", found)
