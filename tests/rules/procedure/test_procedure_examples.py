"""Procedures of real networks and of every form, example by example."""

from pathlib import Path
from typing import Any

import pytest

from tests.rules.procedure.asking import ask
from tests.rules.reading import assert_explains_itself, plain
from tests.rules.rulebook import Rulebook, cases_in

CASES = cases_in(Path(__file__).parent / "examples")


@pytest.mark.parametrize(("book", "case"), CASES)
def test_example(book: Rulebook, case: dict[str, Any]) -> None:
    assert plain(ask(book, case)) == case["answer"]


@pytest.mark.parametrize(("book", "case"), CASES)
def test_example_explains_itself(book: Rulebook, case: dict[str, Any]) -> None:
    assert_explains_itself(ask(book, case))
