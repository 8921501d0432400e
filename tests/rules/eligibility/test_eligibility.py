"""Who may belong, example by example; each check agrees with the condition as a whole."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from koinon.rules.condition import Condition, Group, Party, applies
from koinon.rules.eligibility.calculation import GradeAnswer, eligible, grades_met
from koinon.rules.eligibility.checks import Check, ImpossiblePopulation, judge
from koinon.rules.eligibility.forms import EligibilityForm
from koinon.rules.kind import OrganisationKind
from koinon.wording.catalogue import has
from koinon.wording.language import Language
from koinon.wording.say import say
from tests.rules.rulebook import (
    Rulebook,
    assert_can_be_said,
    assert_holds_together,
    cases_in,
    without_empty,
)

EXAMPLES = Path(__file__).parent / "examples"
CASES = cases_in(EXAMPLES)
DAY = date(2024, 1, 1)


def check_line(check: Check) -> str:
    truth = {True: "yes", False: "no", None: "unknown" if check.said else "unsaid"}[check.truth]
    return f"{check.way} {check.what} {truth}"


def summary(answer: GradeAnswer) -> dict[str, Any]:
    asked = (("" if item.must else "not ") + item.condition.code for item in answer.asked)
    return without_empty(
        grade=answer.grade,
        eligible=answer.answer.value,
        reason=answer.answer.reason,
        notes=answer.answer.notes,
        checks=tuple(map(check_line, answer.checks)),
        asked=tuple(asked),
        alternatives=tuple(map(summary, answer.alternatives)),
    )


def answers(book: Rulebook, case: dict[str, Any]) -> tuple[GradeAnswer, ...]:
    party = msgspec.convert(case["party"], Party)
    rules = book.applied("eligibility", EligibilityForm)
    return eligible(rules, party, case["on"], case.get("grade"), book.groups)


def all_answers(found: tuple[GradeAnswer, ...]) -> Iterator[GradeAnswer]:
    for item in found:
        yield item
        yield from all_answers(item.alternatives)


@pytest.mark.parametrize(("book", "case"), CASES)
def test_example(book: Rulebook, case: dict[str, Any]) -> None:
    expected = {item["grade"]: item for item in case["answer"]}
    assert {item.grade: summary(item) for item in answers(book, case)} == expected


@pytest.mark.parametrize(("book", "case"), CASES)
def test_example_computes_again_and_can_be_said(book: Rulebook, case: dict[str, Any]) -> None:
    for item in all_answers(answers(book, case)):
        assert item.answer.trace.value is item.answer.value
        assert_holds_together(item.answer.trace)
        assert_can_be_said(item.answer.trace, item.answer.reason, *item.answer.notes)


def test_grades_met() -> None:
    book = Rulebook(EXAMPLES / "eurocities.toml")
    rules = book.applied("eligibility", EligibilityForm)
    cologne = Party(kind="municipality", places=frozenset({"DE", "EU"}), population=1_084_831)
    somewhere = Party(kind="municipality", population=1_084_831)
    assert grades_met(rules, cologne, DAY, book.groups) == frozenset({"full"})
    assert grades_met(rules, somewhere, DAY, book.groups) is None
    asked = Rulebook(EXAMPLES / "asked.toml").applied("eligibility", EligibilityForm)
    member_only = [item for item in asked if item.rule.grade != "section"]
    assert grades_met(member_only, cologne, DAY) == frozenset({"member"})


def test_an_impossible_population_is_refused() -> None:
    with pytest.raises(ImpossiblePopulation, match=r"^-1 inhabitants"):
        judge(Condition(population_from=1), Party(population=-1), None)


def test_every_kind_has_its_word() -> None:
    missing = [
        (kind, language)
        for kind in OrganisationKind
        for language in Language
        if not has(f"kind.{kind}", language)
    ]
    assert missing == []


def test_conditions_speak_of_kinds_and_groups_in_words() -> None:
    who = Condition(kind=("municipality", "county"), place=("part", "FR"))
    kind, place = judge(who, Party(), GROUPS).checks
    said = [say(check.trace.name, "en", **check.trace.params) for check in (kind, place)]
    assert said == [
        "Kind of organisation, one of: city or municipality and county",
        "Lies in one of: Part and FR",
    ]
    assert [check.said for check in (kind, place)] == [False, False]


def test_conditions_on_numbers_are_named_by_their_ends() -> None:
    who = tuple(
        Condition(population_from=lower, population_up_to=upper)
        for lower, upper in ((1, None), (None, 2), (1, 2))
    )
    checks = judge((*who, Condition(districts_from=3)), Party(), None).checks
    names = [check.trace.name.removeprefix("eligibility.condition.") for check in checks]
    assert names == ["population.from", "population.up-to", "population.between", "districts.from"]
    assert [check.said for check in checks] == [False] * 4


PLACES = st.sampled_from(("DE", "PL", "FR", "part", "whole", "nested"))
CODES = st.sampled_from(("a", "b", "c"))
GROUPS = {
    "part": Group(names={"en": "Part"}, places=("DE",), never=("FR",)),
    "whole": Group(names={"en": "Whole"}, places=("DE", "FR"), complete=True),
    "nested": Group(names={"en": "Nested"}, places=("part", "whole"), complete=True),
}


def several[T](codes: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(codes, max_size=2, unique=True).map(tuple)


def perhaps_several(codes: st.SearchStrategy[str]) -> st.SearchStrategy[frozenset[str] | None]:
    return st.none() | st.frozensets(codes, max_size=2)


NUMBERS = st.none() | st.integers(0, 20)
CONDITIONS = st.builds(
    Condition,
    kind=several(CODES),
    place=several(PLACES),
    outside=several(PLACES),
    population_from=NUMBERS,
    population_up_to=NUMBERS,
    districts_from=NUMBERS,
    grade=several(CODES),
    strand=st.just("") | CODES,
    party=several(CODES),
    member_of=st.just("") | CODES,
    paid=st.just("") | CODES,
)
PARTIES = st.builds(
    Party,
    code=st.just("") | CODES,
    kind=st.none() | CODES,
    places=perhaps_several(st.sampled_from(("DE", "PL", "FR"))),
    population=NUMBERS,
    districts=NUMBERS,
    grades=perhaps_several(CODES),
    strands=perhaps_several(CODES),
    networks=perhaps_several(CODES),
    paid=perhaps_several(CODES),
)


@for_all(CONDITIONS | several(CONDITIONS), PARTIES)
def test_checks_agree_with_the_condition_as_a_whole(
    who: Condition | tuple[Condition, ...], party: Party
) -> None:
    judgement = judge(who, party, GROUPS)
    assert judgement.truth is applies(who, party, GROUPS)
    assert_holds_together(judgement.trace)
    if judgement.truth is None:
        assert judgement.open_checks
    silent = not any(check.said for check in judgement.open_checks)
    assert judgement.is_unsaid is (judgement.truth is None and silent)
