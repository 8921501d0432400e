"""A timeline as drawn: rows with their bars and arrows, and the paths of all that looks alike."""

from collections.abc import Iterator
from typing import NamedTuple

from koinon.web.pictures.calendar import EDGE, Year

BAR, GAP, TEXT = 22, 10, 16
"""How high a bar is, what lies between rows, and how far lines of words stand apart."""


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
