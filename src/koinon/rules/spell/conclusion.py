"""What follows from everything that is said: whether the bond holds on the days of a spell."""

from collections.abc import Iterator, Sequence

from koinon.rules.bound import OPEN_BOUND, Bound
from koinon.rules.period import Truth
from koinon.rules.spell.spell import Saying, Spell

type Voice = tuple[int, str]
"""The party, the network, or a third party by its name."""


def conclusion(spell: Spell, spells: Sequence[Spell]) -> Truth:
    """Conclude from all spells of a bond whether it holds on the days of one of them.

    What sides say in Koinon decides. Of sources, one that knows a beginning or an end exactly
    goes before one that gives it roughly, and an end that was said later before an older source
    that knew of no end. Where sources contradict each other about the fact, nobody knows.
    """
    told = {it.holds for it in spell.sayings if it.in_koinon and it.holds is not None}
    if told:
        return told.pop() if len(told) == 1 else None
    answers = {it.holds for it in spell.sayings}
    if False in answers:
        return None if True in answers else False
    silent = _silent(spell, spells)
    if True in answers:
        yes = [it for it in spell.sayings if it.holds]
        return not _ended_since(yes, silent, spell)
    explained = all(
        any(_explains(saying, other, spell) for other in silent) for saying in spell.sayings
    )
    return False if explained else None


def _silent(spell: Spell, spells: Sequence[Spell]) -> list[Saying]:
    """List what voices that say nothing of these days say of others."""
    speaking = {voice for voice, _ in _voices(spell)}
    return [
        saying
        for other in spells
        for voice, saying in _voices(other)
        if voice not in speaking and saying.holds
    ]


def _voices(spell: Spell) -> Iterator[tuple[Voice, Saying]]:
    if spell.party is not None:
        yield (0, ""), spell.party
    if spell.network is not None:
        yield (1, ""), spell.network
    for saying in spell.third:
        yield (2, saying.speaker), saying


def _ended_since(yes: Sequence[Saying], silent: Sequence[Saying], spell: Spell) -> bool:
    """Tell whether sources without an end are all older than one that says the end."""
    if any(saying.ends != OPEN_BOUND for saying in yes):
        return False
    latest = max(saying.stated_on for saying in yes)
    return any(
        other.ends.latest <= spell.valid_from and other.stated_on > latest for other in silent
    )


def _explains(rough: Saying, exact: Saying, spell: Spell) -> bool:
    """Tell whether a rough bound means the beginning or end that another voice knows better."""
    if spell.valid_until <= exact.begins.earliest:
        return _contains(rough.begins, exact.begins)
    return exact.ends.latest <= spell.valid_from and _contains(rough.ends, exact.ends)


def _contains(rough: Bound, exact: Bound) -> bool:
    return rough.earliest <= exact.earliest and exact.latest <= rough.latest and rough != exact
