"""The outlines of the countries, cut to a frame and written as one path.

The file is made by ``scripts/convert-land`` from Natural Earth (public domain).
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate, pairwise
from typing import NamedTuple

import msgspec

from koinon.web.pictures.projection import Point, Projection, world

FRAMES_KEPT = 64
"""How many cut maps a process remembers."""

WIDEST_PIECE = 200.0
"""Degrees of longitude: a piece of land that looks wider lies on both sides of the seam."""


class Outlines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: rings in whole parts of a degree, each point but the first as a step."""

    about: str
    units: int
    rings: tuple[tuple[int, ...], ...]


class Frame(NamedTuple):
    """A rectangle of the plane, in kilometres."""

    west: float
    south: float
    east: float
    north: float

    @property
    def width(self) -> float:
        """Give how wide the frame is."""
        return self.east - self.west

    @property
    def height(self) -> float:
        """Give how high the frame is."""
        return self.north - self.south

    def holds(self, point: Point) -> bool:
        """Tell whether a point lies in the frame."""
        return self.west <= point.x <= self.east and self.south <= point.y <= self.north


type Ring = tuple[Point, ...]


@cache
def outlines() -> tuple[tuple[tuple[float, float], ...], ...]:
    """Read the outlines as longitudes and latitudes; once in a process."""
    raw = files("koinon.web.pictures").joinpath("land.json").read_bytes()
    read = msgspec.json.decode(raw, type=Outlines)
    return tuple(_ring(steps, read.units) for steps in read.rings)


def _ring(steps: Sequence[int], units: int) -> tuple[tuple[float, float], ...]:
    xs, ys = accumulate(steps[::2]), accumulate(steps[1::2])
    return tuple((x / units, y / units) for x, y in zip(xs, ys, strict=True))


@cache
def _projected(projection: Projection) -> tuple[Ring, ...]:
    rings = []
    for ring in outlines():
        points = tuple(projection(latitude, longitude) for longitude, latitude in ring)
        if projection is not world or _is_whole(points):
            rings.append(points)
    return tuple(rings)


def _is_whole(points: Ring) -> bool:
    """Tell whether the seam leaves a piece of land whole."""
    reach = world(0, 0).x - world(0, -WIDEST_PIECE / 2).x
    return max(it.x for it in points) - min(it.x for it in points) < 2 * reach


@lru_cache(maxsize=FRAMES_KEPT)
def land(projection: Projection, frame: Frame, unit: float) -> str:
    """Write the land inside a frame as a path, ``unit`` kilometres to each whole number.

    The path starts at the frame's north-west corner; y grows downwards.
    """
    margin = 8 * unit
    wide = Frame(
        frame.west - margin, frame.south - margin, frame.east + margin, frame.north + margin
    )
    parts = (_path(_steps(ring, frame, unit)) for ring in _cut_all(_projected(projection), wide))
    return "".join(parts)


def _cut_all(rings: Sequence[Ring], frame: Frame) -> Iterator[Ring]:
    for ring in rings:
        box = _box(ring)
        if box.east < frame.west or box.west > frame.east:
            continue
        if box.north < frame.south or box.south > frame.north:
            continue
        inside = frame.west <= box.west and box.east <= frame.east
        whole = inside and frame.south <= box.south and box.north <= frame.north
        kept = ring if whole else cut(ring, frame)
        if kept:
            yield kept


@lru_cache(maxsize=4096)
def _box(ring: Ring) -> Frame:
    xs, ys = [it.x for it in ring], [it.y for it in ring]
    return Frame(min(xs), min(ys), max(xs), max(ys))


def cut(ring: Ring, frame: Frame) -> Ring:
    """Cut a ring to a frame, edge after edge (Sutherland and Hodgman)."""
    for axis, limit, sign in (
        (0, frame.west, 1),
        (0, frame.east, -1),
        (1, frame.south, 1),
        (1, frame.north, -1),
    ):
        ring = tuple(_cut_edge(ring, axis, limit, sign))
    return ring


def _cut_edge(ring: Ring, axis: int, limit: float, sign: int) -> Iterator[Point]:
    for before, here in zip((*ring[-1:], *ring[:-1]), ring, strict=True):
        was_in, is_in = (sign * (it[axis] - limit) >= 0 for it in (before, here))
        if was_in is not is_in:
            share = (limit - before[axis]) / (here[axis] - before[axis])
            yield Point(*(a + share * (b - a) for a, b in zip(before, here, strict=True)))
        if is_in:
            yield here


def _steps(ring: Ring, frame: Frame, unit: float) -> list[tuple[int, int]]:
    """Give the points of a ring as whole numbers, each once."""
    found: list[tuple[int, int]] = []
    for point in ring:
        here = (round((point.x - frame.west) / unit), round((frame.north - point.y) / unit))
        if not found or here != found[-1]:
            found.append(here)
    return found


def _path(points: list[tuple[int, int]]) -> str:
    if len(points) < 3:
        return ""
    steps = (f"{x - x0} {y - y0}" for (x0, y0), (x, y) in pairwise(points))
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z"
