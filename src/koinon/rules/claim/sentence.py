"""A text read into sentences and headings, each with its place in it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from koinon.rules.claim.token import folded, length_at, tokens_of
from koinon.rules.claim.vocabulary import Vocabulary, counted_nouns

LONGEST_HEADING = 100
LONGEST_LABEL = 48
LONGEST_SENTENCE = 1200
MOST_WORDS_OF_LABEL = 6
MOST_WORDS_OF_FIELD = 3

_BULLET = re.compile(r"[ \t\u00a0]*(?:[•●▪◦‣·*+–—-]|\(?\d{1,2}[.)]|[a-z]\))[ \t\u00a0]+")
_LINE = re.compile(r"[^\n]+")
_CELLS = re.compile(r"\|[ \t]*+\S|\S[ ]*+\t[ \t]*+\S")
"""Where two cells of a table meet, each with something in it."""

# Possessive, and never from within a row of signs: a row of dots must not be tried from each dot.
_END = re.compile(
    r"(?<![.!?…;])(?:[.!?…]++[\"”“»«’')\]]*+(?=\s++[\"„“«‚'(\[]*+[^\Wa-z_])|[!?…;]++(?=\s))"
)
_WORD_BEFORE = re.compile(r"([^\W_]+)\.?$")
_ENDS_SENTENCE = re.compile(r"[.!?:;…,][\"”“»«’')\]]*\s*$")


class Sentence(NamedTuple):
    """A stretch of a text; ``section`` counts the headings before it, a row is one of a table."""

    start: int
    end: int
    is_heading: bool
    is_item: bool
    section: int
    is_row: bool = False


class _Block(NamedTuple):
    start: int
    end: int
    is_item: bool
    is_label: bool
    is_row: bool


def sentences_of(text: str, words: Vocabulary) -> tuple[Sentence, ...]:
    """Read a text into sentences; a short line without a full stop is a heading."""
    found: list[Sentence] = []
    section = 0
    for block in _blocks(text):
        heading = block.is_label and not block.is_item and not _is_field(text, block, words)
        section += heading
        if heading:
            found.append(
                Sentence(block.start, block.end, is_heading=True, is_item=False, section=section)
            )
            continue
        for start, end in _split(text, block, words):
            found.append(
                Sentence(
                    start,
                    end,
                    is_heading=False,
                    is_item=block.is_item,
                    section=section,
                    is_row=block.is_row,
                )
            )
    return tuple(found)


def _is_field(text: str, block: _Block, words: Vocabulary) -> bool:
    """Tell a line such as "Members: 135" or "135 members" from a heading."""
    tokens = tokens_of(text, block.start, block.end)
    colon = next((at for at, it in enumerate(tokens) if it.text == ":"), 0)
    nouns = counted_nouns(words.language)
    if colon and colon < len(tokens) - 1:
        is_number = colon <= MOST_WORDS_OF_FIELD and tokens[colon + 1].text.isdigit()
        is_known = tokens[colon - 1].folded in nouns or length_at(tokens, 0, words.fields) > 0
        return is_number or is_known
    is_short = len(tokens) <= MOST_WORDS_OF_LABEL
    return is_short and tokens[-1].folded in nouns and any(it.text.isdigit() for it in tokens)


def _blocks(text: str) -> Iterator[_Block]:
    """Join lines that belong together: up to an empty line, a bullet or a heading."""
    lines = [(it.start(), it.end()) for it in _LINE.finditer(text)]
    start = end = -1
    is_item = was_row = False
    for number, (first, last) in enumerate(lines):
        line = text[first:last]
        if not line.strip():
            if start >= 0:
                yield _block(text, start, end, is_item=is_item)
            start = -1
            continue
        bullet = _BULLET.match(text, first, last)
        gap = start >= 0 and text.count("\n", end, first) > 1
        is_row = _is_row(text, first, last)
        row, was_row = is_row or was_row, is_row
        if start >= 0 and (bullet or gap or row or _stands_alone(text, lines, number - 1, first)):
            yield _block(text, start, end, is_item=is_item)
            start = -1
        if start < 0:
            is_item = bullet is not None
            start = bullet.end() if bullet else first
        end = last
    if start >= 0:
        yield _block(text, start, end, is_item=is_item)


def _is_row(text: str, start: int, end: int) -> bool:
    return _CELLS.search(text, start, end) is not None


def _stands_alone(text: str, lines: list[tuple[int, int]], number: int, following: int) -> bool:
    """Tell whether the line before is a short label over what follows."""
    before = text[slice(*lines[number])]
    begins = text[following : following + 1]
    is_short = len(before) <= LONGEST_LABEL and len(before.split()) <= MOST_WORDS_OF_LABEL
    return is_short and not begins.islower() and not _ENDS_SENTENCE.search(before)


def _block(text: str, start: int, end: int, *, is_item: bool) -> _Block:
    inside = text[start:end]
    begin = start + len(inside) - len(inside.lstrip())
    stop = begin + len(inside.strip())
    words = text[begin:stop]
    is_row = _is_row(text, begin, stop)
    is_short = len(words) <= LONGEST_HEADING and not is_row
    is_label = is_short and not re.search(r"[.!?…;,:]\W*$|[.!?]\s", words)
    return _Block(begin, stop, is_item, is_label, is_row)


def _split(text: str, block: _Block, words: Vocabulary) -> Iterator[tuple[int, int]]:
    start = block.start
    for match in () if block.is_row else _END.finditer(text, block.start, block.end):
        if not _is_end(text, start, match, words):
            continue
        yield start, match.end()
        start = match.end()
        while start < block.end and text[start].isspace():
            start += 1
    while block.end - start > LONGEST_SENTENCE:
        cut = max(text.rfind(" ", start, start + LONGEST_SENTENCE), start + LONGEST_SENTENCE // 2)
        yield start, cut
        start = cut
    if start < block.end:
        yield start, block.end


def _is_end(text: str, start: int, match: re.Match[str], words: Vocabulary) -> bool:
    """Tell a full stop from that of an abbreviation, an initial or an ordinal number."""
    if not match.group().startswith("."):
        return True
    before = _WORD_BEFORE.search(text, max(start, match.start() - 30), match.start())
    if before is None:
        return True
    word = before[1]
    if word.isdigit():
        return len(word) > 2
    return len(word) > 1 and folded(word) not in _folded(words.abbreviations)


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(folded, words))
