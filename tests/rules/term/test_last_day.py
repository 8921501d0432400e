"""The last day of a period keeps the precision of its end."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koinon.rules.bound import OPEN_BOUND, Bound
from koinon.rules.term.last_day import last_day, last_day_of
from koinon.rules.trace import given as read
from koinon.rules.trace import recompute

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("end", "last"),
    [
        ("2025-11-01", "2025-10-31"),
        ("2027", "2027"),
        ("2025-11", "2025-11"),
        ("after 2024", "after 2024"),
        ("after 2025-03-28", "after 2025-03-28"),
        ("by 2020", "by 2020"),
        ("by 2020-10-30", "by 2020-10-29"),
        ("2026..2027", "2026..2027"),
        ("2016..2017-10", "2016..2017-10"),
        ("2015-10-22..2018-07-01", "2015-10-21..2018-06-30"),
        ("2029-01-01..2029-10-24", "2029-01-01..2029-10-23"),
        ("2015-10-01..2015-10-02", "2015-09-30..2015-10-01"),
    ],
)
def test_the_last_day_before_an_end(end: str, last: str) -> None:
    assert last_day(Bound.parse(end)) == Bound.parse(last)


def test_an_open_end_has_no_day_before() -> None:
    assert last_day(OPEN_BOUND) == OPEN_BOUND


@given(DAYS, st.integers(0, 900), DAYS, st.integers(0, 900))
def test_no_last_day_lies_before_the_start(
    end: date, end_width: int, start: date, start_width: int
) -> None:
    rough_end = Bound(end, end + timedelta(days=end_width))
    rough_start = Bound(start, start + timedelta(days=start_width))
    if rough_start.earliest < rough_end.latest:
        found = last_day_of(read("term.end", rough_end), rough_start)
        assert found.value.latest >= rough_start.earliest
        assert recompute(found) == found.value == last_day(rough_end, rough_start)


def test_a_span_that_begins_before_the_start_is_cut() -> None:
    start = Bound.parse("2015-10-21..2018-06-30")
    end = Bound.parse("2015-10-21..2018-06-30")
    assert last_day(end, start) == Bound.parse("2015-10-21..2018-06-30")
    trace = last_day_of(read("term.end", end), start)
    assert [item.name for item in trace.inputs] == ["term.end", "term.start"]
