"""What is due in real networks and under every form, example by example."""

from pathlib import Path
from typing import Any

import pytest

from tests.rules.cycle.asking import found, listed
from tests.rules.reading import assert_explains_itself
from tests.rules.rulebook import Rulebook, cases_in

CASES = cases_in(Path(__file__).parent / "examples")


@pytest.mark.parametrize(("book", "case"), CASES)
def test_example(book: Rulebook, case: dict[str, Any]) -> None:
    assert listed(book, case) == case["answer"]


@pytest.mark.parametrize(("book", "case"), CASES)
def test_example_explains_itself(book: Rulebook, case: dict[str, Any]) -> None:
    for due in found(book, case):
        assert_explains_itself(due)
        assert due.trace.value == due.due_on
