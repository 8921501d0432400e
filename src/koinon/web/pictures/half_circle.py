"""A body as a half circle: seats on rays, a wedge of whole rays for each delegation."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import accumulate, product
from math import ceil, cos, pi, sin
from typing import NamedTuple

from koinon.web.pictures.half_circle_labels import Label, Tag, placed, shortened
from koinon.web.pictures.half_circle_leaders import led, raised

GAP, LEAST_GAP = 0.6, 0.25
"""The room between two wedges, in rays; less between very many."""
MANY_WEDGES = 40
DEEPEST = 16
SEAT = 0.4
"""The radius of a seat, in steps from one seat to the next."""
WIDEST_STEP = 31.0
HOLLOW, HOLLOWS = 58.0, (58.0, 106.0, 146.0)
"""The radius kept free for the number in the middle; more spreads few seats, so that names fit."""
MARGIN = 4.0
HEAD = 62.0
SIDES = (74.0, 94.0, 116.0, 138.0)
"""What labels need above and beside the seats; short names need less than long ones."""
LED_SIDES = (*SIDES, 160.0, 190.0)
SMALLER, ENOUGH = 0.75, 4.0
"""How much smaller seats may become so that more names find room; large ones have enough."""


class Look(StrEnum):
    """How a seat is drawn: somebody sits there, nobody is on record, or nobody knows."""

    HELD = "held"
    VACANT = "vacant"
    UNCERTAIN = "uncertain"


class Share(NamedTuple):
    """A delegation with its seats; ``twins``: one person may hold the first two of them.

    With ``at_most`` it has as many as are drawn, or fewer.
    """

    code: str
    name: str
    seats: tuple[Look, ...]
    twins: bool = False
    at_most: bool = False


class Seat(NamedTuple):
    """A seat as drawn: the middle of a circle."""

    x: float
    y: float
    look: Look


class Wedge(NamedTuple):
    """The seats of a delegation; ``twins`` are the two that one person may hold."""

    code: str
    name: str
    seats: tuple[Seat, ...]
    label: Label | None
    twins: tuple[Seat, Seat] | None
    at_most: bool = False


class HalfCircle(NamedTuple):
    """A drawing of a width; ``x`` and ``y`` are the middle, where the number stands."""

    width: int
    height: int
    x: float
    y: float
    radius: float
    wedges: tuple[Wedge, ...]


class _Grid(NamedTuple):
    """Where seats may be: the first ray, the angle between rays, the distances from the middle."""

    depth: int
    start: float
    angle: float
    inner: float
    step: float

    @property
    def outer(self) -> float:
        return self.inner + (self.depth - 1) * self.step


def half_circle(shares: Sequence[Share], width: int, *, labelled: bool) -> HalfCircle:
    """Draw the seats of a body in a given width; shares without a seat are left out.

    Labels get as little room as they need, so that the seats have the rest.
    """
    kept = [share for share in shares if share.seats]
    if not labelled:
        return _drawn(kept, width, MARGIN, MARGIN, labelled=False)
    tried = []
    for hollow, side in product(HOLLOWS, SIDES):
        if hollow > HOLLOW and hollow + WIDEST_STEP > width / 2 - side:
            continue
        tried.append(_drawn(kept, width, side, HEAD, labelled=True, hollow=hollow))
        if _names_fit(tried[-1]):
            return tried[-1]
    # Where whole names fit nowhere, those without brackets may; else lines lead to the largest.
    return next((it for it in tried if _has_names(it)), None) or _most_led(kept, width, tried[0])


def _most_led(shares: Sequence[Share], width: int, unnamed: HalfCircle) -> HalfCircle:
    """Choose the drawing in which lines lead to most names; without any, numbers must do."""
    drawings = [_led(shares, width, side) for side in LED_SIDES]
    least = min(SMALLER * unnamed.radius, ENOUGH)
    large = [it for it in drawings if it.radius >= least]
    best = max(large, key=_named)
    return best if _named(best) else unnamed


def _named(picture: HalfCircle) -> int:
    return sum(wedge.label is not None for wedge in picture.wedges)


def _led(shares: Sequence[Share], width: int, side: float) -> HalfCircle:
    grid = _grid([len(share.seats) for share in shares], width / 2 - side, HOLLOW)
    radius, x = grid.step * SEAT, width / 2
    tags = shortened(_tags(tuple(_wedges(shares, grid, x, 0)), grid))
    labels, high = led(tags, x, grid.outer + radius + MARGIN, width)
    y = round(max(high, grid.outer + radius) + MARGIN, 1)
    wedges = tuple(
        wedge._replace(label=label)
        for wedge, label in zip(_wedges(shares, grid, x, y), raised(labels, y), strict=True)
    )
    return HalfCircle(width, ceil(y + radius + 3 * MARGIN), x, y, radius, wedges)


def _drawn(
    shares: Sequence[Share],
    width: int,
    side: float,
    head: float,
    *,
    labelled: bool,
    hollow: float = HOLLOW,
) -> HalfCircle:
    grid = _grid([len(share.seats) for share in shares], width / 2 - side, hollow)
    radius = grid.step * SEAT
    x, y = width / 2, round(head + grid.outer + radius, 1)
    wedges = tuple(_wedges(shares, grid, x, y))
    if labelled:
        wedges = tuple(_labelled(wedges, grid, (x, y), width))
    return HalfCircle(width, ceil(y + radius + 3 * MARGIN), x, y, radius, wedges)


def _has_names(picture: HalfCircle) -> bool:
    return all(wedge.label and wedge.label.lines for wedge in picture.wedges)


def _names_fit(picture: HalfCircle) -> bool:
    """Tell whether every wedge has its whole name beside it."""
    labels = (wedge.label for wedge in picture.wedges)
    said = ("".join(label.lines).replace(" ", "") if label else "" for label in labels)
    names = (wedge.name.replace(" ", "") for wedge in picture.wedges)
    return all(one == other for one, other in zip(said, names, strict=True))


def _grid(counts: Sequence[int], room: float, hollow: float) -> _Grid:
    """Choose how many rows of seats let them be largest, and then lie closest together."""
    tried = [_fitted(counts, depth, room, hollow) for depth in range(1, DEEPEST + 1)]
    fitting = [grid for grid in tried if grid is not None]
    return max(fitting, key=lambda grid: (round(grid.step, 6), -grid.outer))


def _fitted(counts: Sequence[int], depth: int, room: float, hollow: float) -> _Grid | None:
    rays = _rays(counts, depth)
    if depth > 1 and rays <= depth:
        return None
    between = rays - 1 + _gap(len(counts)) * (len(counts) - 1)
    angle = pi / max(between, 1)
    chord = 2 * sin(angle / 2)
    rows = depth - 1 + SEAT
    step = min(WIDEST_STEP, room / (1 / chord + rows), (room - hollow) / (rows + SEAT))
    inner = max(hollow + step * SEAT, step / chord)
    return _Grid(depth, 0 if between else pi / 2, angle, inner, step)


def _gap(wedges: int) -> float:
    return max(LEAST_GAP, GAP * min(1.0, MANY_WEDGES / wedges))


def _rays(counts: Sequence[int], depth: int) -> int:
    return sum(ceil(count / depth) for count in counts)


def _wedges(shares: Sequence[Share], grid: _Grid, x: float, y: float) -> Iterator[Wedge]:
    rays = [ceil(len(share.seats) / grid.depth) for share in shares]
    for share, first, number in zip(shares, _firsts(rays), rays, strict=True):
        rows = _rows(len(share.seats), number)
        spots = [
            _spot(grid, grid.start + (first + ray) * grid.angle, row, x, y)
            for ray, deep in enumerate(rows)
            for row in range(deep)
        ]
        if share.twins and len(spots) > 1:
            spots = _twins_first(spots, rows)
        seats = tuple(Seat(*spot, look) for spot, look in zip(spots, share.seats, strict=True))
        twins = (seats[0], seats[1]) if share.twins and len(seats) > 1 else None
        yield Wedge(share.code, share.name, seats, None, twins, share.at_most)


def _firsts(rays: Sequence[int]) -> Iterator[float]:
    """Give the first ray of each wedge."""
    gap = _gap(len(rays))
    return accumulate(rays[:-1], lambda at, n: at + n + gap, initial=0.0)


def _rows(seats: int, rays: int) -> list[int]:
    """Tell how many seats each ray of a wedge has; the rays in the middle have one more."""
    least, more = divmod(seats, rays)
    first = (rays - more) // 2
    return [least + (first <= ray < first + more) for ray in range(rays)]


def _spot(grid: _Grid, angle: float, row: int, x: float, y: float) -> tuple[float, float]:
    """Find a place on a ray, the outermost row first; rays run from left to right."""
    away = grid.outer - row * grid.step
    return round(x - away * cos(angle), 2), round(y - away * sin(angle), 2)


def _twins_first(spots: list[tuple[float, float]], rows: list[int]) -> list[tuple[float, float]]:
    """Put two neighbours in the middle of a wedge first: on one ray, else side by side."""
    middle = (len(rows) - 1) // 2
    at = sum(rows[:middle])
    return [*spots[at : at + 2], *spots[:at], *spots[at + 2 :]]


def _labelled(
    wedges: Sequence[Wedge], grid: _Grid, middle: tuple[float, float], width: int
) -> Iterator[Wedge]:
    """Write number and name outside each wedge; only the number where names do not fit."""
    x, y = middle
    reach = grid.outer + grid.step * SEAT + 2 * MARGIN
    labels = placed(_tags(wedges, grid), x, y, reach, width)
    for wedge, label in zip(wedges, labels, strict=True):
        yield wedge._replace(label=label)


def _tags(wedges: Sequence[Wedge], grid: _Grid) -> list[Tag]:
    """Tell what to write beside each wedge, and where its middle is."""
    rays = [ceil(len(wedge.seats) / grid.depth) for wedge in wedges]
    return [
        Tag(len(wedge.seats), wedge.name, grid.start + (first + (number - 1) / 2) * grid.angle)
        for wedge, first, number in zip(wedges, _firsts(rays), rays, strict=True)
    ]
