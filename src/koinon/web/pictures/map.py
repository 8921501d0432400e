"""The map: where sites lie, this one ringed, few of them named, and what lies outside by name."""

from collections.abc import Iterable, Sequence
from math import ceil, sqrt
from typing import NamedTuple

from koinon.web.pictures.crop import Crop, crop
from koinon.web.pictures.labels import Box, Label, Mark, place_labels
from koinon.web.pictures.land import land
from koinon.web.pictures.projection import Point, world

WIDTHS = (288, 460, 640)
"""Pixels: what a phone has room for, a column of a page, and a tablet or paper."""

SINGLE = 120
"""Up to so many sites each is drawn by itself; more are gathered, cell by cell."""

CELL = 16.0
"""The side of a cell in pixels: it bounds what is drawn, however many sites there are."""

DOT = 4.0
RING = 8.0
EDGE = 4.0
LETTERS_BETWEEN = 42
"""Pixels of width for each name that a map bears."""

NAMED_OUTSIDE = 12
"""How many of the sites outside are named."""

LAND_STEPS = 640
"""In how many whole numbers the outlines of the land are written, from west to east."""


class Site(NamedTuple):
    """A place to draw; ``is_this`` marks the one that the page is about."""

    name: str
    latitude: float
    longitude: float
    is_this: bool = False
    number: int = 1


class Dot(NamedTuple):
    """A site, or all sites of a cell, as drawn; only one that stands alone has a name."""

    x: float
    y: float
    radius: float
    name: str
    number: int


class Drawing(NamedTuple):
    """The map for one width; ``scale`` is from the land's whole numbers to pixels."""

    width: int
    height: int
    scale: float
    dots: tuple[Dot, ...]
    labels: tuple[Label, ...]
    ring: Dot | None


class Map(NamedTuple):
    """A map for all widths, and what the text below tells."""

    land: str
    drawings: tuple[Drawing, ...]
    inside: int
    outside: tuple[str, ...]
    more_outside: int
    is_world: bool
    is_gathered: bool


def draw_map(sites: Sequence[Site], widths: Sequence[int] = WIDTHS, shape: float = 1.0) -> Map:
    """Draw sites for each width; ``shape`` is the width of a map of Europe to its height."""
    shown = crop([(it.latitude, it.longitude) for it in sites], shape)
    placed = [(shown.projection(it.latitude, it.longitude), it) for it in sites]
    inside = [(point, it) for point, it in placed if shown.frame.holds(point)]
    outside = [it for point, it in placed if not shown.frame.holds(point)]
    gathered = len(inside) > SINGLE
    named = tuple(dict.fromkeys(it.name for it in outside if it.name))[:NAMED_OUTSIDE]
    return Map(
        land=land(shown.projection, shown.frame, shown.frame.width / LAND_STEPS),
        drawings=tuple(_drawing(inside, shown, width, gathered=gathered) for width in widths),
        inside=sum(it.number for _, it in inside),
        outside=named,
        more_outside=sum(it.number for it in outside if it.name not in named),
        is_world=shown.projection is world,
        is_gathered=gathered,
    )


def _drawing(
    inside: Sequence[tuple[Point, Site]], shown: Crop, width: int, *, gathered: bool
) -> Drawing:
    frame, pixel = shown.frame, shown.frame.width / width
    height = ceil(frame.height / pixel)
    spots = [
        ((point.x - frame.west) / pixel, (frame.north - point.y) / pixel, site)
        for point, site in inside
    ]
    dots = _gathered(spots) if gathered else [_dot(*spot) for spot in spots]
    this = next((_dot(*spot) for spot in spots if spot[2].is_this), None)
    marks = [Mark(it.x, it.y, it.radius, "" if gathered else it.name) for it in dots]
    if this is not None:
        marks = [it for it in marks if (it.x, it.y) != (this.x, this.y)]
        marks.append(Mark(this.x, this.y, RING, this.name, first=True))
    box = Box(EDGE, EDGE, width - EDGE, height - EDGE)
    return Drawing(
        width=width,
        height=height,
        scale=round(width / LAND_STEPS, 5),
        dots=tuple(sorted(dots)),
        labels=place_labels(marks, box, width // LETTERS_BETWEEN),
        ring=this,
    )


def _dot(x: float, y: float, site: Site) -> Dot:
    return Dot(round(x, 1), round(y, 1), DOT, site.name, site.number)


def _gathered(spots: Iterable[tuple[float, float, Site]]) -> list[Dot]:
    """Draw a dot for each cell that sites lie in, its area by their number."""
    cells: dict[tuple[int, int], list[tuple[float, float, Site]]] = {}
    for spot in spots:
        cells.setdefault((int(spot[0] // CELL), int(spot[1] // CELL)), []).append(spot)
    return [_cell(found) for found in cells.values()]


def _cell(found: Sequence[tuple[float, float, Site]]) -> Dot:
    number = sum(site.number for _, _, site in found)
    x = sum(x * site.number for x, _, site in found) / number
    y = sum(y * site.number for _, y, site in found) / number
    name = found[0][2].name if len(found) == 1 else ""
    return Dot(round(x, 1), round(y, 1), min(1.6 + 0.7 * sqrt(number), CELL / 2), name, number)
