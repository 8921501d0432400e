"""A rough day is the span of days it may be, read and written as sources put it."""

import pickle
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koinon.rules.bound import BEGINNING, OPEN_BOUND, OPEN_END, BadBound, Bound, Precision
from koinon.rules.period import Period


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2018-07-12", date(2018, 7, 12), date(2018, 7, 12), Precision.DAY),
        ("2018-02", date(2018, 2, 1), date(2018, 2, 28), Precision.MONTH),
        ("2018-12", date(2018, 12, 1), date(2018, 12, 31), Precision.MONTH),
        ("2018", date(2018, 1, 1), date(2018, 12, 31), Precision.YEAR),
        ("by 2018", BEGINNING, date(2018, 12, 31), Precision.AT_LATEST),
        ("by 2018-07-12", BEGINNING, date(2018, 7, 12), Precision.AT_LATEST),
        ("after 2018", date(2019, 1, 1), OPEN_END, Precision.AT_EARLIEST),
        ("2018..2021", date(2018, 1, 1), date(2021, 12, 31), Precision.SPAN),
        ("2018-07..2018-08-03", date(2018, 7, 1), date(2018, 8, 3), Precision.SPAN),
    ],
)
def test_a_bound_is_read_and_written(
    text: str, earliest: date, latest: date, precision: Precision
) -> None:
    bound = Bound.parse(text)
    assert (bound.earliest, bound.latest, bound.precision) == (earliest, latest, precision)
    assert str(bound) == text


@pytest.mark.parametrize(
    "text", ["", "2018-13", "2015-02-30", "about 2018", "2021..2018", "18", "2018-7-1", "by"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(BadBound):
        Bound.parse(text)


DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@given(DAYS, DAYS)
def test_writing_a_bound_reads_back(one: date, other: date) -> None:
    bound = Bound(min(one, other), max(one, other))
    assert Bound.parse(str(bound)) == bound


def test_a_bound_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        OPEN_BOUND.earliest = date(2020, 1, 1)


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2017, 12, 31), False),
        (date(2018, 1, 1), None),
        (date(2018, 12, 30), None),
        (date(2018, 12, 31), True),
        (date(2020, 5, 31), True),
        (date(2020, 6, 1), None),
        (date(2020, 6, 29), None),
        (date(2020, 6, 30), False),
    ],
)
def test_a_period_is_certain_outside_its_rough_bounds(day: date, holds: bool | None) -> None:
    assert Period(Bound.parse("2018"), Bound.parse("2020-06")).holds_on(day) is holds


def test_an_end_is_the_first_day_after() -> None:
    period = Period(Bound.parse("2018-01-01"), Bound.parse("2019-01-01"))
    assert period.holds_on(date(2018, 12, 31)) is True
    assert period.holds_on(date(2019, 1, 1)) is False


def test_moving_a_bound_leaves_open_ends_open() -> None:
    assert Bound.parse("by 2018-07-12").shifted(1) == Bound.parse("by 2018-07-13")
    assert Bound.parse("2018-07-12").shifted(-1) == Bound(date(2018, 7, 12) - timedelta(days=1))


def test_a_cache_can_keep_it() -> None:
    for text in ("2018-07-12", "2018", "by 2018", "after 2018"):
        bound = Bound.parse(text)
        assert pickle.loads(pickle.dumps(bound)) == bound  # noqa: S301 - our own bytes
