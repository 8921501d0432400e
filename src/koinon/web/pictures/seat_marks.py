"""Seats as the paths of a drawing: circles, their hatching, the ring around two of them."""

from collections.abc import Iterable
from math import hypot, sqrt
from typing import NamedTuple

from koinon.web.pictures.half_circle import SEAT, HalfCircle, Look, Seat

_SLANT = sqrt(0.5)


class Mark(NamedTuple):
    """What is drawn of a wedge: the circles by look, the hatching, the ring."""

    code: str
    circles: tuple[tuple[Look, str], ...]
    hatching: str
    ring: str


def marks_of(picture: HalfCircle) -> tuple[Mark, ...]:
    """Give the paths of each wedge of a half circle."""
    half = picture.radius / SEAT / 2
    found = []
    for wedge in picture.wedges:
        by_look = {look: [seat for seat in wedge.seats if seat.look is look] for look in Look}
        drawn = ((look, circles(seats, picture.radius)) for look, seats in by_look.items())
        found.append(
            Mark(
                wedge.code,
                tuple((look, path) for look, path in drawn if path),
                hatching(by_look[Look.UNCERTAIN], picture.radius),
                ring(*wedge.twins, half) if wedge.twins else "",
            )
        )
    return tuple(found)


def circles(seats: Iterable[Seat], radius: float) -> str:
    """Write circles as one path."""
    r, wide = _number(radius), _number(2 * radius)
    return "".join(
        f"M{_number(seat.x - radius)} {_number(seat.y)}"
        f"a{r} {r} 0 1 0 {wide} 0a{r} {r} 0 1 0 -{wide} 0"
        for seat in seats
    )


def hatching(seats: Iterable[Seat], radius: float) -> str:
    """Write the slanting lines within circles as one path; small circles have fewer."""
    return "".join(
        _line(seat, radius, offset * radius) for seat in seats for offset in _offsets(radius)
    )


def _offsets(radius: float) -> tuple[float, ...]:
    if radius >= 8:
        return (-0.6, -0.2, 0.2, 0.6)
    return (-0.4, 0.4) if radius >= 5 else (0.0,)


def _line(seat: Seat, radius: float, offset: float) -> str:
    half = sqrt(radius * radius - offset * offset) * _SLANT
    x, y = seat.x + offset * _SLANT, seat.y + offset * _SLANT
    return f"M{_number(x - half)} {_number(y + half)}L{_number(x + half)} {_number(y - half)}"


def ring(one: Seat, other: Seat, radius: float) -> str:
    """Write the line around two neighbours, at a distance from their middles."""
    long = hypot(other.x - one.x, other.y - one.y) or 1.0
    x, y = (other.y - one.y) / long * radius, (one.x - other.x) / long * radius
    r = _number(radius)
    return (
        f"M{_number(one.x + x)} {_number(one.y + y)}"
        f"L{_number(other.x + x)} {_number(other.y + y)}"
        f"A{r} {r} 0 0 1 {_number(other.x - x)} {_number(other.y - y)}"
        f"L{_number(one.x - x)} {_number(one.y - y)}"
        f"A{r} {r} 0 0 1 {_number(one.x + x)} {_number(one.y + y)}Z"
    )


def _number(value: float) -> str:
    return f"{round(value, 1):g}"
