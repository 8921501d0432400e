"""Spans of time in rows on a calendar: terms and tenures, rough bounds apart from sure ones."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from koinon.rules.bound import BEGINNING, OPEN_END, Bound

ROW = 42
LANE = 26
BAR = 22
HEAD = 30
ABOVE = 24
LETTER = 7.3
"""The width of a letter of 14 pixels, on average."""
PAD = 6
YEAR = 46
"""What the number of a year needs."""
MOST_ROWS = 16
MOST_LANES = 6
SHORTEST_AXIS = 4
"""Years that an axis shows at least."""


class Kind(StrEnum):
    """What a span is: an office, a seat or term, or a time of which nothing is known."""

    OFFICE = "office"
    SEAT = "seat"
    GAP = "gap"


class Span(NamedTuple):
    """A stretch of time with its words; without an end it is drawn up to the day asked for."""

    since: Bound
    until: Bound | None
    words: str
    kind: Kind = Kind.SEAT


class Row(NamedTuple):
    """A line of the picture: whose the spans are."""

    name: str
    note: str
    spans: tuple[Span, ...]


class Bar(NamedTuple):
    """A span as drawn: its whole width, the sure part of it, and its words where they fit."""

    x: float
    width: float
    sure_x: float
    sure_width: float
    y: int
    kind: Kind
    words: str
    words_x: float
    outside: bool
    on_rough: bool

    @property
    def base(self) -> int:
        """The line that the words stand on."""
        return self.y + 16

    @property
    def plate(self) -> float:
        """The width of what lies under the words, so that they are read on hatching."""
        return round(len(self.words) * LETTER + PAD, 1)


class Line(NamedTuple):
    """A row as drawn; ``left_out`` spans found no room and stand only in the table."""

    y: int
    name: str
    note: str
    bars: tuple[Bar, ...]
    left_out: int

    @property
    def name_y(self) -> int:
        return self.y + 10

    @property
    def note_y(self) -> int:
        return self.y + 27

    @property
    def above_y(self) -> int:
        return self.y - 7


class Mark(NamedTuple):
    """A place on the calendar."""

    x: float
    label: str


class Spans(NamedTuple):
    """A drawing of a width; ``day_x`` is the day asked for; ``left_out`` are rows and spans."""

    width: int
    height: int
    left: int
    years: tuple[Mark, ...]
    lines: tuple[Line, ...]
    day_x: float
    left_out: int


class _Axis(NamedTuple):
    first: date
    last: date
    left: int
    width: int
    day: date

    def x(self, day: date) -> float:
        inside = min(max(day, self.first), self.last)
        share = (inside - self.first).days / (self.last - self.first).days
        return round(self.left + share * (self.width - self.left), 1)


def spans(rows: Sequence[Row], day: date, width: int, *, left: int) -> Spans:
    """Draw rows of spans in a given width; with ``left`` 0 the names stand above the bars."""
    drawn = rows[:MOST_ROWS]
    axis = _axis(drawn, day, left, width)
    above = 0 if left else ABOVE
    laid = [_lanes(row, axis) for row in drawn]
    heights = [above + max(ROW, LANE * max(map(_lane, it), default=0) + ROW) for it in laid]
    tops = list(accumulate(heights, initial=HEAD))
    lines = tuple(
        _line(row, lanes, top + above, axis)
        for row, lanes, top in zip(drawn, laid, tops, strict=False)
    )
    left_out = sum(line.left_out for line in lines)
    left_out += sum(len(row.spans) for row in rows[MOST_ROWS:])
    return Spans(width, tops[-1], left, _years(axis), lines, axis.x(day), left_out)


def _lane(placed: tuple[int, Span]) -> int:
    return placed[0]


def _axis(rows: Sequence[Row], day: date, left: int, width: int) -> _Axis:
    found = [span for row in rows for span in row.spans]
    begins = [it.since.earliest for it in found if it.since.earliest != BEGINNING]
    begins += [it.since.latest for it in found if it.since.latest != OPEN_END]
    ends = [it.until.latest for it in found if it.until and it.until.latest != OPEN_END]
    first = min([day.year - SHORTEST_AXIS, *(it.year for it in begins)])
    last = max([day.year, *(it.year for it in ends)]) + 1
    return _Axis(date(first, 1, 1), date(min(last, 9998), 1, 1), left, width, day)


def _years(axis: _Axis) -> tuple[Mark, ...]:
    years = axis.last.year - axis.first.year
    step = max(1, -(-years * YEAR // (axis.width - axis.left)))
    shown = (date(year, 1, 1) for year in range(axis.first.year, axis.last.year, step))
    marks = (Mark(axis.x(first), str(first.year)) for first in shown)
    today = axis.x(axis.day)
    return tuple(it if abs(it.x - today) > YEAR else it._replace(label="") for it in marks)


def _ends(span: Span, axis: _Axis) -> tuple[float, float]:
    return axis.x(span.since.earliest), axis.x(_last(span, axis))


def _last(span: Span, axis: _Axis) -> date:
    """Give the last day to draw: an open end is drawn up to the day asked for."""
    last = span.until.latest if span.until else OPEN_END
    if last != OPEN_END:
        return last
    earliest = span.until.earliest if span.until else axis.day
    return max(axis.day, span.since.latest, earliest)


def _lanes(row: Row, axis: _Axis) -> list[tuple[int, Span]]:
    """Lay spans that overlap below each other, the earliest first."""
    reached: list[float] = []
    found = []
    for span in sorted(row.spans, key=lambda it: (it.since.latest, it.since.earliest)):
        start, end = _ends(span, axis)
        lane = next((n for n, x in enumerate(reached) if x <= start + 1), len(reached))
        if lane < MOST_LANES:
            reached[lane : lane + 1] = [end]
            found.append((lane, span))
    return found


def _line(row: Row, lanes: Sequence[tuple[int, Span]], y: int, axis: _Axis) -> Line:
    bars = tuple(_bars(lanes, y, axis))
    return Line(y, row.name, row.note, bars, len(row.spans) - len(lanes))


def _bars(lanes: Sequence[tuple[int, Span]], y: int, axis: _Axis) -> Iterator[Bar]:
    for n, (lane, span) in enumerate(lanes):
        after = (axis.x(it.since.earliest) for at, it in lanes[n + 1 :] if at == lane)
        yield _bar(span, y + lane * LANE, axis, room_until=next(after, float(axis.width)))


def _bar(span: Span, y: int, axis: _Axis, *, room_until: float) -> Bar:
    x, end = _ends(span, axis)
    sure_x = axis.x(span.since.latest)
    sure_end = min(axis.x(span.until.earliest), end) if span.until else end
    sure = max(sure_end - sure_x, 0)
    needed = len(span.words) * LETTER + 2 * PAD
    at = next((at for at, room in ((sure_x, sure), (x, end - x)) if needed <= room), None)
    beside = at is None and needed <= room_until - end
    return Bar(
        x=x,
        width=round(max(end - x, 2), 1),
        sure_x=sure_x,
        sure_width=round(sure, 1),
        y=y,
        kind=span.kind,
        words=span.words if at is not None or beside else "",
        words_x=round((end if at is None else at) + PAD, 1),
        outside=beside,
        on_rough=at is not None and needed > sure,
    )
