"""Counting over time: steps from changes, and the least and most within a span."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from koinon.rules.bound import OPEN_END
from koinon.rules.spell.counted import Change, Step, counted_on, counted_within, steps

FIRST, SECOND, THIRD = date(2011, 1, 1), date(2015, 5, 17), date(2020, 1, 1)
FOUND = (Step(FIRST, 4), Step(SECOND, 6), Step(THIRD, 5))
DAYS = st.dates(date(2000, 1, 1), date(2030, 1, 1))


def test_changes_add_up_to_steps() -> None:
    changes = [Change(SECOND, 2), Change(FIRST, 4), Change(THIRD, -1), Change(OPEN_END, -5)]
    assert steps(changes) == FOUND


def test_one_who_leaves_and_one_who_comes_on_a_day_change_nothing() -> None:
    assert steps([Change(FIRST, 1), Change(SECOND, -1), Change(SECOND, 1)]) == (Step(FIRST, 1),)


def test_before_the_first_step_nobody_is_counted() -> None:
    assert counted_on(FOUND, FIRST - timedelta(days=1)) == 0
    assert counted_on(FOUND, FIRST) == 4
    assert counted_on(FOUND, THIRD) == 5
    assert counted_on((), THIRD) == 0


def test_within_a_span_there_is_a_least_and_a_most() -> None:
    assert counted_within(FOUND, date(2014, 1, 1), date(2014, 12, 31)) == (4, 4)
    assert counted_within(FOUND, date(2014, 1, 1), date(2020, 12, 31)) == (4, 6)
    assert counted_within(FOUND, date(2000, 1, 1), FIRST) == (0, 4)


@given(periods=st.lists(st.tuples(DAYS, DAYS)), day=DAYS)
def test_on_every_day_as_many_are_counted_as_hold(
    periods: list[tuple[date, date]], day: date
) -> None:
    spans = [(min(it), max(it)) for it in periods]
    changes = [Change(a, 1) for a, _ in spans] + [Change(b, -1) for _, b in spans]
    assert counted_on(steps(changes), day) == sum(a <= day < b for a, b in spans)
