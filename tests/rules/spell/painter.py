"""A slow second opinion: each day painted by itself, on a calendar of a few days."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import NamedTuple

from koinon.rules.bound import BEGINNING, OPEN_END
from koinon.rules.spell.said import Said, Side, Voice

FIRST = date(2020, 1, 1)
DAYS = 12
CALENDAR = [BEGINNING, *(FIRST + timedelta(days=n) for n in range(DAYS)), OPEN_END]
"""Bounds lie on these days only, so each stands for the time until the next."""


class Seen(NamedTuple):
    """What shows of one voice on a day."""

    grade: str | None
    holds: bool | None
    is_certain: bool
    speaker: str
    voice: Voice


def seen(statements: Sequence[Said], day: date) -> Seen | None:
    """Look through the coats from the latest down to the first that surely covers the day."""
    shows = []
    is_covered = False
    for said in sorted(statements, key=lambda it: (it.stated_on, it.number), reverse=True):
        covers = None if said.withdrawn else said.period.holds_on(day)
        if covers is not False and not said.withdrawn and not is_covered:
            shows.append(said)
            is_covered = covers is True
    if not shows:
        return None
    answers = {said.grade is not None for said in shows} | ({None} if not is_covered else set())
    grades = {said.grade for said in shows}
    top = shows[0]
    return Seen(
        grade=top.grade,
        holds=True if answers == {True} else None if True in answers else False,
        is_certain=is_covered and len(grades) == 1,
        speaker=top.speaker,
        voice=top.voice,
    )


class Day(NamedTuple):
    """What everybody says on a day."""

    party: Seen | None
    network: Seen | None
    third: tuple[Seen, ...]


def paint_day(statements: Sequence[Said], day: date) -> Day:
    def side(which: Side) -> Seen | None:
        mine = [said for said in statements if said.side is which]
        told = seen([said for said in mine if said.voice is Voice.IN_KOINON], day)
        return told or seen([said for said in mine if said.voice is not Voice.IN_KOINON], day)

    others = [said for said in statements if said.side is Side.THIRD]
    by_speaker = [
        seen([said for said in others if said.speaker == name], day)
        for name in sorted({said.speaker for said in others})
    ]
    return Day(side(Side.PARTY), side(Side.NETWORK), tuple(filter(None, by_speaker)))


class Painted(NamedTuple):
    start: date
    until: date
    says: Day


def paint_calendar(statements: Sequence[Said]) -> list[Painted]:
    """Paint day by day and join neighbours on which everybody says the same."""
    days = [
        Painted(day, following, paint_day(statements, day)) for day, following in pairwise(CALENDAR)
    ]
    groups = [list(group) for _, group in groupby(days, key=lambda item: item.says)]
    joined = [Painted(group[0].start, group[-1].until, group[0].says) for group in groups]
    return [item for item in joined if item.says != Day(None, None, ())]
