"""Worked examples of the literature, and real elections."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from koinon.rules.seats.apportionment import apportion, explain, recompute
from koinon.rules.seats.forms import Method
from tests.rules.seats.seat_by_seat import by_quotient, by_remainder

FILE = Path(__file__).parent / "apportionments" / "literature.toml"
BOOK = tomllib.loads(FILE.read_text(encoding="utf-8"))
CASES = [
    pytest.param(example, Method(method), result, id=f"{example['title']}: {method}")
    for example in BOOK["example"]
    for method, result in example["results"].items()
]


def votes_of(example: dict[str, Any]) -> dict[str, int]:
    votes: str | dict[str, int] = example["votes"]
    return BOOK["votes"][votes] if isinstance(votes, str) else votes


@pytest.mark.parametrize(("example", "method", "result"), CASES)
def test_examples_come_out(example: dict[str, Any], method: Method, result: dict[str, int]) -> None:
    votes, at_least = votes_of(example), example.get("at_least", 0)
    outcome = apportion(votes, example["seats"], method=method, at_least=at_least)
    assert (outcome.ties, outcome.unassigned) == ((), 0)
    names = result if example.get("in_part") else votes
    assert {name: outcome.seats[name] for name in names} == result


@pytest.mark.parametrize(("example", "method", "result"), CASES)
def test_examples_come_out_seat_by_seat_too(
    example: dict[str, Any], method: Method, result: dict[str, int]
) -> None:
    if "at_least" in example:
        votes, seats = votes_of(example), example["seats"]
        explanation = explain(votes, seats, method=method, at_least=example["at_least"])
        assert recompute(explanation) == explanation.apportionment.seats
    elif method is Method.HARE_NIEMEYER:
        assert by_remainder(votes_of(example), example["seats"]) == (result, (), 0)
    else:
        assert by_quotient(votes_of(example), example["seats"], method, 0, None) == (result, (), 0)


def test_a_larger_house_takes_a_seat_from_alabama_and_from_nobody_else() -> None:
    votes = BOOK["votes"]["census-1880"]
    before, after = (
        apportion(votes, seats, method=Method.HARE_NIEMEYER, at_least=1).seats
        for seats in (299, 300)
    )
    assert {name: after[name] - before[name] for name in votes if after[name] != before[name]} == {
        "Alabama": -1,
        "Illinois": 1,
        "Texas": 1,
    }
