"""Rows of spans, drawn for a narrow, a broad and the full width."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from koinon.web.pictures.spans import LETTER, Line, Mark, Row, Spans, spans

SIZES = {"narrow": (288, 0), "broad": (640, 190), "full": (1104, 250)}
"""The width of each drawing, and of the names left of its bars."""


class Drawing(NamedTuple):
    """A drawing with what its template asks of it; names are cut to ``letters``."""

    picture: Spans

    @property
    def letters(self) -> int:
        return int((self.picture.left or self.picture.width) / LETTER) - 1

    @property
    def width(self) -> int:
        return self.picture.width

    @property
    def height(self) -> int:
        return self.picture.height

    @property
    def left(self) -> int:
        return self.picture.left

    @property
    def years(self) -> tuple[Mark, ...]:
        return self.picture.years

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.picture.lines

    @property
    def day(self) -> Mark:
        return self.picture.day


def span_pictures(rows: Sequence[Row], day: date) -> dict[str, Any]:
    """Draw rows in each size, for a template; nothing where there is no row."""
    if not rows:
        return {"spans": ()}
    drawn = [(size, spans(rows, day, width, left=left)) for size, (width, left) in SIZES.items()]
    return {
        "spans": tuple((size, Drawing(picture)) for size, picture in drawn),
        "left_out": drawn[0][1].left_out,
    }
