"""Which part of the globe a map shows: Europe, as close as the sites allow, or the world."""

from collections.abc import Sequence
from math import ceil, floor
from typing import NamedTuple

from koinon.web.pictures.land import Frame
from koinon.web.pictures.projection import Point, Projection, europe, world

EUROPE = (33.0, 72.0, -32.0, 46.0)
"""Southernmost and northernmost latitude, westernmost and easternmost longitude."""

MOST = 0.6
"""The share of sites in Europe from which on a map of Europe is drawn."""

NARROWEST = 1100.0
"""Kilometres that a map of Europe shows at least, so that countries can be told."""

MARGIN = 0.09
"""The share of the frame that is left free around the outermost sites."""

GRID = 50.0
"""Kilometres to which a frame is widened, so that much the same sites share one map."""

WORLD = Frame(-16300.0, -6500.0, 16900.0, 8100.0)


class Crop(NamedTuple):
    """A projection with the rectangle that is shown of it."""

    projection: Projection
    frame: Frame

    def point(self, latitude: float, longitude: float) -> Point:
        """Project a place."""
        return self.projection(latitude, longitude)


def is_european(latitude: float, longitude: float) -> bool:
    """Tell whether a place lies where maps of Europe reach."""
    south, north, west, east = EUROPE
    return south <= latitude <= north and west <= longitude <= east


def crop(places: Sequence[tuple[float, float]], shape: float) -> Crop:
    """Choose what to show of places (latitude, longitude); ``shape`` is width to height."""
    near = [europe(*it) for it in places if is_european(*it)]
    if not near or len(near) < MOST * len(places):
        return Crop(world, WORLD)
    box = Frame(
        min(it.x for it in near),
        min(it.y for it in near),
        max(it.x for it in near),
        max(it.y for it in near),
    )
    return Crop(europe, _framed(box, shape))


def _framed(box: Frame, shape: float) -> Frame:
    """Widen a box to the least width, the margin and the shape, on a grid."""
    free = 1 - 2 * MARGIN
    width = max(box.width / free, box.height / free * shape, NARROWEST)
    width = ceil(width / GRID / 2) * GRID * 2
    west = floor(((box.west + box.east - width) / 2) / GRID + 0.5) * GRID
    south = floor(((box.south + box.north - width / shape) / 2) / GRID + 0.5) * GRID
    return Frame(west, south, west + width, south + width / shape)
