"""Bars on a calendar: solid certain, hatched uncertain, arrows where one ends with another."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from koinon.overview.tenures import Tenancy
from koinon.rules.bound import OPEN_END, Bound
from koinon.web.pictures.calendar import EDGE, Calendar, Year, calendar
from koinon.wording.language import pick

ROW, BAR, HEAD, LABEL, GAP, LANE = 42, 22, 28, 20, 10, 24
LETTER, PAD = 7.2, 6
SIZES = {
    "tiny": (288, 0),
    "narrow": (340, 0),
    "half": (520, 0),
    "middle": (680, 190),
    "broad": (1152, 260),
}
"""The width of each drawing, and the room for titles beside the bars; above them where none."""


MOST, MOST_LANES = 60, 6
"""How many rows are still read as a picture, and how many times below each other in a row."""


class Stretch(NamedTuple):
    """A time to draw: rough bounds, a name, the key of what it rests on.

    ``short`` is a name for little room; of a gap nothing is known.
    """

    key: str
    since: Bound
    until: Bound | None
    name: str
    own: bool
    rests_on: str = ""
    short: str = ""
    gap: bool = False


class Track(NamedTuple):
    """A row of times that belong together; ``alone`` is a title that needs no subtitle."""

    title: str
    subtitle: str
    stretches: tuple[Stretch, ...]
    alone: bool = False


class Bar(NamedTuple):
    """A time as drawn: the whole span, the certain part of it, and the name."""

    key: str
    x: float
    width: float
    sure_x: float
    sure_width: float
    y: int
    name: str
    name_x: float
    own: bool
    name_on: str
    gap: bool = False

    @property
    def name_y(self) -> int:
        """Where the name stands."""
        return self.y + 16


class Line(NamedTuple):
    """A row with its bars; ``last`` names who comes last, above the bars.

    ``left_out`` are times that found no room and stand in the table alone.
    """

    y: int
    bottom: int
    title: str
    subtitle: str
    last: str
    bars: tuple[Bar, ...]
    title_y: int
    left_out: int = 0

    @property
    def subtitle_y(self) -> int:
        """Where the words below the title stand."""
        return self.title_y + 16


class Tied(NamedTuple):
    """An arrow from the end of a bar to the end of one that rested on it."""

    x: float
    y: float
    until_y: float


class Timeline(NamedTuple):
    """A drawing of a width, with the day asked for as a dotted line."""

    size: str
    width: int
    height: int
    left: int
    years: tuple[Year, ...]
    lines: tuple[Line, ...]
    tied: tuple[Tied, ...]
    today_x: float

    @property
    def grid(self) -> str:
        """The lines of the years and between the rows, as one path."""
        years = (f"M{year.x:g} 20V{self.height}" for year in self.years)
        away = LABEL + 2 if self.label_above else GAP
        rows = (f"M0 {line.y - away}H{self.width}" for line in self.lines[1:])
        return "".join((*years, *rows))

    @property
    def rough(self) -> str:
        """All bars with what is uncertain of them, as one path."""
        bars = (bar for bar in self._bars() if not bar.gap)
        return "".join(_rectangle(bar.x, bar.y, bar.width) for bar in bars)

    @property
    def gaps(self) -> str:
        """The times of which nothing is known, as one path."""
        bars = (bar for bar in self._bars() if bar.gap)
        return "".join(_rectangle(bar.x, bar.y, bar.width) for bar in bars)

    @property
    def left_out(self) -> int:
        """How many times are not drawn."""
        return sum(line.left_out for line in self.lines)

    @property
    def own(self) -> str:
        """What is certain of a city's own bars, as one path."""
        return self._sure(own=True)

    @property
    def seats(self) -> str:
        """What is certain of the other bars, as one path."""
        return self._sure(own=False)

    @property
    def ends(self) -> str:
        """The arrows of what ends with something else, as one path."""
        return "".join(
            f"M{it.x:g} {it.y:g}V{it.until_y:g}m0 0l-4 -7h8zM{it.x - 3:g} {it.y:g}"
            "a3 3 0 1 0 6 0a3 3 0 1 0 -6 0"
            for it in self.tied
        )

    def _sure(self, *, own: bool) -> str:
        shown = (bar for bar in self._bars() if bar.sure_width and not bar.gap)
        bars = (bar for bar in shown if bar.own is own)
        return "".join(_rectangle(bar.sure_x, bar.y, bar.sure_width) for bar in bars)

    def _bars(self) -> Iterator[Bar]:
        return (bar for line in self.lines for bar in line.bars)

    @property
    def label_above(self) -> bool:
        """Whether titles stand above the bars."""
        return not self.left

    @property
    def today_anchor(self) -> str:
        """Where the label of the day is held, so that it stays inside."""
        return "end" if self.today_x > self.width - EDGE else "middle"


def _rectangle(x: float, y: int, width: float) -> str:
    return f"M{x:g} {y}h{width:g}v{BAR}h{-width:g}z"


def timelines(
    tenures: Sequence[Tenancy], city: str, day: date, language: str = "de"
) -> tuple[Timeline, ...]:
    """Draw tenures, those in a city's own posts first, for each width of screen."""
    return drawn(_tracks(tenures, city, language), day)


def drawn(tracks: Sequence[Track], day: date) -> tuple[Timeline, ...]:
    """Draw rows of times for each width of screen, nothing where there are none or too many."""
    return tuple(draw(tracks, day, size) for size in SIZES) if 0 < len(tracks) <= MOST else ()


def draw(tracks: Sequence[Track], day: date, size: str) -> Timeline:
    """Draw rows of times for one width."""
    width, left = SIZES[size]
    periods = [(it.since, it.until) for track in tracks for it in track.stretches]
    days = calendar(periods, day, left, width)
    lines, y = [], HEAD
    for track in tracks:
        y += 0 if left else LABEL
        line = _line(track, y, days, day, left)
        lines.append(line)
        y = max(y + ROW, line.bottom + GAP)
    return Timeline(
        size=size,
        width=width,
        height=y,
        left=left,
        years=days.years(day),
        lines=tuple(lines),
        tied=_tied(tracks, lines),
        today_x=days.x(day),
    )


def _tracks(tenures: Sequence[Tenancy], city: str, language: str) -> list[Track]:
    """Group tenures by post: a city's own, each with what rests on it, then the others."""
    ordered = sorted(
        tenures, key=lambda it: (it.organisation.code != city, not it.is_head, *_post(it))
    )
    waiting = [list(group) for _, group in groupby(ordered, key=_post)]
    placed: list[list[Tenancy]] = []
    while waiting:
        group = waiting.pop(0)
        bonds = {it.bond for it in group}
        resting = [it for it in waiting if any(one.rests_on in bonds for one in it)]
        waiting = [*resting, *(it for it in waiting if it not in resting)]
        placed.append(group)
    return [_track(group, city, language) for group in placed]


def _post(item: Tenancy) -> tuple[str, str]:
    return item.organisation.code, item.post


def _track(tenures: list[Tenancy], city: str, language: str) -> Track:
    first = tenures[0]
    stretches = (
        Stretch(
            key=it.bond,
            since=it.since,
            until=it.until,
            name=it.person.name if it.person else pick(it.party.short, language),
            own=it.organisation.code == city,
            rests_on=it.rests_on,
        )
        for it in sorted(tenures, key=lambda it: it.since.latest)
    )
    owner = pick(first.organisation.short, language)
    return Track(pick(first.post_names, language), owner, tuple(stretches))


def _line(track: Track, y: int, days: Calendar, day: date, left: int) -> Line:
    """Draw a row; times that overlap stand below each other."""
    placed, lanes = _laned(track, days, day)
    bars = []
    for n, (item, lane) in enumerate(placed):
        following = [it for it, other in placed[n + 1 :] if other == lane]
        room = days.x(following[0].since.earliest) if following else days.right
        bars.append(_bar(item, y + lane * LANE, days, day, room, outside=bool(left)))
    title, subtitle, last = _words(track, left, days.right)
    shown = tuple(bar if bar.name != last else bar._replace(name="") for bar in bars)
    return Line(
        y=y,
        bottom=y + lanes * LANE,
        title=title,
        subtitle=subtitle,
        last=last,
        bars=shown,
        title_y=y + 9 if left else y - 6,
        left_out=len(track.stretches) - len(placed),
    )


def _laned(track: Track, days: Calendar, day: date) -> tuple[list[tuple[Stretch, int]], int]:
    """Give each time the first line in which it lies over no other, as far as there are lines."""
    placed: list[tuple[Stretch, int]] = []
    ends: list[float] = []
    for item in track.stretches:
        start, end = days.x(item.since.earliest), days.x(_end(item, day))
        lane = next((n for n, reached in enumerate(ends) if reached <= start + 1), len(ends))
        if lane < MOST_LANES:
            ends[lane : lane + 1] = [end]
            placed.append((item, lane))
    return placed, len(ends)


def _words(track: Track, left: int, right: float) -> tuple[str, str, str]:
    """Cut titles to their room; above the bars the last name stands beside the title."""
    if left:
        room = int(left / LETTER)
        return _cut(track.title, room), _cut(track.subtitle, room + 2), ""
    last = track.stretches[-1]
    is_alone = last.own or track.alone or not track.subtitle
    title = track.title if is_alone else f"{track.subtitle}: {track.title}"
    room = int(right / LETTER) - len(last.name) - 2
    if room < 14:
        return _cut(title, int(right / LETTER)), "", ""
    return _cut(title, room), "", last.name


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else f"{text[: room - 1].rstrip()}…"


def _end(item: Stretch, day: date) -> date:
    """Give the last day to draw: an open end is drawn up to the day asked for."""
    last = item.until.latest if item.until else OPEN_END
    return day if last == OPEN_END and item.since.latest < day else last


def _bar(item: Stretch, y: int, days: Calendar, day: date, room: float, *, outside: bool) -> Bar:
    last = _end(item, day)
    x, end = days.x(item.since.earliest), days.x(last)
    sure_x = days.x(item.since.latest)
    sure_end = days.x(min(item.until.earliest if item.until else last, last))
    sure = max(sure_end - sure_x, 0)
    names = (item.name, item.short) if item.short else (item.name,)
    tried = (_placed(name, (x, end), (sure_x, sure), room if outside else end) for name in names)
    name, name_on, name_x = next((it for it in tried if it[1]), ("", "", x))
    return Bar(
        key=item.key,
        x=x,
        width=round(max(end - x, 2), 1),
        sure_x=sure_x,
        sure_width=round(sure, 1),
        y=y,
        name=name,
        name_x=name_x,
        own=item.own,
        name_on=name_on,
        gap=item.gap,
    )


def _placed(
    name: str, bar: tuple[float, float], sure: tuple[float, float], room: float
) -> tuple[str, str, float]:
    """Choose the place of a name: on what is certain, on the whole bar, beside it, else none."""
    needed = len(name) * LETTER + 2 * PAD
    if needed <= sure[1]:
        return name, "sure", sure[0] + PAD
    if needed <= bar[1] - bar[0]:
        return name, "rough", bar[0] + PAD
    if needed <= room - bar[1]:
        return name, "ground", bar[1] + PAD
    return name, "", bar[0]


def _tied(tracks: Iterable[Track], lines: Iterable[Line]) -> tuple[Tied, ...]:
    """Lead from the end of each bar to those that rested on it and ended then."""
    bars = {bar.key: bar for line in lines for bar in line.bars}
    found = []
    for item in (it for track in tracks for it in track.stretches):
        below, bar = bars.get(item.rests_on), bars.get(item.key)
        if below is None or bar is None or item.until is None or item.until.latest == OPEN_END:
            continue
        x = bar.x + bar.width
        if bar.y > below.y and abs(x - below.x - below.width) <= 3:
            found.append(Tied(x, below.y + BAR / 2, bar.y + 2))
    return tuple(found)
