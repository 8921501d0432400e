"""Both projections keep areas; known points lie where they must."""

from math import cos, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koinon.web.pictures.projection import RADIUS, Point, Projection, europe, world

STEP = 0.01
PROJECTIONS = pytest.mark.parametrize("projection", [europe, world])


def rounded(point: Point) -> tuple[int, int]:
    return round(point.x), round(point.y)


def test_the_centre_of_europe_is_the_origin() -> None:
    assert europe(52, 10) == Point(0, 0)


@pytest.mark.parametrize(
    ("latitude", "longitude", "place"),
    [
        (50.93, 6.95, (-214, -115)),
        (52, 11, (68, 0)),
        (90, 0, (0, 4148)),
    ],
)
def test_places_in_europe(latitude: float, longitude: float, place: tuple[int, int]) -> None:
    assert rounded(europe(latitude, longitude)) == place


def test_the_point_opposite_the_centre_stays_finite() -> None:
    assert abs(europe(-52, -170).x) < 1e9


@pytest.mark.parametrize(
    ("latitude", "longitude", "place"),
    [(0, 11, (0, 0)), (0, 190.999, (17244, 0)), (0, -168.999, (-17244, 0)), (90, 11, (0, 8393))],
)
def test_places_of_the_world(latitude: float, longitude: float, place: tuple[int, int]) -> None:
    assert rounded(world(latitude, longitude)) == place


@PROJECTIONS
@given(latitude=st.floats(-60, 80), longitude=st.floats(-120, 140))
def test_areas_are_kept(projection: Projection, latitude: float, longitude: float) -> None:
    here = projection(latitude, longitude)
    east = projection(latitude, longitude + STEP)
    north = projection(latitude + STEP, longitude)
    drawn = (east.x - here.x) * (north.y - here.y) - (north.x - here.x) * (east.y - here.y)
    real = (RADIUS * radians(STEP)) ** 2 * cos(radians(latitude + STEP / 2))
    assert drawn == pytest.approx(real, rel=0.002)
