"""Names of a half circle with lines to their wedges: the largest, where not all find room.

Heights count upwards from the middle here, and distances from the middle to either side.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import cos, pi, sin, sqrt
from typing import NamedTuple

from koinon.web.pictures.half_circle_labels import AIR, LETTER, LINE, Label, Tag, lines_of

LETTERS = 18
TALLEST = 140.0
"""How far names may rise above the seats."""
AWAY, ASIDE, CLEAR = 14.0, 16.0, 3.0
"""How far names keep from the seats and from the middle, and lines from the seats."""


class _Name(NamedTuple):
    """A name to the side of the middle: its lowest edge, and how far from the middle it begins."""

    tag: Tag
    lines: tuple[str, ...]
    low: float
    off: float

    @property
    def top(self) -> float:
        return self.low + LINE * len(self.lines)

    @property
    def reach(self) -> float:
        """How far from the middle it ends."""
        first = f"{self.tag.seats} {self.lines[0]}"
        return self.off + AIR + LETTER * max(len(first), *map(len, self.lines))


def led(
    tags: Sequence[Tag], x: float, reach: float, width: float
) -> tuple[tuple[Label | None, ...], float]:
    """Name the wedges with the most seats, as many as find room, and tell how high that is.

    Of wedges with the same number of seats all are named or none. ``y`` of a label counts from
    the middle.
    """
    best: tuple[Label | None, ...] = (None,) * len(tags)
    high = 0.0
    for least in sorted({tag.seats for tag in tags}, reverse=True):
        chosen = [n for n, tag in enumerate(tags) if tag.seats >= least and tag.name]
        left = [n for n in chosen if tags[n].angle <= pi / 2]
        right = [n for n in reversed(chosen) if tags[n].angle > pi / 2]
        mirrored = [tags[n]._replace(angle=pi - tags[n].angle) for n in right]
        names = [*_stacked([tags[n] for n in left], reach), *_stacked(mirrored, reach)]
        top = max((name.top for name in names), default=0.0)
        if any(name.reach > width / 2 for name in names) or top > reach + TALLEST:
            break
        signs = [-1] * len(left) + [1] * len(right)
        labels = {
            n: _label(name, sign, x, reach)
            for n, name, sign in zip([*left, *right], names, signs, strict=True)
        }
        best, high = tuple(labels.get(n) for n in range(len(tags))), top
    return best, high


def _stacked(tags: Sequence[Tag], reach: float) -> list[_Name]:
    """Put names of one side upon each other, the lowest first, each as near as it may be."""
    names: list[_Name] = []
    for tag in tags:
        lines = lines_of(tag, LETTERS)
        # Above a wedge at the top there must be room for the line; beside one there is.
        raise_by = (1 - cos(tag.angle)) * (LINE / 2 + 2 * CLEAR)
        least = reach * sin(tag.angle) - LINE / 2 + raise_by
        low = max(least, names[-1].top + 1 if names else 0.0)
        names.append(_Name(tag, lines, low, _off(tag, low, reach)))
    # No line may cross a name below: those further down begin further out.
    offs = list(accumulate((name.off for name in reversed(names)), max))
    return [name._replace(off=off) for name, off in zip(names, reversed(offs), strict=True)]


def _off(tag: Tag, low: float, reach: float) -> float:
    """Find how near to the middle a name may begin, so that its line passes by the seats."""
    away = reach + AWAY
    beside = sqrt(max(away**2 - low**2, 0.0))
    # The line must stay outside the tangent at its wedge, and lead inwards, past names below.
    c, s = max(cos(tag.angle), 0.001), sin(tag.angle)
    passing = reach * c + (CLEAR - s * (low + LINE / 2 - reach * s)) / c
    return max(beside, passing, reach * c, ASIDE)


def _label(name: _Name, sign: int, x: float, reach: float) -> Label:
    first = name.top - LINE + AIR
    line = (
        x + sign * name.off,
        -(name.low + LINE / 2),
        x + sign * reach * cos(name.tag.angle),
        -reach * sin(name.tag.angle),
    )
    return Label(
        name.tag.seats,
        name.lines,
        round(x + sign * (name.off + AIR), 1),
        round(-first, 1),
        "start" if sign > 0 else "end",
        tuple(round(at, 1) for at in line),
    )


def raised(labels: Sequence[Label | None], y: float) -> Iterator[Label | None]:
    """Move labels and their lines to the middle of a picture."""
    for label in labels:
        if label is None or not label.leader:
            yield label
            continue
        x1, y1, x2, y2 = label.leader
        leader = (x1, round(y1 + y, 1), x2, round(y2 + y, 1))
        yield label._replace(y=round(label.y + y, 1), leader=leader)
