"""The land: read whole, cut to the frame, written in whole numbers."""

import re

from hypothesis import given
from hypothesis import strategies as st

from koinon.web.pictures.land import Frame, cut, land, outlines
from koinon.web.pictures.projection import Point, europe, world

EUROPE = Frame(-1500, -1500, 2000, 2000)
UNIT = EUROPE.width / 640
SQUARE = Frame(0, 0, 10, 10)


def test_the_outlines_are_those_of_the_world_without_antarctica() -> None:
    found = outlines()
    longitudes = [x for ring in found for x, _ in ring]
    latitudes = [y for ring in found for _, y in ring]
    assert len(found) > 400
    assert min(map(len, found)) >= 3
    assert (round(min(longitudes)), round(max(longitudes))) == (-180, 180)
    assert -58 < min(latitudes) < max(latitudes) < 84


def test_a_ring_is_cut_at_each_edge() -> None:
    ring = (Point(-5, 5), Point(5, 15), Point(15, 5), Point(5, -5))
    assert set(cut(ring, SQUARE)) == {
        Point(0, 10), Point(10, 10), Point(10, 0), Point(0, 0)
    }  # fmt: skip


def test_what_lies_outside_is_cut_away() -> None:
    assert cut((Point(11, 1), Point(12, 1), Point(12, 2)), SQUARE) == ()


@given(
    ring=st.lists(st.builds(Point, st.floats(-30, 30), st.floats(-30, 30)), min_size=3, max_size=12)
)
def test_what_is_left_lies_inside(ring: list[Point]) -> None:
    for point in cut(tuple(ring), SQUARE):
        assert -1e-6 <= point.x <= 10 + 1e-6
        assert -1e-6 <= point.y <= 10 + 1e-6


def test_a_path_holds_whole_numbers_and_stays_near_the_frame() -> None:
    path = land(europe, EUROPE, UNIT)
    assert re.fullmatch(r"(M-?\d+ -?\d+l(-?\d+ -?\d+ ?)+z)+", path)
    for piece in path.split("z")[:-1]:
        start, _, steps = piece[1:].partition("l")
        x, y = map(int, start.split())
        numbers = list(map(int, steps.split()))
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            assert -10 <= x <= 650
            assert -10 <= y <= 650


def test_the_size_of_a_map_is_bounded() -> None:
    assert 10_000 < len(land(europe, EUROPE, UNIT)) < 50_000
    whole = Frame(-16300, -6500, 16900, 8100)
    assert 10_000 < len(land(world, whole, whole.width / 640)) < 70_000


def test_nothing_is_drawn_where_there_is_no_land() -> None:
    assert land(europe, Frame(-3000, -500, -2900, -400), 1.0) == ""
