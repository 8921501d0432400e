"""Spans of time on a calendar: where they lie, which words fit, what is left out."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koinon.rules.bound import OPEN_BOUND, Bound
from koinon.web.pictures.spans import (
    BAR,
    MOST_LANES,
    MOST_ROWS,
    Bar,
    Kind,
    Mark,
    Row,
    Span,
    Spans,
    spans,
)

DAY = date(2026, 11, 22)
days = st.dates(date(1950, 1, 1), date(2050, 1, 1))


def bound(text: str) -> Bound:
    return Bound.parse(text)


def term(since: str, until: str | None, words: str = "", kind: Kind = Kind.SEAT) -> Span:
    return Span(bound(since), bound(until) if until else None, words, kind)


def drawn(*rows: tuple[Span, ...], width: int = 800, left: int = 200) -> Spans:
    return spans([Row(f"Row {n}", "", it) for n, it in enumerate(rows)], DAY, width, left=left)


def test_a_rough_term_that_ran_out_and_what_follows() -> None:
    gap = term("2025-03-25", "2026-11-22", "Nachfolge", Kind.GAP)
    picture = drawn((term("2022", "2025-03-25", "Amtszeit"), gap))
    (line,) = picture.lines
    assert line.bars == (
        Bar(200.0, 322.9, 299.7, 223.2, 30, Kind.SEAT, "Amtszeit", 305.7, False, False),
        Bar(522.9, 166.2, 522.9, 166.2, 30, Kind.GAP, "Nachfolge", 528.9, False, False),
    )
    assert [(mark.x, mark.label) for mark in picture.years] == [
        (200.0, "2022"),
        (300.0, "2023"),
        (399.9, "2024"),
        (500.1, "2025"),
        (600.1, "2026"),
        (700.0, ""),
    ]
    assert picture.day == Mark(689.1, "2026", "middle")
    assert (picture.width, picture.height, picture.left_out) == (800, 72, 0)


@given(st.lists(st.tuples(days, days, st.text("ab ", max_size=30)), min_size=1, max_size=30))
def test_bars_keep_inside_and_apart(given_spans: list[tuple[date, date, str]]) -> None:
    row = tuple(
        Span(Bound(min(one, other)), Bound(max(one, other)), words)
        for one, other, words in given_spans
    )
    picture = drawn(row)
    (line,) = picture.lines
    assert len(line.bars) + picture.left_out == len(row)
    for bar in line.bars:
        assert 200 <= bar.x <= bar.x + bar.width <= 802
        assert bar.words == "" or bar.words_x + len(bar.words) * 7 <= 800
        assert bar.y + BAR <= picture.height
    by_lane = sorted(line.bars, key=lambda it: (it.y, it.x))
    for one, other in pairwise(by_lane):
        assert one.y != other.y or one.x + one.width <= other.x + 2


def test_an_open_end_reaches_the_day_asked_for() -> None:
    picture = drawn((term("2025-01-01", None), term("2025-01-01", "after 2025")))
    assert [bar.x + bar.width for bar in picture.lines[0].bars] == [picture.day.x] * 2
    assert spans([Row("", "", (Span(OPEN_BOUND, None, ""),))], DAY, 800, left=0).lines


@pytest.mark.parametrize(
    ("span", "words", "place"),
    [
        (term("2024-01-01", "2026-01-01", "In the bar"), "In the bar", "within"),
        (term("2024-01-01", "2024-02-01", "Beside it"), "Beside it", "outside"),
        (term("2023", "2025", "Over what is rough and longer than all the room"), "", "within"),
        (
            Span(bound("2024-01-01"), bound("2028-01-01"), "x" * 70, short="Short"),
            "Short",
            "within",
        ),
    ],
)
def test_words_stand_where_they_fit(span: Span, words: str, place: str) -> None:
    (bar,) = drawn((span,)).lines[0].bars
    assert (bar.words, "outside" if bar.outside else "within") == (words, place)


def test_words_on_a_rough_span_get_a_plate() -> None:
    after = term("2028-01-01", "2028-01-20")
    (bar, _) = drawn((term("2023", "2027", "Some words over both"), after)).lines[0].bars
    assert bar.on_rough is False
    (bar, _) = drawn((term("2022..2027", "2027", "Over what is rough"), after)).lines[0].bars
    assert (bar.words, bar.on_rough) == ("Over what is rough", True)


def test_what_finds_no_room_is_counted() -> None:
    crowd = tuple(term("2020-01-01", "2024-01-01") for _ in range(MOST_LANES + 3))
    rows = [(term("2020-01-01", None),)] * (MOST_ROWS + 2)
    picture = drawn(crowd, *rows)
    assert len(picture.lines) == MOST_ROWS
    assert len(picture.lines[0].bars) == MOST_LANES
    assert picture.left_out == 3 + 3


def test_names_stand_above_the_bars_where_it_is_narrow() -> None:
    picture = drawn((term("2020-01-01", None),), width=288, left=0)
    (line,) = picture.lines
    assert (line.y, line.above_y, picture.years[0].anchor) == (54, 47, "start")
