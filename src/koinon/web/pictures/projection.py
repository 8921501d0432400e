"""From the globe to the plane, without changing how large a country is.

Kilometres in, kilometres out, on a sphere; this is for drawing, so floats are good enough.
"""

from collections.abc import Callable
from math import asin, cos, hypot, pi, radians, sin, sqrt
from typing import NamedTuple

RADIUS = 6371.0
"""The mean radius of the Earth in kilometres."""

CENTRE = (52.0, 10.0)
"""Latitude and longitude that maps of Europe are drawn around, as in EPSG:3035."""

SEAM = -169.0
"""The meridian at which the world is cut: it runs through the Bering Strait."""

FARTHEST = 1e-6
"""How near to the point opposite the centre a point may lie: there a plane has no place for it."""

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_HALF_ROOT = sqrt(3) / 2


class Point(NamedTuple):
    """A point of the plane: kilometres to the east and to the north of the centre."""

    x: float
    y: float


type Projection = Callable[[float, float], Point]
"""Takes latitude and longitude in degrees."""


def europe(latitude: float, longitude: float) -> Point:
    """Project by Lambert's azimuthal equal-area projection around the middle of Europe."""
    phi, centre = radians(latitude), radians(CENTRE[0])
    turn = radians(longitude - CENTRE[1])
    away = 1 + sin(centre) * sin(phi) + cos(centre) * cos(phi) * cos(turn)
    k = RADIUS * sqrt(2 / max(away, FARTHEST))
    across = k * cos(phi) * sin(turn)
    return Point(across, k * (cos(centre) * sin(phi) - sin(centre) * cos(phi) * cos(turn)))


def world(latitude: float, longitude: float) -> Point:
    """Project by Equal Earth (Šavrič, Patterson, Jenny 2018), cut through the Bering Strait."""
    theta = asin(_HALF_ROOT * sin(radians(latitude)))
    middle = SEAM + 180
    turn = radians((longitude - SEAM) % 360 + SEAM - middle)
    slope = 9 * _A4 * theta**8 + 7 * _A3 * theta**6 + 3 * _A2 * theta**2 + _A1
    x = 2 * sqrt(3) * turn * cos(theta) / (3 * slope)
    y = theta * (_A1 + _A2 * theta**2 + theta**6 * (_A3 + _A4 * theta**2))
    return Point(RADIUS * x, RADIUS * y)


def distance(one: Point, other: Point) -> float:
    """Give the distance of two points of the plane."""
    return hypot(one.x - other.x, one.y - other.y)


SURFACE = 4 * pi * RADIUS**2
"""The surface of the sphere in square kilometres; both projections keep areas."""
