"""Where the words of a timeline stand: titles on lines of their own, names on or beside bars."""

from collections.abc import Iterable
from textwrap import wrap
from typing import NamedTuple

LETTER, PAD = 7.2, 6
MOST_LINES = 3
"""How many lines a title may take; only what is longer still is cut."""


class Name(NamedTuple):
    """A name as placed; ``on`` tells what it stands on, empty where there is no room for it."""

    text: str
    on: str
    x: float
    anchor: str = "start"

    @property
    def reaches(self) -> float:
        """How far to the right a name reaches that begins at its place."""
        return self.x + needed(self.text) if self.anchor == "start" else self.x


NOWHERE = Name("", "", 0.0)


class Span(NamedTuple):
    """From where to where something lies."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left


def needed(text: str) -> float:
    """Give the room a name takes, with the space around it."""
    return len(text) * LETTER + 2 * PAD


def place_name(names: Iterable[str], bar: Span, sure: Span, free: Span) -> Name:
    """Choose the first name for which there is room, on the bar or beside it.

    ``sure`` is what is certain of the bar, ``free`` where nothing else stands.
    """
    places = (
        (sure.width, "sure", sure.left + PAD, "start"),
        (sure.left - bar.left, "rough", bar.left + PAD, "start"),
        (bar.right - sure.right, "rough", sure.right + PAD, "start"),
        (free.right - bar.right, "ground", bar.right + PAD, "start"),
        (bar.left - free.left, "ground", bar.left - PAD, "end"),
    )
    # Across what is certain and what is not a name is hard to read: the last resort.
    across = ((bar.width, "rough", bar.left + PAD, "start"),)
    said = [text for text in names if text]
    for tried in (places, across):
        for text in said:
            for room, on, x, anchor in tried:
                if needed(text) <= room:
                    return Name(text, on, x, anchor)
    return NOWHERE


def wrapped(text: str, width: float) -> tuple[str, ...]:
    """Break a title into lines of a width; at least one."""
    room = max(int(width / LETTER), 8)
    if 0 < len(text) <= room:
        return (text,)
    found = wrap(text, room, max_lines=MOST_LINES, placeholder="…", break_long_words=False)
    return tuple(found) or ("",)


def beside(names: Iterable[str], title: str, width: float) -> str:
    """Choose the first name beside which each word of a title has room; empty where none has."""
    longest = max((len(word) for word in title.split()), default=0) * LETTER
    return next((name for name in names if name and needed(name) + longest <= width), "")
