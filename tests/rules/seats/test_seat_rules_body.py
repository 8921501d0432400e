"""Worked examples: the seats of whole bodies, and how many of them are vacant."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from koinon.rules.answer import Answer, Reason
from koinon.rules.seats.body import seats_of_body
from koinon.rules.seats.composition import BodySeats, Declared, DelegationSeats
from koinon.rules.seats.forms import SeatForm
from koinon.rules.trace import Trace, given
from tests.rules.rulebook import Rulebook, assert_can_be_said, assert_holds_together, cases_in

FOLDER = Path(__file__).parent / "bodies"
CASES = cases_in(FOLDER)
TODAY = date(2026, 11, 22)


class Post(NamedTuple):
    up_to: int | None = None
    at_most: bool = False


def figures(case: dict[str, Any], key: str) -> dict[str, Trace]:
    found = {}
    for name, value in case.get(key, {}).items():
        number = Decimal(value) if isinstance(value, str) else value
        found[name] = given("seats.population", number)
    return found


def body_of(book: Rulebook, case: dict[str, Any]) -> BodySeats:
    return seats_of_body(
        book.applied("seats", SeatForm),
        {code: Post(**post) for code, post in book.tables["posts"].items()},
        case["body"],
        case.get("on", TODAY),
        countries=figures(case, "countries"),
        figures=figures(case, "figures"),
    )


def written_reason(reason: Reason) -> str:
    params = {
        key: "+".join(value) if isinstance(value, tuple) else value
        for key, value in reason.params.items()
    }
    return " ".join([reason.code, *(f"{key}={value}" for key, value in params.items())])


def written(answer: Answer[int] | None) -> str | None:
    if answer is None:
        return None
    return written_reason(answer.reason) if answer.reason else str(answer.value)


def written_row(row: DelegationSeats) -> str:
    seats = "at most " * row.at_most + " or ".join(map(str, map(written, _numbers(row))))
    notes = [f" ({note.code})" for note in row.answer.notes]
    substitutes = "unknown" if row.substitutes is None else row.substitutes
    further = [
        ", differing" * row.differing,
        "" if substitutes == 0 else f", substitutes {substitutes}",
        f", named by {row.named_by}" if row.named_by else "",
    ]
    return f"{row.delegation}, {row.named}: {seats}{''.join([*notes, *further])}"


def _numbers(item: DelegationSeats | Declared) -> list[Answer[int]]:
    return [item.answer, *item.alternatives]


def written_size(declared: Declared | None) -> str | None:
    if declared is None:
        return None
    return "at most " * declared.at_most + " or ".join(map(str, map(written, _numbers(declared))))


def plain(body: BodySeats) -> dict[str, Any]:
    found = {
        "delegations": [written_row(row) for row in body.delegations],
        "advisory": [written_row(row) for row in body.advisory],
        "total": written(body.total),
        "persons": written(body.persons),
        "declared": written_size(body.declared),
        "unassigned": written(body.unassigned),
        "ties": [f"{'+'.join(tie.names)}: {tie.seats}" for tie in body.ties],
        "differing": body.differing,
        "notes": [written_reason(note) for note in body.notes],
    }
    return {key: value for key, value in found.items() if value}


@pytest.mark.parametrize(("book", "case"), CASES)
def test_seats_of_a_body(book: Rulebook, case: dict[str, Any]) -> None:
    body = body_of(book, case)
    assert plain(body) == case["answer"]
    assert (body.body, body.day) == (case["body"], case.get("on", TODAY))


def answers_of(body: BodySeats) -> list[Answer[int]]:
    rows = [*body.delegations, *body.advisory]
    found = [answer for row in rows for answer in _numbers(row)]
    found += _numbers(body.declared) if body.declared else []
    further = [body.total, body.persons, body.unassigned]
    return found + [answer for answer in further if answer is not None]


@pytest.mark.parametrize(("book", "case"), CASES)
def test_every_number_explains_itself(book: Rulebook, case: dict[str, Any]) -> None:
    body = body_of(book, case)
    for answer in answers_of(body):
        assert answer.trace.value == answer.value
        assert_holds_together(answer.trace)
        assert_can_be_said(answer.trace, answer.reason, *answer.notes, *body.notes)


def test_a_number_of_posts_at_most_makes_the_sum_a_maximum() -> None:
    book = Rulebook(FOLDER / "cemr.toml")
    officers = [rule for rule in book.applied("seats", SeatForm) if rule.rule.code == "officers"]
    posts = {"president": Post(1), "vice-president": Post(10, at_most=True)}
    posts["executive-president"] = Post(3)
    body = seats_of_body(officers, posts, "executive-bureau", TODAY)
    assert (body.total.value, body.at_most) == (14, True)
    assert [row.ex_officio for row in body.delegations] == [True, True, True]
