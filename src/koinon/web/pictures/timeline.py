"""The timeline of posts as a picture: bars on a calendar, rough bounds hatched."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from koinon.overview.tenures import Tenancy
from koinon.rules.bound import BEGINNING, OPEN_END

ROW = 42
BAR = 22
HEAD = 28
LABEL = 22
GAP = 10
LETTER = 7.2
SHORTEST_AXIS = 6
"""Years that an axis shows at least."""


class Bar(NamedTuple):
    """A tenure as drawn: the whole span, the certain part of it, and the name."""

    x: float
    width: float
    sure_x: float
    sure_width: float
    y: int
    name: str
    name_x: float
    own: bool
    rough: bool


class Line(NamedTuple):
    """A row: one post, with its bars."""

    y: int
    bottom: int
    post: Tenancy
    bars: tuple[Bar, ...]


class Year(NamedTuple):
    """A mark of the calendar."""

    x: float
    label: str


class Timeline(NamedTuple):
    """A drawing of a width, with the day asked for as a dotted line."""

    width: int
    height: int
    left: int
    label_above: bool
    years: tuple[Year, ...]
    lines: tuple[Line, ...]
    today_x: float


class _Axis(NamedTuple):
    first: date
    last: date
    left: int
    width: int

    def x(self, day: date) -> float:
        inside = min(max(day, self.first), self.last)
        share = (inside - self.first).days / (self.last - self.first).days
        return round(self.left + share * (self.width - self.left), 1)


def timelines(tenures: Sequence[Tenancy], city: str, day: date) -> tuple[Timeline, ...]:
    """Draw the tenures of a city, for a wide and for a narrow screen."""
    if not tenures:
        return ()
    return (
        _draw(tenures, city, day, width=1100, left=260),
        _draw(tenures, city, day, width=326, left=0),
    )


def _draw(tenures: Sequence[Tenancy], city: str, day: date, *, width: int, left: int) -> Timeline:
    axis = _axis(tenures, day, left, width)
    rows = sorted(
        tenures, key=lambda it: (it.organisation.code != city, not it.is_head, *_post(it))
    )
    lines = []
    y = HEAD
    for _, group in groupby(rows, key=_post):
        y += 0 if left else LABEL
        line = _line(list(group), y, axis, city, day)
        lines.append(line)
        y = max(y + ROW, line.bottom + GAP)
    return Timeline(
        width=width,
        height=y,
        left=left,
        label_above=not left,
        years=_years(axis),
        lines=tuple(lines),
        today_x=axis.x(day),
    )


def _post(item: Tenancy) -> tuple[str, str]:
    return item.organisation.code, item.post


def _axis(tenures: Sequence[Tenancy], day: date, left: int, width: int) -> _Axis:
    known = [it.since.earliest for it in tenures if it.since.earliest != BEGINNING]
    known += [it.since.latest for it in tenures]
    ends = [it.until.latest for it in tenures if it.until and it.until.latest != OPEN_END]
    first = min(min(known).year, day.year - SHORTEST_AXIS)
    last = max([day.year, *(end.year for end in ends)]) + 1
    return _Axis(date(first, 1, 1), date(min(last, 9998), 12, 31), left, width)


def _years(axis: _Axis) -> tuple[Year, ...]:
    span = axis.last.year - axis.first.year
    room = (axis.width - axis.left) / 56
    step = max(1, -(-span // int(room)))
    years = range(axis.first.year, axis.last.year + 1, step)
    return tuple(Year(axis.x(date(year, 1, 1)), str(year)) for year in years)


def _line(group: list[Tenancy], y: int, axis: _Axis, city: str, day: date) -> Line:
    """Draw the tenures of a post; those that overlap stand below each other."""
    ordered = sorted(group, key=lambda it: it.since.latest)
    ends: list[float] = []
    bars = []
    for item in ordered:
        start, end = _span(item, axis, day)
        lane = next((n for n, reached in enumerate(ends) if reached <= start + 1), len(ends))
        ends[lane : lane + 1] = [end]
        bars.append(_bar(item, y + lane * (BAR + 2), axis, day, own=item.organisation.code == city))
    return Line(y, y + len(ends) * (BAR + 2), ordered[0], tuple(bars))


def _span(item: Tenancy, axis: _Axis, day: date) -> tuple[float, float]:
    return axis.x(item.since.earliest), axis.x(_end(item, day))


def _end(item: Tenancy, day: date) -> date:
    """Give the last day to draw: an open end is drawn up to the day asked for."""
    last = item.until.latest if item.until else OPEN_END
    return day if last == OPEN_END and item.since.latest < day else last


def _bar(item: Tenancy, y: int, axis: _Axis, day: date, *, own: bool) -> Bar:
    last = _end(item, day)
    sure_until = min(item.until.earliest if item.until else last, last)
    x, end = axis.x(item.since.earliest), axis.x(last)
    sure_x, sure_end = axis.x(item.since.latest), axis.x(sure_until)
    name = item.person.name if item.person else ""
    room = max(sure_end - sure_x, 0)
    is_certain = len(name) * LETTER + 10 <= room
    inside = is_certain or len(name) * LETTER + 10 <= end - x
    return Bar(
        x=x,
        width=max(end - x, 2),
        sure_x=sure_x,
        sure_width=room,
        y=y,
        name=name if inside else "",
        name_x=(sure_x if is_certain else x) + 5,
        own=own,
        rough=not is_certain,
    )
