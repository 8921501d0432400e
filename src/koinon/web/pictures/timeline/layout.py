"""Where bars, names and arrows of a timeline stand, for each width of screen."""

from collections.abc import Iterable, Sequence
from datetime import date

from koinon.rules.bound import OPEN_END
from koinon.web.pictures.calendar import Calendar, calendar, carried_end
from koinon.web.pictures.timeline.drawing import BAR, GAP, TEXT, Bar, Line, Tied, Timeline
from koinon.web.pictures.timeline.track import Stretch, Track
from koinon.web.pictures.timeline.words import Name, Span, beside, needed, place_name, wrapped

ROW, HEAD, LABEL, LANE = 42, 28, 20, 24
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
