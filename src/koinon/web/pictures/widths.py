"""Which of the drawings of one picture is shown: the widest that its place has room for."""

from collections.abc import Sequence

ROOM = {288: 0, 460: 440, 640: 620}
"""The pixels of room from which a drawing of a width is shown: a little shrinking is allowed.

A phone of 390 pixels has 358 for a picture and one of 320 has 288: what is drawn for that is
never shrunk.
"""


def classes(widths: Sequence[int]) -> tuple[str, ...]:
    """Give each drawing's classes, by which the stylesheet shows one of them."""
    rooms = [ROOM[width] for width in sorted(widths)]
    until = [*rooms[1:], 0]
    return tuple(
        " ".join([*([f"from-{room}"] if room else []), *([f"until-{end}"] if end else [])])
        for room, end in zip(rooms, until, strict=True)
    )
