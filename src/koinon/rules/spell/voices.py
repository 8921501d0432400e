"""Who speaks of one bond, and what stands side by side on each day."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

import msgspec

from koinon.rules.bound import Bound
from koinon.rules.spell.coat import Painted, Run, Stretch, paint
from koinon.rules.spell.difference import View
from koinon.rules.spell.piece import Piece
from koinon.rules.spell.said import Said, Side, Voice
from koinon.rules.spell.spell import Saying

type Third = tuple[Saying, ...]

_NOTHING = Painted((), ())


class Voices(msgspec.Struct, frozen=True, gc=False):
    """What each voice says of one bond; third parties by their code, in its order."""

    party: Painted
    party_source: Painted
    network: Painted
    network_source: Painted
    third: list[tuple[str, Painted]]

    @property
    def all(self) -> list[Painted]:
        sides = [self.party, self.party_source, self.network, self.network_source]
        return sides + [painted for _, painted in self.third]


def voices_of(coats: Sequence[Said]) -> Voices:
    """Sort statements by voice and paint each voice's over each other."""
    sides: tuple[list[Said], ...] = ([], [], [], [])
    third: dict[str, list[Said]] = {}
    for said in coats:
        if said.side is Side.THIRD:
            third.setdefault(said.speaker, []).append(said)
        else:
            place = 0 if said.side is Side.PARTY else 2
            sides[place + (said.voice is not Voice.IN_KOINON)].append(said)
    party, party_source, network, network_source = [
        paint(stack) if stack else _NOTHING for stack in sides
    ]
    named = [(name, paint(third[name])) for name in sorted(third)]
    return Voices(party, party_source, network, network_source, named)


def sayings_at(voices: Voices, place: int) -> tuple[Saying | None, Saying | None, Third]:
    """Tell who says what in the n-th stretch, where all voices have the same stretches."""
    party = (voices.party.stretches or voices.party_source.stretches)[place : place + 1]
    network = (voices.network.stretches or voices.network_source.stretches)[place : place + 1]
    return (
        party[0][2] if party else None,
        network[0][2] if network else None,
        tuple([painted.stretches[place][2] for _, painted in voices.third]),
    )


def pieces(voices: Voices) -> Iterator[Piece]:
    """Part the days that anybody speaks of wherever any voice changes."""
    changes: dict[date, list[tuple[int, Saying | None]]] = {}
    every = voices.all
    for voice, painted in enumerate(every):
        for start, until, saying in painted.stretches:
            changes.setdefault(start, []).append((voice, saying))
            changes.setdefault(until, []).append((voice, None))
    now: list[Saying | None] = [None] * len(every)
    for start, until in pairwise(sorted(changes)):
        for voice, said in changes[start]:
            now[voice] = said
        party, network = now[0] or now[1], now[2] or now[3]
        third = tuple([saying for saying in now[4:] if saying]) if voices.third else ()
        if party or network or third:
            yield Piece(start, until, party, network, third)


class Views:
    """What each voice of a bond is held to, wherever it speaks."""

    def __init__(self, voices: Voices) -> None:
        self._party = _runs(voices.party, voices.party_source)
        self._network = _runs(voices.network, voices.network_source)
        self._third = [(name, painted.runs) for name, painted in voices.third]

    def of(self, piece: Piece) -> list[View]:
        """List the voices with what each says in a piece of time."""
        third = {saying.speaker: saying for saying in piece.third}
        return [
            View(Side.PARTY.value, piece.party, self._party),
            View(Side.NETWORK.value, piece.network, self._network),
            *(View(name, third.get(name), runs) for name, runs in self._third),
        ]


def _runs(told: Painted, published: Painted) -> Sequence[Run]:
    """List a side's runs: those in Koinon, and of its own source those it has not put right."""
    if not told.stretches:
        return published.runs
    return [*told.runs, *(run for run in published.runs if not _meets(run, told.stretches))]


def _meets(run: Run, stretches: Sequence[Stretch]) -> bool:
    return any(run.start < until and start < run.until for start, until, _ in stretches)


def may_differ(voices: Voices) -> bool:
    """Tell at a glance whether two voices may differ at all; most bonds need no closer look."""
    speaking = [painted for painted in voices.all if painted.stretches]
    grade = speaking[0].stretches[0][2].grade
    begins, ends = [], []
    for painted in speaking:
        if len(painted.runs) != 1:
            return True
        for _, _, saying in painted.stretches:
            if saying.grade != grade:
                return True
        begins.append(painted.runs[0].begins)
        ends.append(painted.runs[0].ends)
    return _some_are_apart(begins) or _some_are_apart(ends)


def _some_are_apart(bounds: Sequence[Bound]) -> bool:
    earliest = max([bound.earliest for bound in bounds])
    return earliest > min([bound.latest for bound in bounds])
