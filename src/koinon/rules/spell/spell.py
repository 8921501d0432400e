"""A spell: a stretch of days in which what everybody says of a bond stays the same."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

import msgspec

from koinon.rules.bound import Bound
from koinon.rules.period import Truth
from koinon.rules.spell.said import Voice


class Says(StrEnum):
    """What one side says of the days of a spell."""

    YES = "yes"
    MAYBE = "maybe"
    DENIED = "denied"
    NOTHING = "nothing"


class Ended(StrEnum):
    """Why a spell ended."""

    NEW_STATEMENT = "new-statement"
    SAID_END = "said-end"
    DENIED = "denied"
    CERTAIN = "certain"
    OPEN = "open"


class Saying(msgspec.Struct, frozen=True, gc=False):
    """What one side, or one third party, says of the days of a spell.

    ``holds`` is unknown inside a rough bound; ``is_certain`` is false wherever a rough bound
    leaves open which statement shows. ``begins`` and ``ends`` bound the whole unbroken stretch
    for which this voice says yes (or no). ``stated_on``, ``number`` and ``source`` are those of
    the latest statement that shows.
    """

    voice: Voice
    speaker: str
    grade: str | None
    holds: Truth
    is_certain: bool
    begins: Bound
    ends: Bound
    stated_on: date
    number: int
    source: str

    @property
    def says(self) -> Says:
        if self.holds is None:
            return Says.MAYBE
        return Says.YES if self.holds else Says.DENIED

    @property
    def in_koinon(self) -> bool:
        return self.voice is Voice.IN_KOINON


class Matter(StrEnum):
    """In what two voices differ."""

    GRADE = "grade"
    DENIAL = "denial"
    BEGINNING = "beginning"
    ENDING = "ending"


class Difference(NamedTuple):
    """Two voices that cannot both be right; sides by their code, third parties by the speaker's."""

    matter: Matter
    one: str
    other: str


class Spell(msgspec.Struct, frozen=True, gc=False):
    """The days from ``valid_from`` until ``valid_until`` (excluded), and what is said of them."""

    valid_from: date
    valid_until: date
    party: Saying | None
    network: Saying | None
    third: tuple[Saying, ...]
    differences: tuple[Difference, ...]
    ended: Ended

    def covers(self, day: date) -> bool:
        """Tell whether a day lies inside."""
        return self.valid_from <= day < self.valid_until

    @property
    def sayings(self) -> tuple[Saying, ...]:
        """Everything said: the party first, then the network, then third parties by speaker."""
        sides = tuple(saying for saying in (self.party, self.network) if saying is not None)
        return sides + self.third

    @property
    def is_certain(self) -> bool:
        """Whether no rough bound leaves anything open on these days."""
        return all(saying.is_certain for saying in self.sayings)

    @property
    def holds(self) -> Truth:
        """Whether the bond holds: yes or no where the best voices agree, else unknown.

        What sides say in Koinon goes before their own sources, these before third parties. Who
        leaves it open leaves it to the next.
        """
        for rank in sorted(set(_RANK.values())):
            answers = {
                saying.holds
                for saying in self.sayings
                if _RANK[saying.voice] == rank and saying.holds is not None
            }
            if answers:
                return answers.pop() if len(answers) == 1 else None
        return None


_RANK = {Voice.IN_KOINON: 0, Voice.OWN_SOURCE: 1, Voice.THIRD_PARTY: 2}


def says(saying: Saying | None) -> Says:
    """Tell what a side says, where None stands for nothing said."""
    return Says.NOTHING if saying is None else saying.says
