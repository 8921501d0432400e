"""A checked text as the page shows it: what to change, what holds, and the text with its marks."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from koinon.overview.checked.checking import REPORTED
from koinon.overview.checked.statement import CheckedText, Statement
from koinon.rules.claim.judgement import Verdict

AROUND = 90
LONGEST_WHOLE = 60_000
"""Of a longer text only the paragraphs with statements are shown."""

MOST_LISTED = 300
"""Of more statements the page shows the first, those to change before the rest."""


class Row(NamedTuple):
    """A statement with its number, what of it is old, and what stands around that in the text."""

    number: int
    statement: Statement
    before: str
    old: str
    after: str

    @property
    def is_reported(self) -> bool:
        return self.statement.verdict in REPORTED


class Piece(NamedTuple):
    """A stretch of the text, with the statement it makes where it makes one."""

    text: str
    row: Row | None


class Shown(NamedTuple):
    """What the page shows of a checked text."""

    change: tuple[Row, ...]
    rest: tuple[Row, ...]
    pieces: tuple[Piece, ...]
    is_whole: bool
    left_out: int
    to_change: int


def shown(checked: CheckedText) -> Shown:
    """Lay out a checked text: what to change is numbered first, then the rest."""
    ordered = sorted(checked.statements, key=lambda it: not _is_to_change(it))
    listed = ordered[:MOST_LISTED]
    numbered = [_row(checked.text, number, it) for number, it in enumerate(listed, 1)]
    rows = sorted(numbered, key=lambda it: (it.statement.start, it.statement.end))
    is_whole = len(checked.text) <= LONGEST_WHOLE
    pieces = _pieces(checked.text, rows) if is_whole else _of_paragraphs(checked.text, rows)
    return Shown(
        change=tuple(it for it in numbered if _is_to_change(it.statement)),
        rest=tuple(it for it in numbered if not _is_to_change(it.statement)),
        pieces=tuple(pieces),
        is_whole=is_whole,
        left_out=len(ordered) - len(listed),
        to_change=sum(map(_is_to_change, ordered)),
    )


def _is_to_change(statement: Statement) -> bool:
    return statement.verdict in REPORTED or statement.verdict is Verdict.UNDATED


def _row(text: str, number: int, statement: Statement) -> Row:
    """Take some words around what is old, up to the ends of its paragraph."""
    first, last = statement.told or (statement.start, statement.end)
    start = text.rfind("\n", 0, first) + 1
    end = text.find("\n", last)
    end = len(text) if end < 0 else end
    before = text[max(start, first - AROUND) : first]
    after = text[last : min(end, last + AROUND)]
    if first - AROUND > start:
        before = f"… {before.partition(' ')[2]}"
    if last + AROUND < end:
        after = f"{after.rpartition(' ')[0]} …"
    return Row(number, statement, before, text[first:last], after)


def _pieces(text: str, rows: Sequence[Row], start: int = 0, end: int | None = None) -> list[Piece]:
    """Cut a stretch of a text where statements begin and end; of two that overlap the first."""
    stop = len(text) if end is None else end
    found: list[Piece] = []
    at = start
    for row in rows:
        if row.statement.start < at or row.statement.end > stop:
            continue
        if row.statement.start > at:
            found.append(Piece(text[at : row.statement.start], None))
        found.append(Piece(row.statement.quote, row))
        at = row.statement.end
    if at < stop:
        found.append(Piece(text[at:stop], None))
    return found


def _of_paragraphs(text: str, rows: Sequence[Row]) -> Iterator[Piece]:
    last = -1
    starts = [it.statement.start for it in rows]
    for row in rows:
        start = max(last, text.rfind("\n", 0, row.statement.start) + 1)
        end = text.find("\n", row.statement.end)
        end = len(text) if end < 0 else end
        if start >= end or row.statement.start < last:
            continue
        inside = rows[bisect_left(starts, start) : bisect_left(starts, end)]
        yield from _pieces(text, inside, start, end)
        yield Piece("\n\n", None)
        last = end
