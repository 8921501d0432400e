"""Names beside dots: few, none upon another or beyond the frame, only the first upon dots."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

LETTER = 7.6
"""The width of a letter of 14 pixels, on the safe side."""

LINE = 17.0
"""The height of a line of text."""

GAP = 4.0


class Box(NamedTuple):
    """A rectangle in pixels, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Tell whether two rectangles share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def lies_in(self, other: "Box") -> bool:
        """Tell whether a rectangle lies inside another."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


class Mark(NamedTuple):
    """What may be named: a dot with its radius and name; ``first`` goes before all others."""

    x: float
    y: float
    radius: float
    name: str
    first: bool = False


class Label(NamedTuple):
    """A name as placed; ``anchor`` is the end of the text that stands at x."""

    x: float
    y: float
    anchor: str
    text: str
    first: bool
    box: Box


def place_labels(marks: Sequence[Mark], frame: Box, most: int) -> tuple[Label, ...]:
    """Name the marks that stand most alone, each where there is room; the first in any case."""
    taken = [_box_of(mark) for mark in marks]
    placed: list[Label] = []
    for mark in _by_room(marks):
        if len(placed) == most:
            break
        others = [box for box in taken if box != _box_of(mark)]
        label = _best(mark, others, frame)
        if label is not None:
            placed.append(label)
            taken.append(label.box)
    return tuple(placed)


def _best(mark: Mark, others: Sequence[Box], frame: Box) -> Label | None:
    """Choose the place that covers nothing; the first may cover as few dots as it can."""
    inside = [it for it in _candidates(mark) if it.box.lies_in(frame)]
    covered = {it: sum(it.box.meets(box) for box in others) for it in inside}
    best = min(inside, key=lambda it: covered[it], default=None)
    return best if best is not None and (mark.first or not covered[best]) else None


def _by_room(marks: Sequence[Mark]) -> list[Mark]:
    """Order marks: the first before all, then those farthest from their nearest neighbour."""
    named = [it for it in marks if it.name]
    return sorted(named, key=lambda it: (not it.first, -_room(it, marks), it.name))


def _room(mark: Mark, marks: Sequence[Mark]) -> float:
    away = ((mark.x - it.x) ** 2 + (mark.y - it.y) ** 2 for it in marks if it is not mark)
    return round(min(away, default=0.0))


def _box_of(mark: Mark) -> Box:
    r = mark.radius
    return Box(mark.x - r, mark.y - r, mark.x + r, mark.y + r)


def _candidates(mark: Mark) -> Iterator[Label]:
    """Try right, left, above and below."""
    wide, away = len(mark.name) * LETTER, mark.radius + GAP
    x, y, half = mark.x, mark.y, LINE / 2
    for anchor, at, left, middle in (
        ("start", x + away, x + away, y),
        ("end", x - away, x - away - wide, y),
        ("middle", x, x - wide / 2, y - mark.radius - half),
        ("middle", x, x - wide / 2, y + mark.radius + half),
    ):
        box = Box(left, middle - half, left + wide, middle + half)
        yield Label(round(at, 1), round(middle + 5, 1), anchor, mark.name, mark.first, box)
