"""Compositions, example by example, and what holds for every share."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

import msgspec
import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from koinon.rules.answer import Answer
from koinon.rules.bound import OPEN_BOUND, Bound
from koinon.rules.condition import Condition, Party
from koinon.rules.period import Period
from koinon.rules.quota.answer import ImpossibleComposition, QuotaAnswer
from koinon.rules.quota.calculation import quota
from koinon.rules.quota.classes import classes_apart
from koinon.rules.quota.forms import Class, QuotaForm, Share
from koinon.rules.rule import AppliedRule
from koinon.rules.trace import RuleRef
from tests.rules.rulebook import (
    Rulebook,
    assert_can_be_said,
    assert_holds_together,
    cases_in,
    without_empty,
)

CASES = cases_in(Path(__file__).parent / "examples")
DAY = date(2024, 1, 1)
SAID = {True: "yes", False: "no", None: "unknown"}


def answered(book: Rulebook, case: dict[str, Any]) -> QuotaAnswer:
    holders = msgspec.convert(case.get("holders"), tuple[Party, ...] | None)
    return quota(
        book.applied("quota", QuotaForm),
        case["seats"],
        day=case["on"],
        body=case.get("body", ""),
        within=case.get("within", ""),
        women=case.get("women"),
        men=case.get("men"),
        holders=holders,
        groups=book.groups,
    )


def reading_lines(answer: QuotaAnswer, *, with_people: bool) -> list[str]:
    return [
        f"{item.rounding} {item.least} {SAID[item.feasible]}"
        + (f" {SAID[item.fulfilled]}" if with_people else "")
        for part in answer.parts
        for item in part.readings
    ]


def summary(answer: QuotaAnswer) -> dict[str, Any]:
    fulfilled = answer.fulfilled
    return without_empty(
        feasible=answer.feasible,
        least=answer.least,
        reason=answer.reason,
        notes=answer.answer.notes,
        fulfilled=None if fulfilled is None else fulfilled.value,
        fulfilled_notes=() if fulfilled is None else fulfilled.notes,
        readings=tuple(reading_lines(answer, with_people=fulfilled is not None)),
        corrective=tuple(part.corrective.post for part in answer.parts if part.corrective),
        criteria=tuple(item.code for part in answer.parts for item in part.criteria),
        admission=any(part.condition_of_admission for part in answer.parts) or None,
        alternatives=tuple(
            f"{part.least} {SAID[part.answer.value]}" for part in answer.alternatives
        ),
    )


def all_answers(answer: QuotaAnswer) -> Iterator[Answer[bool]]:
    parts = (*answer.parts, *answer.alternatives)
    yield from (answer.answer, *(part.answer for part in parts))
    reached = (answer.fulfilled, *(part.fulfilled for part in parts))
    yield from (item for item in reached if item is not None)


@pytest.mark.parametrize(("book", "case"), CASES)
def test_example(book: Rulebook, case: dict[str, Any]) -> None:
    assert summary(answered(book, case)) == case["answer"]


@pytest.mark.parametrize(("book", "case"), CASES)
def test_example_computes_again_and_can_be_said(book: Rulebook, case: dict[str, Any]) -> None:
    for item in all_answers(answered(book, case)):
        assert item.trace.value is item.value
        assert_holds_together(item.trace)
        assert_can_be_said(item.trace, item.reason, *item.notes)


@pytest.mark.parametrize(
    ("seats", "women", "men", "sentence"),
    [
        (-1, None, None, "-1 seats: give a whole number from 0 upwards"),
        (3, -2, None, "-2 people: give a whole number from 0 upwards"),
        (3, 2, 2, "4 people on 3 seats: give at most as many people as seats"),
    ],
)
def test_an_impossible_composition_is_refused(
    seats: int, women: int | None, men: int | None, sentence: str
) -> None:
    with pytest.raises(ImpossibleComposition) as refused:
        quota([], seats, day=DAY, women=women, men=men)
    assert str(refused.value) == sentence


def test_more_holders_than_seats_are_refused() -> None:
    with pytest.raises(ImpossibleComposition):
        quota([], 1, day=DAY, holders=[Party(), Party()])


def test_classes_that_nobody_can_share() -> None:
    def of_kind(*kinds: str) -> Class:
        return Class(code="c", names={"en": "c"}, who=Condition(kind=kinds))

    place = Class(code="p", names={"en": "p"}, who=Condition(place=("DE",)))
    either = Class(
        code="e", names={"en": "e"}, who=(Condition(kind=("a",)), Condition(kind=("b",)))
    )
    assert classes_apart([]) == 0
    assert classes_apart([place, place]) == 1
    assert classes_apart([of_kind("a"), of_kind("b"), of_kind("c"), place]) == 3
    assert classes_apart([of_kind("a"), of_kind("a", "b"), of_kind("c")]) == 2
    assert classes_apart([either, of_kind("b"), of_kind("c")]) == 2


def share_rule(
    at_least: Fraction, rounding: Literal["strict", "up", "nearest", "down", "undeclared"]
) -> AppliedRule[QuotaForm]:
    start = Bound(date(2000, 1, 1))
    rule: QuotaForm = Share(
        code="a", valid_from=start, source="s", body="b", at_least=at_least, rounding=rounding
    )
    ref = RuleRef(network="n", kind="quota", form="share", code="a", valid_from="2000-01-01")
    return AppliedRule(rule=rule, ref=ref, validity=Period(start, OPEN_BOUND))


SHARES = st.fractions(0, 1, max_denominator=20)


@for_all(SHARES, st.integers(0, 60), st.data())
def test_the_strict_reading_is_the_share_itself(
    share: Fraction, seats: int, data: st.DataObject
) -> None:
    women = data.draw(st.integers(0, seats))
    men = data.draw(st.integers(0, seats - women))
    answer = quota([share_rule(share, "strict")], seats, day=DAY, women=women, men=men)
    reached = [seats == 0 or Fraction(people, seats) >= share for people in (women, men)]
    assert answer.fulfilled is not None
    assert answer.fulfilled.value is all(reached)
    splits = ((some, seats - some) for some in range(seats + 1))
    feasible = any(seats == 0 or Fraction(min(split), seats) >= share for split in splits)
    assert answer.feasible is feasible
    assert_holds_together(answer.answer.trace, answer.fulfilled.trace)


@for_all(SHARES, st.integers(0, 60))
def test_looser_readings_ask_for_no_more(share: Fraction, seats: int) -> None:
    answer = quota([share_rule(share, "undeclared")], seats, day=DAY)
    readings = answer.parts[0].readings
    assert [item.rounding for item in readings] == ["strict", "up", "nearest", "down"]
    least = [item.least for item in readings]
    assert least == sorted(least, reverse=True)
    assert least[0] - least[-1] <= 1
    assert (answer.feasible, answer.least) == (readings[0].feasible, readings[0].least)
    declared = [quota([share_rule(share, item.rounding)], seats, day=DAY) for item in readings]
    assert [(item.feasible, item.least) for item in declared] == [
        (item.feasible, item.least) for item in readings
    ]
    assert_holds_together(answer.answer.trace)
