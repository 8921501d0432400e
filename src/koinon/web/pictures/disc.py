"""The sign of a tie: a disc of two halves, left the city, right the network."""

from functools import cache
from math import sqrt
from typing import NamedTuple

from koinon.rules.spell.disc import Half
from koinon.rules.spell.state import State

SIZE = 20
SHIFT = 1.75
"""How far halves that differ are shifted against each other."""

MIDDLE, RADIUS = 10.0, 7.5
LINES = (-5.4, -2.7, 0.0, 2.7, 5.4)
"""How far the lines of a hatched half lie from the middle."""

ARC = "M12.4 1.1 A9.2 9.2 0 0 1 19.2 10"
_OUTLINE = {"left": "M10 2.5 A7.5 7.5 0 0 0 10 17.5 Z", "right": "M10 2.5 A7.5 7.5 0 0 1 10 17.5 Z"}
_CROSSES = {
    "left": "M4 7.5 L8.5 12.5 M8.5 7.5 L4 12.5",
    "right": "M11.5 7.5 L16 12.5 M16 7.5 L11.5 12.5",
}


class Stroke(NamedTuple):
    """A line of the sign, shifted down by ``shift``."""

    path: str
    filled: bool = False
    dotted: bool = False
    shift: float = 0


def strokes(left: str, right: str, state: str = "") -> tuple[Stroke, ...]:
    """Draw both halves as what each side says; shifted where they differ, an arc where aging."""
    shift = SHIFT if state == State.DIFFERING else 0
    arc = (Stroke(ARC),) if state == State.AGING else ()
    return (*_half("left", left, -shift), *_half("right", right, shift), *arc)


def _half(side: str, look: str, shift: float) -> tuple[Stroke, ...]:
    outline = Stroke(_OUTLINE[side], shift=shift)
    match look:
        case Half.SOLID:
            return (outline._replace(filled=True),)
        case Half.HATCHED:
            return (outline, Stroke(hatching(side), shift=shift))
        case Half.CROSSED:
            return (outline, Stroke(_CROSSES[side], shift=shift))
        case Half.OUTLINE:
            return (outline,)
    return (outline._replace(dotted=True),)


@cache
def hatching(side: str) -> str:
    """Draw slanting lines from rim to rim or to the line between the halves."""
    return " ".join(filter(None, (_chord(side, away) for away in LINES)))


def _chord(side: str, away: float) -> str:
    slant, half = away / sqrt(2), sqrt((RADIUS**2 - away**2) / 2)
    low, high = MIDDLE + slant - half, MIDDLE + slant + half
    first, last = (low, min(high, MIDDLE)) if side == "left" else (max(low, MIDDLE), high)
    total = 2 * (MIDDLE + slant)
    if first >= last:
        return ""
    return f"M{first:.1f} {total - first:.1f} L{last:.1f} {total - last:.1f}"
