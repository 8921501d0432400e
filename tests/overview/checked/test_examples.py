"""Sentences of many shapes in three languages: what is found in each, and what became of it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.overview.checked.asking import rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

FOLDER = Path(__file__).parent / "examples"
EXAMPLES = {
    f"{path.stem} {number}": item
    for path in sorted(FOLDER.glob("*.toml"))
    for number, item in enumerate(tomllib.loads(path.read_text("utf-8"))["examples"], 1)
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_found(name: str) -> None:
    example: dict[str, Any] = EXAMPLES[name]
    assert [list(row) for row in rows(example["text"], example["language"])] == example["found"]
