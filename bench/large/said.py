"""What is said of bonds, in a few patterns, and the spells that follow from each by the rules.

The rules are asked once for each pattern and day; for each bond only names and numbers are put in.
"""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from koinon.register.models import Spell
from koinon.rules.bound import OPEN_END, Bound
from koinon.rules.spell.said import Said, Side, Voice
from koinon.rules.spell.sweep import spells

PARTY, NETWORK, SOURCE, PRESS = "@party@", "@network@", "@source@", "press"
PAPER = "A paper"
FIRST_NUMBER = 7_000_000_000_000_001
"""Stands for the key of a bond's first statement until that is known."""

LAST = date(2020, 1, 1)
PATTERNS = (0,) * 8 + (1,) * 5 + (2,) * 5 + (3,) * 2
"""How a bond is spoken of, in turns: 2.05 statements each."""

TENURE = 4


class Words(NamedTuple):
    """A statement: who says it (a mark), in which source, and of which days."""

    by: str
    source: str
    grade: str | None
    earliest: date
    latest: date
    stated_on: date


def words(pattern: int, day: date) -> tuple[Words, ...]:
    """Tell what is said of a bond that began on a day."""
    read = date(2025, 6, 1)
    party = Words(PARTY, "", "member", day, day, date(2025, 1, 1))
    network = Words(NETWORK, "", "member", day, day, date(2025, 2, 1))
    again = Words(PARTY, "", "member", day, day, date(2026, 1, 1))
    own = Words("", SOURCE, "member", day, day, read)
    year = date(day.year, 1, 1), date(day.year, 12, 31)
    press = Words("", PRESS, "member", *year, read)
    over = Words(PARTY, "", None, LAST, LAST, date(2026, 1, 1))
    holder = Words("", PRESS, "holder", day, day, read)
    return (
        (own,),
        (party, network),
        (party, network, again),
        (press, own, party, over),
        (holder,),
    )[pattern]


class Drawn(NamedTuple):
    """A spell with marks in place of names and numbers: the columns after the bond."""

    columns: tuple[object, ...]
    detail: str


@cache
def drawn(pattern: int, day: date) -> tuple[Drawn, ...]:
    """Ask the rules for the spells of a pattern."""
    found = spells(tuple(_said(pattern, day)))
    rows = [Spell.of(0, spell, found) for spell in found]
    return tuple(
        Drawn(
            (
                row.valid_from.isoformat(),
                row.valid_until.isoformat(),
                str(row.party_says),
                str(row.network_says),
                row.holds,
                row.is_certain,
                row.grade,
                str(row.ended),
                str(row.standing),
                row.confirmed_on and row.confirmed_on.isoformat(),
            ),
            json.dumps(row.detail),
        )
        for row in rows
    )


def _said(pattern: int, day: date) -> Iterator[Said]:
    for number, it in enumerate(words(pattern, day), FIRST_NUMBER):
        side = {PARTY: Side.PARTY, NETWORK: Side.NETWORK}.get(it.by, Side.THIRD)
        voice, speaker = Voice.IN_KOINON, it.by
        if it.source == SOURCE:
            side, voice, speaker = Side.NETWORK, Voice.OWN_SOURCE, NETWORK
        elif it.source == PRESS:
            voice, speaker = Voice.THIRD_PARTY, PAPER
        yield Said(
            side=side,
            voice=voice,
            speaker=speaker,
            grade=it.grade,
            start=Bound(it.earliest, it.latest),
            stated_on=it.stated_on,
            number=number,
            source=it.source,
        )


def filled(detail: str, *, party: str, network: str, source: str, first: int, count: int) -> str:
    """Put names and numbers in the place of marks."""
    text = detail.replace(PARTY, party).replace(NETWORK, network).replace(SOURCE, source)
    for n in range(count):
        text = text.replace(str(FIRST_NUMBER + n), str(first + n))
    return text


OPEN = OPEN_END.isoformat()
