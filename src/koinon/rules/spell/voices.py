"""Who speaks of one bond, and what stands side by side on each day."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from koinon.rules.spell.coat import Painted, Run, paint
from koinon.rules.spell.difference import View
from koinon.rules.spell.piece import Piece
from koinon.rules.spell.said import Said, Side, Voice
from koinon.rules.spell.spell import Saying

type Key = tuple[Side, bool, str]
"""A voice: the side, whether it speaks in Koinon, and of third parties which one."""

type Voices = Mapping[Key, Painted]

_PARTY: Key = (Side.PARTY, True, "")
_PARTY_SOURCE: Key = (Side.PARTY, False, "")
_NETWORK: Key = (Side.NETWORK, True, "")
_NETWORK_SOURCE: Key = (Side.NETWORK, False, "")


def voices_of(coats: Sequence[Said]) -> Voices:
    """Sort statements by voice and paint each voice's over each other."""
    stacks: dict[Key, list[Said]] = {}
    for said in coats:
        stacks.setdefault(_key(said), []).append(said)
    return {key: paint(stack) for key, stack in stacks.items()}


def _key(said: Said) -> Key:
    if said.side is Side.THIRD:
        return said.side, False, said.speaker
    return said.side, said.voice is Voice.IN_KOINON, ""


def pieces(voices: Voices) -> Iterator[Piece]:
    """Part the days that anybody speaks of wherever any voice changes."""
    changes: dict[date, list[tuple[Key, Saying | None]]] = {}
    for key, painted in voices.items():
        for start, until, saying in painted.stretches:
            changes.setdefault(start, []).append((key, saying))
            changes.setdefault(until, []).append((key, None))
    thirds = _third_parties(voices)
    now: dict[Key, Saying | None] = {}
    for start, until in pairwise(sorted(changes)):
        now.update(changes[start])
        party = now.get(_PARTY) or now.get(_PARTY_SOURCE)
        network = now.get(_NETWORK) or now.get(_NETWORK_SOURCE)
        third = tuple([said for key in thirds if (said := now.get(key))]) if thirds else ()
        if party or network or third:
            yield Piece(start, until, party, network, third)


def _third_parties(voices: Voices) -> list[Key]:
    return sorted(key for key in voices if key[0] is Side.THIRD)


def views_of(voices: Voices) -> Callable[[Piece], list[View]]:
    """Prepare what each voice is held to; the result gives the views of a piece of time."""
    party = _runs(voices, _PARTY, _PARTY_SOURCE)
    network = _runs(voices, _NETWORK, _NETWORK_SOURCE)
    thirds = [(key[2], voices[key].runs) for key in _third_parties(voices)]

    def views(piece: Piece) -> list[View]:
        found = [
            View(Side.PARTY.value, piece.party, party),
            View(Side.NETWORK.value, piece.network, network),
        ]
        if thirds:
            said = {saying.speaker: saying for saying in piece.third}
            found.extend(View(name, said.get(name), runs) for name, runs in thirds)
        return found

    return views


def _runs(voices: Voices, told: Key, published: Key) -> Sequence[Run]:
    """List a side's runs: those in Koinon, and of its own source those it has not put right."""
    if published not in voices:
        return voices[told].runs if told in voices else ()
    if told not in voices:
        return voices[published].runs
    spoken = voices[told].runs
    return [*spoken, *(run for run in voices[published].runs if not _meets_any(run, spoken))]


def _meets_any(run: Run, others: Sequence[Run]) -> bool:
    return any(run.start < other.until and other.start < run.until for other in others)
