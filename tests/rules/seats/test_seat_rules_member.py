"""Worked examples: the seats of one member."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from koinon.rules.condition import Party
from koinon.rules.eligibility.checks import ImpossiblePopulation
from koinon.rules.seats.forms import SeatForm
from koinon.rules.seats.member import seats_of_member
from koinon.rules.trace import Trace, given
from tests.rules.reading import plain
from tests.rules.rulebook import Rulebook, assert_can_be_said, assert_holds_together, cases_in

FOLDER = Path(__file__).parent / "members"
TODAY = date(2026, 11, 22)


def figure(name: str, value: int | None) -> Trace | None:
    return None if value is None else given(name, value)


@pytest.mark.parametrize(("book", "case"), cases_in(FOLDER))
def test_seats_of_a_member(book: Rulebook, case: dict[str, Any]) -> None:
    answer = seats_of_member(
        book.applied("seats", SeatForm),
        case.get("body", "delegates-assembly"),
        Party(kind=case.get("kind")),
        figure("seats.population", case.get("population")),
        case.get("on", TODAY),
        fee=figure("seats.fee", case.get("fee")),
    )
    assert plain(answer) == {"notes": [], **case["answer"]}
    assert answer.trace.value == answer.value
    assert_holds_together(answer.trace)
    assert_can_be_said(answer.trace, answer.reason, *answer.notes)


def test_the_derivation_leads_from_the_population_to_the_bracket() -> None:
    book = Rulebook(FOLDER / "made_up.toml")
    rules = book.applied("seats", SeatForm)
    population = given("seats.population", 2_000_000, "inhabitants")
    answer = seats_of_member(rules, "council", Party(), population, date(2021, 1, 1))
    assert [item.name for item in answer.trace.inputs] == ["seats.fixed", "seats.bracket.between"]
    bracket = answer.trace.inputs[1]
    assert (bracket.value, bracket.inputs, bracket.operator) == (4, (population,), "pick")
    assert bracket.rule is not None
    assert (bracket.rule.code, bracket.params["lower"]) == ("by-size", 1_000_000)


def test_an_impossible_population_is_refused() -> None:
    with pytest.raises(ImpossiblePopulation, match="-1 inhabitants"):
        seats_of_member((), "council", Party(), given("seats.population", -1), TODAY)
