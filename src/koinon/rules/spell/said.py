"""A statement: what someone says of a bond for a period."""

from datetime import date
from enum import StrEnum

import msgspec

from koinon.rules.bound import OPEN_BOUND, Bound
from koinon.rules.period import Period


class Side(StrEnum):
    """Whose view of the bond a statement gives. A counterpart that is a city is the network."""

    PARTY = "party"
    NETWORK = "network"
    THIRD = "third"


class Voice(StrEnum):
    """How it was said: in Koinon, or in a source that the side or somebody else published."""

    IN_KOINON = "in-koinon"
    OWN_SOURCE = "own-source"
    THIRD_PARTY = "third-party"


class Said(msgspec.Struct, frozen=True, gc=False):
    """What ``speaker`` says: that the bond holds with a grade, or (grade None) that it does not.

    An empty grade says that the bond holds and not of which kind it is. The later ``number``
    goes before where two statements bear the same day.
    """

    side: Side
    voice: Voice
    speaker: str
    grade: str | None
    start: Bound
    stated_on: date
    number: int
    end: Bound = OPEN_BOUND
    source: str = ""
    withdrawn: bool = False

    @property
    def period(self) -> Period:
        return Period(self.start, self.end)

    @property
    def counts(self) -> bool:
        """Whether it paints any day: it is not withdrawn, and its period is not empty."""
        return not self.withdrawn and self.start.earliest < self.end.latest
