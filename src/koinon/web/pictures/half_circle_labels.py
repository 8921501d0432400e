"""The number and the name outside each wedge of a half circle, none over another."""

import re
from collections.abc import Iterator, Sequence
from math import cos, hypot, sin
from typing import Literal, NamedTuple

from koinon.web.pictures.labels import Box

LINE = 18.0
LETTER = 7.7
"""The height of a line and the width of a letter of 14 pixels, on average."""
MOST_LINES = 4
LETTERS = 18
LETTERS_ABOVE = 30
STEEP = 0.34
"""Up to this cosine a label stands above its wedge; else beside it."""
AIR = 4.0


class Tag(NamedTuple):
    """What to write, and at which angle from the left end."""

    seats: int
    name: str
    angle: float


class Label(NamedTuple):
    """A number with the lines of a name; ``y`` is the baseline of the first line.

    ``leader`` is a line from the name to its wedge: x and y of both ends.
    """

    seats: int
    lines: tuple[str, ...]
    x: float
    y: float
    anchor: Literal["start", "middle", "end"]
    leader: tuple[float, ...] = ()

    @property
    def following(self) -> tuple[tuple[float, str], ...]:
        """The lines after the first, each with its baseline."""
        return tuple((self.y + LINE * n, line) for n, line in enumerate(self.lines[1:], 1))

    @property
    def path(self) -> str:
        """The line to the wedge, where there is one."""
        x1, y1, x2, y2 = self.leader or (0, 0, 0, 0)
        return f"M{x1:g} {y1:g}L{x2:g} {y2:g}" if self.leader else ""


def box(label: Label) -> Box:
    """Tell what a label covers, with the number before its first line."""
    first = len(f"{label.seats} {label.lines[0]}" if label.lines else str(label.seats))
    wide = LETTER * max(first, *map(len, label.lines), 0)
    left = {"start": label.x, "middle": label.x - wide / 2, "end": label.x - wide}[label.anchor]
    lines = max(len(label.lines), 1)
    return Box(left, label.y - LINE + AIR, left + wide, label.y + (lines - 1) * LINE + AIR)


def placed(
    tags: Sequence[Tag], x: float, y: float, reach: float, width: float
) -> tuple[Label | None, ...]:
    """Place labels around the middle.

    Where names do not fit whole they stand without their brackets, else numbers alone, else
    nothing.
    """
    for tried in (tags, shortened(tags), [tag._replace(name="") for tag in tags]):
        labels = _risen([_label(tag, x, y, reach) for tag in tried], x)
        clear = all(_away(box(label), x, y) >= reach - 2 * AIR for label in labels)
        if clear and _fit(labels, width):
            return tuple(labels)
    return (None,) * len(tags)


def shortened(tags: Sequence[Tag]) -> list[Tag]:
    """Leave out what stands in brackets."""
    return [tag._replace(name=re.sub(r"\s*\([^)]*\)", "", tag.name)) for tag in tags]


def _label(tag: Tag, x: float, y: float, reach: float) -> Label:
    aside = -cos(tag.angle)
    above = abs(aside) < STEEP
    lines = lines_of(tag, LETTERS_ABOVE if above else LETTERS)
    at_x, at_y = x + reach * aside, y - reach * sin(tag.angle)
    high = LINE * (max(len(lines), 1) - 1)
    if above:
        return Label(tag.seats, lines, round(at_x, 1), round(at_y - high - AIR, 1), "middle")
    # Beside a wedge the last line stands on its level, since the seats spread out below it.
    anchor: Literal["start", "end"] = "start" if aside > 0 else "end"
    return Label(tag.seats, lines, round(at_x, 1), round(at_y - high + AIR, 1), anchor)


def lines_of(tag: Tag, letters: int) -> tuple[str, ...]:
    """Break a name into lines: at spaces, and after hyphens and strokes."""
    lines = [""]
    room = letters - len(f"{tag.seats} ")
    for piece in _pieces(tag.name):
        if lines[-1] and len(f"{lines[-1]}{piece}".rstrip()) > room:
            lines.append("")
            room = letters
        lines[-1] += piece
    return tuple(line.strip() for line in lines if line.strip())


def _pieces(name: str) -> Iterator[str]:
    """Give the pieces between which a line may end; an ending as in "Präsident/in" stays."""
    for match in re.finditer(r"[^\s/-]*(?:/(?=\w{1,3}\b)[^\s/-]*)*[\s/-]*", name):
        if match[0]:
            yield match[0]


def _risen(labels: list[Label], x: float) -> list[Label]:
    """Move labels up until none lies over the one below it, side by side of the middle."""
    done: list[Label] = []
    for label in sorted(labels, key=lambda it: -it.y):
        at = label
        for lower in sorted(done, key=lambda it: -it.y):
            here, there = box(at), box(lower)
            if (at.x < x) == (lower.x < x) and here.meets(there):
                at = at._replace(y=round(at.y - (here.bottom - there.top), 1))
        done.append(at)
    order = {id(label): n for n, label in enumerate(sorted(labels, key=lambda it: -it.y))}
    return [done[order[id(label)]] for label in labels]


def _away(covered: Box, x: float, y: float) -> float:
    """Tell how near to the middle a label comes."""
    aside = max(covered.left - x, x - covered.right, 0)
    return hypot(aside, max(y - covered.bottom, 0))


def _fit(labels: Sequence[Label], width: float) -> bool:
    if any(len(label.lines) > MOST_LINES for label in labels):
        return False
    boxes = [box(label) for label in labels]
    inside = all(it.left >= 0 and it.right <= width and it.top >= 0 for it in boxes)
    return inside and not any(
        one.meets(other) for n, one in enumerate(boxes) for other in boxes[:n]
    )
