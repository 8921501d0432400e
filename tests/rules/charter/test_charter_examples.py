"""Which text binds a member, example by example."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from koinon.rules.answer import Answer
from koinon.rules.bound import Bound
from koinon.rules.charter.forms import CharterForm
from koinon.rules.charter.text import accepted_version
from tests.rules.reading import assert_explains_itself, plain
from tests.rules.rulebook import Rulebook, cases_in

CASES = cases_in(Path(__file__).parent / "examples")


def ask(book: Rulebook, case: dict[str, Any]) -> Answer[str]:
    return accepted_version(
        book.applied("charter", CharterForm),
        Bound.parse(case["signed_on"]),
        date.fromisoformat(case["day"]),
        map(Bound.parse, case.get("renewals", ())),
        strand=case.get("strand", ""),
    )


@pytest.mark.parametrize(("book", "case"), CASES)
def test_example(book: Rulebook, case: dict[str, Any]) -> None:
    assert plain(ask(book, case)) == case["answer"]


@pytest.mark.parametrize(("book", "case"), CASES)
def test_example_explains_itself(book: Rulebook, case: dict[str, Any]) -> None:
    assert_explains_itself(ask(book, case))
