"""Who may represent, example by example, and what no example can show."""

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from koinon.rules.condition import Party
from koinon.rules.representation.answer import DelegationAnswer, RepresentationAnswer
from koinon.rules.representation.calculation import may_represent
from koinon.rules.representation.delegation import may_delegate
from koinon.rules.representation.forms import Attribute, RepresentationForm
from koinon.rules.representation.person import ContradictoryPerson
from tests.rules.rulebook import (
    Rulebook,
    assert_can_be_said,
    assert_holds_together,
    cases_in,
    without_empty,
)

EXAMPLES = Path(__file__).parent / "examples"
CASES = cases_in(EXAMPLES)
NETWORKS = Rulebook(EXAMPLES / "networks.toml").applied("representation", RepresentationForm)
DAY = date(2023, 1, 1)

type Anyone = RepresentationAnswer | DelegationAnswer


def person_of(table: dict[str, bool]) -> dict[Attribute, bool]:
    return {Attribute(code): truth for code, truth in table.items()}


def answered(book: Rulebook, case: dict[str, Any]) -> Anyone:
    rules = book.applied("representation", RepresentationForm)
    party = msgspec.convert(case.get("party", {}), Party)
    if "people" in case:
        people = [person_of(table) for table in case["people"]]
        return may_delegate(rules, case["of"], people, case["on"], party, groups=book.groups)
    person = person_of(case["person"])
    return may_represent(rules, case["of"], person, case["on"], party, groups=book.groups)


def summary(answer: Anyone) -> dict[str, Any]:
    parts = ("missing", "one_of", "forbidden", "not_said", "must_include", "rest_by")
    return without_empty(
        may=answer.answer.value,
        reason=answer.answer.reason,
        notes=answer.answer.notes,
        alternatives=tuple(map(summary, answer.alternatives)),
        **{name: getattr(answer, name) for name in parts if hasattr(answer, name)},
    )


@pytest.mark.parametrize(("book", "case"), CASES)
def test_example(book: Rulebook, case: dict[str, Any]) -> None:
    assert summary(answered(book, case)) == case["answer"]


@pytest.mark.parametrize(("book", "case"), CASES)
def test_example_computes_again_and_can_be_said(book: Rulebook, case: dict[str, Any]) -> None:
    answer = answered(book, case)
    for item in (answer.answer, *(other.answer for other in answer.alternatives)):
        assert item.trace.value is item.value
        assert_holds_together(item.trace)
        assert_can_be_said(item.trace, item.reason, *item.notes)


def test_nobody_is_head_and_deputy_at_once() -> None:
    person = {Attribute.DEPUTY: True, Attribute.HEAD_OF_AUTHORITY: True}
    with pytest.raises(ContradictoryPerson, match=r"^nobody is head of an authority and"):
        may_represent(NETWORKS, "presidency", person, DAY, Party())
    with pytest.raises(ContradictoryPerson):
        may_delegate(NETWORKS, "presidency", [{}, person], DAY, Party())


PEOPLE = st.dictionaries(st.sampled_from(list(Attribute)), st.booleans()).filter(
    lambda person: not (person.get(Attribute.DEPUTY) and person.get(Attribute.HEAD_OF_AUTHORITY))
)
BODIES = st.sampled_from(("policy-committee", "member", "presidency"))
PAID = Party(paid=frozenset({"current-year"}))


@for_all(PEOPLE, BODIES, st.sampled_from(list(Attribute)), st.booleans())
def test_knowing_more_never_turns_an_answer_round(
    person: dict[Attribute, bool], body: str, attribute: Attribute, truth: bool
) -> None:
    before = may_represent(NETWORKS, body, person, DAY, PAID).answer
    assert_holds_together(before.trace)
    more = {attribute: truth} | person
    if more.get(Attribute.DEPUTY) and more.get(Attribute.HEAD_OF_AUTHORITY):
        return
    after = may_represent(NETWORKS, body, more, DAY, PAID).answer
    if before.value is not None:
        assert after.value is before.value
    else:
        assert before.reason is not None
