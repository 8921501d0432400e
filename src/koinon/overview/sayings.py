"""What each side says of a bond, with the source it was read in and the note on it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from koinon.register.queries.sources import notes_in, refs_in
from koinon.register.reckoning import roughness
from koinon.rules.beginning import beginning
from koinon.rules.bound import OPEN_BOUND, Bound
from koinon.rules.period import Truth
from koinon.rules.rule import Text
from koinon.rules.spell.said import Side
from koinon.rules.spell.spell import Saying, Spell
from koinon.rules.term.last_day import last_day
from koinon.rules.trace import SourceRef


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What one voice says; ``ends`` is None where it names no end.

    ``of_day`` is False for a voice that is silent on the day asked and speaks of other days;
    then ``holds`` is None.
    """

    voice: str
    speaker: str
    grade: str | None
    holds: Truth
    begins: Bound
    ends: Bound | None
    stated_on: date
    source: SourceRef | None
    of_day: bool = True
    note: Text = {}

    @property
    def last_day(self) -> Bound | None:
        """The last day it speaks of, None where it names no end."""
        return None if self.ends is None else last_day(self.ends, self.begins)


class Cited(NamedTuple):
    """The sources and the notes that sayings point to."""

    sources: dict[str, SourceRef]
    notes: dict[int, Text]

    @classmethod
    def by(cls, spells: Iterable[Spell]) -> "Cited":
        """Find what spells point to; two queries."""
        shown = list(spells)
        return cls(refs_in(shown), notes_in(shown))


def said(saying: Saying | None, cited: Cited, *, of_day: bool = True) -> Said | None:
    """Show what a voice says, None where it says nothing."""
    if saying is None:
        return None
    return Said(
        voice=saying.voice,
        speaker=saying.speaker,
        grade=saying.grade,
        holds=saying.holds if of_day else None,
        begins=saying.begins,
        ends=None if saying.ends == OPEN_BOUND else saying.ends,
        stated_on=saying.stated_on,
        source=cited.sources.get(saying.source),
        of_day=of_day,
        note=cited.notes.get(saying.number, {}),
    )


def bounds_said(spells: Sequence[Spell]) -> tuple[Bound, Bound]:
    """Give when spells that follow each other begin and end, as the best source tells each."""
    sayings = [saying for spell in spells for saying in spell.sayings if saying.holds is not False]
    if not sayings:
        return Bound(spells[0].valid_from), Bound(spells[-1].valid_until)
    first = min(sayings, key=lambda item: (item.begins.latest, roughness(item.begins)))
    latest = [saying for saying in spells[-1].sayings if saying.holds is not False] or sayings
    return first.begins, min((saying.ends for saying in latest), key=roughness)


def begun(spells: Iterable[Spell]) -> Bound | None:
    """Give when the first of spells began, by the earliest beginning that each voice tells."""
    first: dict[str, Bound] = {}
    for saying in (it for spell in spells for it in spell.sayings if it.holds is not False):
        told = first.setdefault(saying.speaker, saying.begins)
        first[saying.speaker] = min(told, saying.begins, key=lambda it: it.latest)
    return beginning(first.values())


def bounds_of_day(spell: Spell) -> tuple[Bound | None, Bound | None]:
    """Give the first and the last day of a tie as a day's voices tell them.

    Of each the most exact word counts; a beginning about which voices differ spans all of theirs.
    """
    told = [voice for voice in spell.sayings if voice.holds is not False]
    ended = [voice for voice in told if voice.ends != OPEN_BOUND]
    last = min(ended, key=lambda it: roughness(it.ends), default=None)
    return (
        beginning(it.begins for it in told),
        last_day(last.ends, last.begins) if last else None,
    )


def silent_voices(spell: Spell, spells: Sequence[Spell], day: date) -> dict[str, Saying]:
    """Give what voices that differ about a day but are silent on it say of the nearest days.

    Sides are named by their code, third parties by the speaker's.
    """
    nearest: dict[str, Saying] = {}
    for other in sorted(spells, key=lambda it: _distance(it, day)):
        for name, saying in _named(other):
            if saying.holds is not False:
                nearest.setdefault(name, saying)
    differing = {name for item in spell.differences for name in (item.one, item.other)}
    speaking = {name for name, _ in _named(spell)}
    return {name: saying for name, saying in nearest.items() if name in differing - speaking}


def _named(spell: Spell) -> Iterator[tuple[str, Saying]]:
    if spell.party is not None:
        yield Side.PARTY.value, spell.party
    if spell.network is not None:
        yield Side.NETWORK.value, spell.network
    for saying in spell.third:
        yield saying.speaker, saying


def _distance(spell: Spell, day: date) -> int:
    return max((spell.valid_from - day).days, (day - spell.valid_until).days, 0)
