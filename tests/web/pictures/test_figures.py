"""The chart of figures: from zero, dots with their source's span, counted steps."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koinon.rules.bound import Bound
from koinon.rules.spell.counted import Step
from koinon.web.pictures.figures import Drawing, Stated, draw_figures

DAY = date(2026, 11, 22)
STATED = (
    Stated(56, "56", Bound.parse("2025")),
    Stated(33, "33", Bound.parse("2020")),
    Stated(25, "über 25", Bound.parse("2015..2020")),
)
COUNTED = (Step(date(2013, 1, 1), 11), Step(date(2018, 1, 1), 28), Step(date(2026, 1, 1), 35))


def drawn(*stated: Stated, counted: tuple[Step, ...] = ()) -> Drawing:
    (drawing,) = draw_figures(stated, [counted] if counted else [], DAY, [640])
    return drawing


def test_the_axis_begins_with_zero_and_ends_above_the_highest() -> None:
    assert [it.number for it in drawn(*STATED).lines] == [0, 20, 40, 60]
    assert drawn(*STATED).lines[0].at == drawn(*STATED).base


@pytest.mark.parametrize(
    ("highest", "numbers"),
    [
        (1, [0, 1]),
        (3, [0, 1, 2, 3]),
        (7, [0, 2, 4, 6, 8]),
        (170, [0, 50, 100, 150, 200]),
        (10_000, [0, 2000, 4000, 6000, 8000, 10000]),
        (12_345, [0, 5000, 10000, 15000]),
    ],
)
def test_the_axis_is_marked_by_round_numbers(highest: int, numbers: list[int]) -> None:
    found = drawn(Stated(highest, str(highest), Bound.parse("2020"))).lines
    assert [it.number for it in found] == numbers


def test_years_are_marked_as_far_apart_as_there_is_room() -> None:
    assert [it.number for it in drawn(*STATED).years] == list(range(2015, 2027))
    (narrow,) = draw_figures(STATED, [], DAY, [326])
    assert [it.number for it in narrow.years] == [2016, 2018, 2020, 2022, 2024, 2026]


def test_a_dot_stands_in_the_middle_of_its_sources_span() -> None:
    (_, _, mark) = drawn(*STATED, counted=COUNTED).marks
    assert (mark.label, mark.x, mark.y) == ("über 25", 243.0, 149.7)
    assert mark.bar == "M114 145.7v8M114 149.7H372M372 145.7v8"
    assert (mark.label_x, mark.label_y, mark.anchor) == (243.0, 139.2, "middle")


def test_a_day_that_is_known_exactly_has_a_bar_of_no_length() -> None:
    (mark,) = drawn(Stated(5, "5", Bound.parse("2020-06-01"))).marks
    end = f"M{mark.x:g} {mark.y - 4:g}v8"
    assert mark.bar == f"{end}M{mark.x:g} {mark.y:g}H{mark.x:g}{end}"
    assert not mark.is_open


def test_of_a_span_without_a_beginning_the_known_end_is_the_dot() -> None:
    drawing = drawn(Stated(112, "112", Bound.parse("by 2020")))
    (mark,) = drawing.marks
    assert mark.is_open
    assert mark.bar.startswith(f"M{drawing.left:g} ")
    assert mark.bar.endswith(f"M{mark.x:g} {mark.y - 4:g}v8")


def test_counted_steps_begin_at_the_axis_and_end_on_the_day() -> None:
    (stair,) = drawn(*STATED, counted=COUNTED).counted
    assert stair.path == "M28 238H28V199.1H243V139.1H587.1V114.3H625.4"
    assert (stair.number, stair.x, stair.y) == (35, 625.4, 130.8)


def test_what_is_counted_only_later_is_not_drawn() -> None:
    assert drawn(*STATED, counted=(Step(date(2030, 1, 1), 5),)).counted == ()


def test_without_anything_counted_there_is_no_line() -> None:
    assert drawn(*STATED).counted == ()


@given(
    values=st.lists(st.tuples(st.integers(0, 20_000), st.integers(1950, 2030)), max_size=12),
    width=st.sampled_from([326, 460, 640]),
)
def test_everything_stays_inside_and_no_label_meets_another(
    values: list[tuple[int, int]], width: int
) -> None:
    stated = [Stated(value, str(value), Bound.parse(str(year))) for value, year in values]
    (drawing,) = draw_figures(stated, [COUNTED], DAY, [width])
    boxes = []
    for mark in drawing.marks:
        assert drawing.left <= mark.x <= drawing.right
        assert 0 < mark.y <= drawing.base
        if mark.label:
            wide = 8 * len(mark.label)
            shift = {"start": 0.0, "middle": wide / 2, "end": wide}[mark.anchor]
            left = mark.label_x - shift
            assert left >= 0
            assert left + wide <= width
            boxes.append((left, mark.label_y, wide))
    for (x1, y1, w1), (x2, y2, w2) in combinations(boxes, 2):
        assert x1 + w1 <= x2 + 0.2 or x2 + w2 <= x1 + 0.2 or abs(y1 - y2) >= 16.8
