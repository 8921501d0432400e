"""What a timeline shows: times with rough bounds, in rows."""

from typing import NamedTuple

from koinon.rules.bound import Bound


class Stretch(NamedTuple):
    """A time to draw: rough bounds, a name, the key of what it rests on.

    ``short`` is a name for little room; of a gap nothing is known.
    """

    key: str
    since: Bound
    until: Bound | None
    name: str
    own: bool
    rests_on: str = ""
    short: str = ""
    gap: bool = False


class Track(NamedTuple):
    """A row of times that belong together; ``alone`` is a title that needs no subtitle."""

    title: str
    subtitle: str
    stretches: tuple[Stretch, ...]
    alone: bool = False
    colon: str = ": "
