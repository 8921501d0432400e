"""The sign of a bond: a disc of two halves, left the party, right the network."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum

import msgspec

from koinon.rules.duration import Duration
from koinon.rules.spell.said import Side
from koinon.rules.spell.spell import Saying, Spell
from koinon.rules.spell.state import State, state


class Half(StrEnum):
    """How a half is drawn."""

    SOLID = "solid"
    HATCHED = "hatched"
    OUTLINE = "outline"
    DOTTED = "dotted"
    CROSSED = "crossed"


class Disc(msgspec.Struct, frozen=True, kw_only=True):
    """Both halves, shifted where voices differ, with an arc where nobody confirmed for long.

    ``state`` is None on a day of which nobody says anything.
    """

    left: Half
    right: Half
    state: State | None
    is_certain: bool = True

    @property
    def is_shifted(self) -> bool:
        return self.state is State.DIFFERING

    @property
    def has_arc(self) -> bool:
        return self.state is State.AGING


def disc(
    spell: Spell | None,
    day: date,
    *,
    asked: Collection[Side] = (),
    last_stated_on: date | None = None,
    aging_after: Duration | None = None,
) -> Disc:
    """Describe the sign of a bond on a day of a spell, or where no spell covers the day.

    ``asked`` are the sides that were asked and have not answered. Raises NotInSpell.
    """
    if spell is None:
        return Disc(
            left=half(None, asked=Side.PARTY in asked),
            right=half(None, asked=Side.NETWORK in asked),
            state=None,
        )
    return Disc(
        left=half(spell.party, asked=Side.PARTY in asked),
        right=half(spell.network, asked=Side.NETWORK in asked),
        state=state(spell, day, last_stated_on=last_stated_on, aging_after=aging_after),
        is_certain=spell.is_certain,
    )


def half(saying: Saying | None, *, asked: bool = False) -> Half:
    """Describe the half of one side: what it says, else whether it was asked."""
    if saying is None:
        return Half.OUTLINE if asked else Half.DOTTED
    if saying.holds is False:
        return Half.CROSSED
    return Half.SOLID if saying.in_koinon else Half.HATCHED
