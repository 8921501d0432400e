"""The figures above a body's page, and what is coming up in it."""

from datetime import date
from decimal import Decimal

import pytest

from koinon.overview.body_outlook import Days, KeyFigures
from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.duration import Duration
from tests.loaded import demo
from tests.overview.bodies import body

__all__ = ["demo"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def coming(network: str, code: str, day: date) -> list[tuple[str, str, bool]]:
    items = body(network, code, day).coming
    return [(str(it.on) if it.on else "", it.what.code, it.late) for it in items]


def test_figures_of_a_term_that_ran_out() -> None:
    assert body("rgre-ds", "main-committee").figures == KeyFigures(
        seats=37,
        at_most=True,
        substitutes=28,
        length=Duration(3, "year"),
        is_permanent=False,
        days=Days(607, Reason("body.key.days.run-out", {"n": 607}), is_least=True),
    )


def test_days_since_an_end_known_to_the_year_are_the_least_there_may_be() -> None:
    days = body("uclg", "executive-bureau").figures.days
    assert days == Days(326, Reason("body.key.days.run-out", {"n": 326}), is_least=True)


def test_where_no_rule_gives_a_size_the_latest_stated_one_stands() -> None:
    figures = body("cemr", "policy-committee").figures
    assert figures.seats is None
    assert figures.stated is not None
    assert figures.stated.qualified == Reason("qualifier.over", {"value": Decimal(170)})


def test_days_that_a_term_still_runs() -> None:
    figures = body("rgre-ds", "main-committee", date(2025, 3, 1)).figures
    assert figures.days == Days(23, Reason("body.key.days.running", {"n": 23}), is_least=True)


def test_what_nobody_knows_is_not_made_up() -> None:
    assert body("uclg", "statutory-affairs").figures == KeyFigures(
        seats=None,
        at_most=False,
        substitutes=None,
        length=None,
        is_permanent=False,
        days=None,
    )


def test_what_is_late_comes_first_and_what_has_no_day_last() -> None:
    assert coming("rgre-ds", "main-committee", date(2026, 11, 22)) == [
        ("2025-03-23..2025-03-24", "body.coming.run-out", True),
        ("", "body.coming.meeting", False),
    ]
    assert coming("rgre-ds", "main-committee", date(2024, 1, 1)) == [
        ("2025-03-23..2025-03-24", "body.coming.end", False),
        ("", "body.coming.meeting", False),
    ]


def test_ends_of_those_who_sit_there_by_name_come_up() -> None:
    items = body("eccar", "steering-committee").coming
    assert [(it.on, it.what.params.get("person")) for it in items] == [
        (Bound.parse("2027"), "Benedetto Zacchiroli"),
        (Bound(date(2029, 10, 22), date(2029, 10, 23)), None),
    ]
