"""Fees of real networks and of every form, example by example."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from koinon.rules.condition import Party
from koinon.rules.fee.answer import FeeAnswer
from koinon.rules.fee.calculation import fee
from koinon.rules.fee.forms import FeeForm, Obligation
from tests.rules.rulebook import (
    Rulebook,
    assert_can_be_said,
    assert_holds_together,
    cases_in,
    without_empty,
)

EXAMPLES = Path(__file__).parent / "examples"
CASES = cases_in(EXAMPLES)


def party_of(case: dict[str, Any]) -> Party:
    sets: dict[str, Any] = {
        name: frozenset(case[name])
        for name in ("places", "grades", "strands", "networks")
        if name in case
    }
    return Party(kind=case.get("kind"), population=case.get("population"), **sets)


def summary(answer: FeeAnswer) -> dict[str, Any]:
    obligation = None if answer.obligation is Obligation.OWED else answer.obligation
    return without_empty(
        amount=answer.amount,
        currency=answer.currency,
        period=answer.period,
        binding=answer.binding,
        obligation=obligation and str(obligation),
        at_least=answer.at_least or None,
        exemption=answer.exemption or None,
        if_unpaid=answer.if_unpaid,
        collected_by=answer.collected_by,
        set_by=answer.set_by,
        reason=answer.answer.reason,
        notes=answer.answer.notes,
        alternatives=tuple(map(summary, answer.alternatives)),
    )


def answered(book: Rulebook, case: dict[str, Any]) -> FeeAnswer:
    return fee(book.applied("fee", FeeForm), party_of(case), case["on"], groups=book.groups)


def all_answers(answer: FeeAnswer) -> Iterator[FeeAnswer]:
    yield answer
    for other in answer.alternatives:
        yield from all_answers(other)


@pytest.mark.parametrize(("book", "case"), CASES)
def test_example(book: Rulebook, case: dict[str, Any]) -> None:
    assert summary(answered(book, case)) == case["answer"]


@pytest.mark.parametrize(("book", "case"), CASES)
def test_example_computes_again_and_can_be_said(book: Rulebook, case: dict[str, Any]) -> None:
    for item in all_answers(answered(book, case)):
        assert item.answer.trace.value == item.amount
        assert_holds_together(item.answer.trace)
        assert_can_be_said(item.answer.trace, item.answer.reason, *item.answer.notes)
