"""The disc of two halves, as lines."""

import re
from itertools import product

import pytest

from koinon.rules.spell.disc import Half
from koinon.rules.spell.state import State
from koinon.web.pictures.disc import ARC, MIDDLE, RADIUS, SHIFT, Stroke, hatching, strokes

LEFT = "M10 2.5 A7.5 7.5 0 0 0 10 17.5 Z"
RIGHT = "M10 2.5 A7.5 7.5 0 0 1 10 17.5 Z"


def test_both_halves_filled_close_to_a_whole_disc() -> None:
    assert strokes("solid", "solid", "agreed") == (
        Stroke(LEFT, filled=True),
        Stroke(RIGHT, filled=True),
    )


def test_what_nobody_knows_is_dotted_and_what_was_not_answered_is_a_line() -> None:
    assert strokes("outline", "dotted") == (Stroke(LEFT), Stroke(RIGHT, dotted=True))


def test_halves_that_differ_are_shifted_against_each_other() -> None:
    drawn = strokes("solid", "crossed", "differing")
    assert [stroke.shift for stroke in drawn] == [-SHIFT, SHIFT, SHIFT]
    assert drawn[2].path == "M11.5 7.5 L16 12.5 M16 7.5 L11.5 12.5"


def test_what_was_not_confirmed_for_long_has_an_arc() -> None:
    assert strokes("solid", "dotted", "aging")[-1] == Stroke(ARC)


@pytest.mark.parametrize("side", ["left", "right"])
def test_hatching_stays_in_its_half(side: str) -> None:
    numbers = [float(it) for it in re.findall(r"[\d.]+", hatching(side))]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    assert len(points) == 8
    for x, y in points:
        assert (x <= MIDDLE) if side == "left" else (x >= MIDDLE)
        assert (x - MIDDLE) ** 2 + (y - MIDDLE) ** 2 <= (RADIUS + 0.1) ** 2


def test_each_look_and_state_has_its_own_drawing() -> None:
    looks = [strokes(left, right) for left, right in product(Half, Half)]
    assert len(set(looks)) == len(Half) ** 2
    assert len({strokes("hatched", "hatched", state) for state in State}) == 3
