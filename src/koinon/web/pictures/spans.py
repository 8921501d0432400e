"""Spans of time in rows on a calendar: terms and tenures, rough bounds apart from sure ones."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import accumulate
from typing import Literal, NamedTuple

from koinon.rules.bound import BEGINNING, OPEN_END, Bound

ROW = 42
LANE = 26
BAR = 22
HEAD = 30
ABOVE = 24
LETTER = 7.0
"""The width of a letter of 14 pixels, on average."""
PAD = 6
YEAR = 46
"""What the number of a year needs."""
MOST_ROWS = 16
MOST_LANES = 6
LATEST = date(9990, 1, 1)
SHORTEST_AXIS = 4
"""Years that an axis shows at least."""


class Kind(StrEnum):
    """What a span is: an office, a seat or term, or a time of which nothing is known."""

    OFFICE = "office"
    SEAT = "seat"
    GAP = "gap"


class Span(NamedTuple):
    """A stretch of time with its words; without an end it is drawn up to the day asked for.

    ``short`` are the words where there is little room.
    """

    since: Bound
    until: Bound | None
    words: str
    kind: Kind = Kind.SEAT
    short: str = ""


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
    """A place on the calendar; its words stand where they keep inside."""

    x: float
    label: str
    anchor: Literal["start", "middle", "end"] = "middle"


class Spans(NamedTuple):
    """A drawing of a width; ``day`` is the day asked for; ``left_out`` are rows and spans."""

    width: int
    height: int
    left: int
    years: tuple[Mark, ...]
    lines: tuple[Line, ...]
    day: Mark
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
    return Spans(width, tops[-1], left, _years(axis), lines, _day(axis), left_out)


def _lane(placed: tuple[int, Span]) -> int:
    return placed[0]


def _axis(rows: Sequence[Row], day: date, left: int, width: int) -> _Axis:
    found = [span for row in rows for span in row.spans]
    begins = [it.since.earliest for it in found if it.since.earliest != BEGINNING]
    begins += [it.since.latest for it in found if it.since.latest != OPEN_END]
    ends = [it.until.latest for it in found if it.until and it.until.latest != OPEN_END]
    first = min([day.year - SHORTEST_AXIS, *(it.year for it in begins)])
    # Half a year beyond the last day leaves room for its words.
    latest = min(max([day, *ends]), LATEST) + timedelta(days=180)
    return _Axis(date(first, 1, 1), date(latest.year + 1, 1, 1), left, width, day)


def _years(axis: _Axis) -> tuple[Mark, ...]:
    years = axis.last.year - axis.first.year
    step = max(1, -(-years * YEAR // (axis.width - axis.left)))
    shown = (date(year, 1, 1) for year in range(axis.first.year, axis.last.year, step))
    marks = (_mark(axis.x(first), str(first.year), axis) for first in shown)
    today = axis.x(axis.day)
    return tuple(it if abs(it.x - today) > YEAR else it._replace(label="") for it in marks)


def _day(axis: _Axis) -> Mark:
    return _mark(axis.x(axis.day), str(axis.day.year), axis)


def _mark(x: float, label: str, axis: _Axis) -> Mark:
    if x < YEAR / 2:
        return Mark(x, label, "start")
    return Mark(x, label, "end" if x > axis.width - YEAR / 2 else "middle")


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
    words = _Words.fitted(span, _Room(x, end, sure_x, max(sure_end - sure_x, 0), room_until))
    return Bar(
        x=x,
        width=round(max(end - x, 2), 1),
        sure_x=sure_x,
        sure_width=round(max(sure_end - sure_x, 0), 1),
        y=y,
        kind=span.kind,
        words=words.text,
        words_x=round(words.x + PAD, 1),
        outside=words.outside,
        on_rough=words.on_rough,
    )


class _Room(NamedTuple):
    """Where words may stand: from ``x`` to ``end``, surely from ``sure_x`` on, then beside."""

    x: float
    end: float
    sure_x: float
    sure: float
    until: float


class _Words(NamedTuple):
    text: str
    x: float
    outside: bool = False
    on_rough: bool = False

    @classmethod
    def fitted(cls, span: Span, room: _Room) -> "_Words":
        """Choose the place of words: on the sure part, beside the bar, else over what is rough."""
        for text in (span.words, span.short):
            needed = len(text) * LETTER + 2 * PAD
            if text and needed <= room.sure:
                return cls(text, room.sure_x)
            if text and needed <= room.until - room.end:
                return cls(text, room.end, outside=True)
            if text and needed <= room.end - room.x and room.sure < needed / 2:
                return cls(text, room.x, on_rough=True)
        return cls("", room.x)
