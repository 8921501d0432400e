"""Months and years keep the day of the month where it exists, else take the last."""

from datetime import date

import pytest

from koinon.rules.duration import BadDuration, Duration


@pytest.mark.parametrize(
    ("text", "day", "after"),
    [
        ("3 weeks", date(2026, 1, 5), date(2026, 1, 26)),
        ("1 month", date(2024, 1, 31), date(2024, 2, 29)),
        ("6 months", date(2026, 8, 31), date(2027, 2, 28)),
        ("1 year", date(2024, 2, 29), date(2025, 2, 28)),
        ("10 days", date(2026, 12, 25), date(2027, 1, 4)),
    ],
)
def test_a_duration_after_a_day(text: str, day: date, after: date) -> None:
    assert Duration.parse(text).after(day) == after
    assert str(Duration.parse(text)) == text


def test_times_count_from_the_first_day() -> None:
    assert Duration.parse("1 month").after(date(2026, 1, 31), 2) == date(2026, 3, 31)


def test_before_is_the_way_back() -> None:
    assert Duration.parse("2 years").before(date(2024, 2, 29)) == date(2022, 2, 28)


@pytest.mark.parametrize("text", ["", "0 days", "weeks", "3 fortnights", "1.5 years", "-1 day"])
def test_what_is_no_length_of_time_is_refused(text: str) -> None:
    with pytest.raises(BadDuration):
        Duration.parse(text)


def test_the_calendar_ends() -> None:
    with pytest.raises(OverflowError):
        Duration.parse("1 year").after(date(9999, 1, 1))
