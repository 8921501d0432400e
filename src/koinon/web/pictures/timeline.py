"""Bars on a calendar: solid certain, hatched uncertain, arrows where one ends with another."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from koinon.overview.tenures import Tenancy
from koinon.rules.bound import OPEN_END, Bound
from koinon.web.pictures.calendar import EDGE, Calendar, Year, calendar, carried_end
from koinon.web.pictures.timeline_words import Name, Span, beside, needed, place_name, wrapped
from koinon.wording.language import pick
from koinon.wording.say import say

ROW, BAR, HEAD, LABEL, GAP, LANE, TEXT = 42, 22, 28, 20, 10, 24, 16
SIZES = {
    "tiny": (272, 0),
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
    colon: str = ": "


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
    anchor: str = "start"

    @property
    def name_y(self) -> int:
        """Where the name stands."""
        return self.y + 16


class Line(NamedTuple):
    """A row with its bars; ``last`` names who is there now where no bar has room for the name.

    ``titles`` are the lines of its title. ``left_out`` are times that found no room and stand
    in the table alone.
    """

    y: int
    bottom: int
    titles: tuple[str, ...]
    subtitles: tuple[str, ...]
    last: str
    bars: tuple[Bar, ...]
    title_y: int
    left_out: int = 0

    @property
    def words(self) -> tuple[tuple[int, str, str], ...]:
        """Each line of words with where it stands and what it is."""
        kinds = [*(("post", it) for it in self.titles), *(("owner", it) for it in self.subtitles)]
        return tuple((self.title_y + n * TEXT, kind, text) for n, (kind, text) in enumerate(kinds))


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
        above = self.label_above
        tops = (line.title_y - TEXT if above else line.y - GAP for line in self.lines[1:])
        rows = (f"M0 {top}H{self.width}" for top in tops)
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
    tenures: Sequence[Tenancy],
    city: str,
    day: date,
    language: str = "de",
    *,
    today: date | None = None,
) -> tuple[Timeline, ...]:
    """Draw tenures, those in a city's own posts first, for each width of screen."""
    return drawn(_tracks(tenures, city, language), day, today)


def drawn(tracks: Sequence[Track], day: date, today: date | None = None) -> tuple[Timeline, ...]:
    """Draw rows of times for each width of screen, nothing where there are none or too many.

    On a day after ``today`` what has no known end is certain up to today only.
    """
    if today is not None and today < day:
        tracks = [_carried(track, today) for track in tracks]
    return tuple(draw(tracks, day, size) for size in SIZES) if 0 < len(tracks) <= MOST else ()


def _carried(track: Track, today: date) -> Track:
    ended = (it._replace(until=carried_end(it.since, it.until, today)) for it in track.stretches)
    return track._replace(stretches=tuple(ended))


def draw(tracks: Sequence[Track], day: date, size: str) -> Timeline:
    """Draw rows of times for one width."""
    width, left = SIZES[size]
    periods = [(it.since, it.until) for track in tracks for it in track.stretches]
    days = calendar(periods, day, left, width)
    lines, y = [], HEAD
    for track in tracks:
        line = _line(track, y, days, day, left)
        lines.append(line)
        y = max(line.y + ROW, line.bottom + GAP)
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
            short=it.person.family if it.person else "",
            own=it.organisation.code == city,
            rests_on=it.rests_on,
        )
        for it in sorted(tenures, key=lambda it: it.since.latest)
    )
    owner = pick(first.organisation.short, language)
    colon = say("mark.colon", language)
    return Track(pick(first.post_names, language), owner, tuple(stretches), colon=colon)


def _line(track: Track, top: int, days: Calendar, day: date, left: int) -> Line:
    """Draw a row; times that overlap stand below each other."""
    placed, lanes = _laned(track, days, day)
    names = _names(placed, days, day)
    title = _title(track, is_beside=bool(left))
    last = "" if left else beside(_there(track, names, day), title, days.right)
    words = _words(
        track, title, left or days.right - (needed(last) if last else 0), is_beside=bool(left)
    )
    y = top if left else top + LABEL + (len(words[0]) - 1) * TEXT
    bars = tuple(
        _bar(item, y + lane * LANE, days, day, name)
        for (item, lane), name in zip(placed, names, strict=True)
    )
    text = (len(words[0]) + len(words[1])) * TEXT if left else 0
    return Line(
        y=y,
        bottom=y + max(lanes * LANE, text),
        titles=words[0],
        subtitles=words[1],
        last=last,
        bars=bars,
        title_y=top + 9 if left else top + LABEL - 6,
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


def _names(placed: Sequence[tuple[Stretch, int]], days: Calendar, day: date) -> list[Name]:
    """Place each name where nothing else stands in its line."""
    names: list[Name] = []
    reached: dict[int, float] = {}
    for n, (item, lane) in enumerate(placed):
        bar, sure = _spans(item, days, day)
        following = [it for it, other in placed[n + 1 :] if other == lane]
        end = days.x(following[0].since.earliest) if following else days.right
        free = Span(reached.get(lane, days.left), end)
        name = place_name((item.name, item.short), bar, sure, free)
        names.append(name)
        reached[lane] = max(bar.right, name.reaches)
    return names


def _there(track: Track, names: Sequence[Name], day: date) -> tuple[str, ...]:
    """Name who is there on the day where no bar has room; who is gone is not named there."""
    last = track.stretches[-1]
    is_there = last.until is None or last.until.latest > day
    return (last.name, last.short) if is_there and not (names and names[-1].text) else ()


def _title(track: Track, *, is_beside: bool) -> str:
    """Say of whom a post is where the title stands above the bars, alone on its line."""
    is_alone = track.stretches[-1].own or track.alone or not track.subtitle
    return track.title if is_beside or is_alone else f"{track.subtitle}{track.colon}{track.title}"


def _words(
    track: Track, title: str, width: float, *, is_beside: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Break title and subtitle into lines; above the bars there is no subtitle."""
    if not is_beside:
        return wrapped(title, width), ()
    room = width - GAP
    return wrapped(title, room), wrapped(track.subtitle, room) if track.subtitle else ()


def _end(item: Stretch, day: date) -> date:
    """Give the last day to draw: an open end is drawn up to the day asked for."""
    last = item.until.latest if item.until else OPEN_END
    return day if last == OPEN_END and item.since.latest < day else last


def _spans(item: Stretch, days: Calendar, day: date) -> tuple[Span, Span]:
    """Give the whole bar, and what is certain of it."""
    last = _end(item, day)
    sure_from = days.x(item.since.latest)
    sure_until = days.x(min(item.until.earliest if item.until else last, last))
    whole = Span(days.x(item.since.earliest), days.x(last))
    return whole, Span(sure_from, max(sure_from, sure_until))


def _bar(item: Stretch, y: int, days: Calendar, day: date, name: Name) -> Bar:
    whole, sure = _spans(item, days, day)
    return Bar(
        key=item.key,
        x=whole.left,
        width=round(max(whole.width, 2), 1),
        sure_x=sure.left,
        sure_width=round(sure.width, 1),
        y=y,
        name=name.text,
        name_x=round(name.x, 1),
        own=item.own,
        name_on=name.on,
        gap=item.gap,
        anchor=name.anchor,
    )


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
