"""Figures over time: stated ones as dots with their source's span, counted ones as a step line."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from koinon.rules.bound import BEGINNING, OPEN_END, Bound
from koinon.rules.spell.counted import Step
from koinon.web.pictures.labels import Box

WIDTHS = (288, 460, 640)
HEIGHT = 268
TOP = 26
BOTTOM = 30
DIGIT = 8.0
LINE = 17.0
DOT = 5.0
COUNTED_LABEL = 92.0
"""The width kept free for the last number of a counted series."""

SHORTEST_AXIS = 4
"""Years that an axis shows at least."""

PIXELS_A_YEAR = 46
FEWEST_LINES = 3


class Stated(NamedTuple):
    """A figure as a source states it; ``label`` is the number as it is written."""

    value: int
    label: str
    dated: Bound


class Mark(NamedTuple):
    """A stated figure as drawn: a dot, a bar for its source's span, its label."""

    x: float
    y: float
    bar: str
    is_open: bool
    label_x: float
    label_y: float
    anchor: str
    label: str


class Tick(NamedTuple):
    """A mark of an axis."""

    at: float
    number: int

    @property
    def text_y(self) -> float:
        """Give the base line of a text beside a level line."""
        return round(self.at + 4.5, 1)


class Stair(NamedTuple):
    """A counted series as drawn: a path, and its last number below or above the end."""

    path: str
    number: int
    x: float
    y: float
    box: Box


class Drawing(NamedTuple):
    """The chart for one width."""

    width: int
    height: int
    left: float
    right: float
    base: float
    years: tuple[Tick, ...]
    lines: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    counted: tuple[Stair, ...]

    @property
    def label_x(self) -> float:
        """Give where numbers of the upright axis end."""
        return self.left - 8

    @property
    def tick_y(self) -> float:
        """Give how far marks of the calendar reach."""
        return self.base + 5

    @property
    def year_y(self) -> float:
        """Give the base line of the years."""
        return self.base + 21


class _Axes(NamedTuple):
    first: date
    last: date
    left: float
    right: float
    top: float
    base: float
    most: int

    def x(self, day: date) -> float:
        inside = min(max(day, self.first), self.last)
        share = (inside - self.first).days / (self.last - self.first).days
        return round(self.left + share * (self.right - self.left), 1)

    def y(self, number: int) -> float:
        return round(self.base - number / self.most * (self.base - self.top), 1)


def draw_figures(
    stated: Sequence[Stated],
    counted: Sequence[tuple[Step, ...]],
    day: date,
    widths: Sequence[int] = WIDTHS,
) -> tuple[Drawing, ...]:
    """Draw figures up to a day, or up to the last source's, for each width."""
    return tuple(_draw(stated, counted, day, width) for width in widths)


def _draw(
    stated: Sequence[Stated], counted: Sequence[tuple[Step, ...]], day: date, width: int
) -> Drawing:
    first, last = _span(stated, counted, day)
    most, gap = _scale(stated, counted)
    left = 12 + DIGIT * len(f"{most:,}")
    axes = _Axes(first, last, left, width - 10, TOP, HEIGHT - BOTTOM, most)
    stairs = _stairs_all(stated, counted, axes, day)
    return Drawing(
        width=width,
        height=HEIGHT,
        left=left,
        right=axes.right,
        base=axes.base,
        years=_years(axes),
        lines=tuple(Tick(axes.y(number), number) for number in range(0, most + 1, gap)),
        marks=_marks(stated, axes, width, [it.box for it in stairs]),
        counted=stairs,
    )


def _span(
    stated: Sequence[Stated], counted: Sequence[tuple[Step, ...]], day: date
) -> tuple[date, date]:
    """Give the first of January of the first year and the last of December of the last."""
    bounds = [it.dated for it in stated]
    known = [it.earliest for it in bounds if it.earliest != BEGINNING]
    known += [it.latest for it in bounds if it.latest != OPEN_END]
    known += [series[0].day for series in counted if series]
    known = [it for it in known if it != BEGINNING] + [day]
    last = max(known).year
    return date(max(min(min(known).year, last - SHORTEST_AXIS), 1), 1, 1), date(last, 12, 31)


def _scale(stated: Sequence[Stated], counted: Sequence[tuple[Step, ...]]) -> tuple[int, int]:
    """Give the top of the axis, a round number, and the distance of its lines."""
    numbers = [it.value for it in stated]
    numbers += [step.number for series in counted for step in series]
    highest = max([*numbers, 1])
    power = 10 ** (len(str(highest)) - 1)
    gaps = sorted({max(power * n // 10, 1) for n in (1, 2, 5, 10, 20, 50)}, reverse=True)
    gap = next((it for it in gaps if -(-highest // it) >= FEWEST_LINES), 1)
    return -(-highest // gap) * gap, gap


def _years(axes: _Axes) -> tuple[Tick, ...]:
    span = axes.last.year - axes.first.year + 1
    room = max(int((axes.right - axes.left) / PIXELS_A_YEAR), 1)
    gap = next(n for n in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 9999) if span / n <= room)
    years = range(-(-axes.first.year // gap) * gap, axes.last.year + 1, gap)
    return tuple(Tick(axes.x(date(year, 1, 1)), year) for year in years if year)


def _stairs_all(
    stated: Sequence[Stated], counted: Sequence[tuple[Step, ...]], axes: _Axes, day: date
) -> tuple[Stair, ...]:
    """Draw each series, its last number where it covers neither a dot nor another number."""
    taken = [_box(*_spot(it, axes)[:2]) for it in stated]
    found = []
    for series in counted:
        if series and series[0].day <= day:
            stair = _stair(series, axes, day, taken)
            taken.append(stair.box)
            found.append(stair)
    return tuple(found)


def _stair(series: tuple[Step, ...], axes: _Axes, day: date, taken: Sequence[Box]) -> Stair:
    """Draw steps from the axis up, level until the next, up to the day."""
    shown = [step for step in series if step.day <= day]
    path = [f"H{axes.x(step.day):g}V{axes.y(step.number):g}" for step in shown]
    end, number = axes.x(day), shown[-1].number
    half, wide = LINE / 2, COUNTED_LABEL
    middles = [axes.y(number) + half + 3, axes.y(number) - half - 3]
    boxes = [Box(end - wide, middle - half, end, middle + half) for middle in middles]
    free = [it for it in boxes if not any(it.meets(box) for box in taken)]
    box = next((it for it in free if it.bottom <= axes.base), boxes[1])
    start = f"M{axes.x(series[0].day):g} {axes.base:g}"
    return Stair(f"{start}{''.join(path)}H{end:g}", number, end, round(box.top + half + 5, 1), box)


def _box(x: float, y: float) -> Box:
    return Box(x - DOT, y - DOT, x + DOT, y + DOT)


def _marks(
    stated: Sequence[Stated], axes: _Axes, width: int, kept_free: Sequence[Box]
) -> tuple[Mark, ...]:
    """Place dots, the latest first, and label each where no other dot or label is."""
    ordered = sorted(stated, key=lambda it: (it.dated.latest, it.value), reverse=True)
    spots = [_spot(it, axes) for it in ordered]
    taken = [*kept_free, *(_box(x, y) for x, y, *_ in spots)]
    frame = Box(axes.left, 0, width, axes.base)
    found = []
    for item, (x, y, left, right) in zip(ordered, spots, strict=True):
        own = _box(x, y)
        others = [box for box in taken if box != own]
        at, anchor, box = _label(item.label, x, y, others, frame)
        if box is not None:
            taken.append(box)
        label = item.label if box is not None else ""
        is_open = item.dated.earliest == BEGINNING or item.dated.latest == OPEN_END
        found.append(Mark(x, y, _bar(left, right, y), is_open, *at, anchor, label))
    return tuple(found)


def _bar(left: float, right: float, y: float) -> str:
    """Draw a bar with a stroke across each end."""
    return f"M{left:g} {y - 4:g}v8M{left:g} {y:g}H{right:g}M{right:g} {y - 4:g}v8"


def _spot(item: Stated, axes: _Axes) -> tuple[float, float, float, float]:
    """Give where a dot stands and how far its bar reaches; half a year's bar is a dot alone."""
    left, right = axes.x(item.dated.earliest), axes.x(item.dated.latest)
    x = left if item.dated.latest == OPEN_END else (left + right) / 2
    if item.dated.earliest == BEGINNING:
        x = right
    return round(x, 1), axes.y(item.value), left, right


def _label(
    text: str, x: float, y: float, taken: Sequence[Box], frame: Box
) -> tuple[tuple[float, float], str, Box | None]:
    """Try above, below, right and left of a dot; without room, no label."""
    wide, half = len(text) * DIGIT, LINE / 2
    for anchor, at, left, middle in (
        ("middle", x, x - wide / 2, y - DOT - half - 2),
        ("middle", x, x - wide / 2, y + DOT + half + 2),
        ("start", x + DOT + 4, x + DOT + 4, y),
        ("end", x - DOT - 4, x - DOT - 4 - wide, y),
    ):
        box = Box(left, middle - half, left + wide, middle + half)
        if box.lies_in(frame) and not any(box.meets(it) for it in taken):
            return (round(at, 1), round(middle + 5, 1)), anchor, box
    return (x, y), "middle", None
