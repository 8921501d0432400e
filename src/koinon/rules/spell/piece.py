"""A piece of time between two neighbouring days on which anything changes."""

from datetime import date
from typing import NamedTuple

from koinon.rules.spell.spell import Saying


class Piece(NamedTuple):
    """The days from ``start`` until ``until`` (excluded), and who says what of them."""

    start: date
    until: date
    party: Saying | None
    network: Saying | None
    third: tuple[Saying, ...]

    def is_like(self, other: "Piece") -> bool:
        """Tell whether everybody says the same in another piece."""
        return (
            _are_alike(self.party, other.party)
            and _are_alike(self.network, other.network)
            and len(self.third) == len(other.third)
            and all(map(_are_alike, self.third, other.third))
        )

    def joined_with(self, following: "Piece") -> "Piece":
        """Add the days of a following piece that is like this one; the latest statements stay."""
        return Piece(
            self.start,
            following.until,
            _latest(self.party, following.party),
            _latest(self.network, following.network),
            tuple(map(_latest_of_two, self.third, following.third)),
        )


def is_newer(one: Saying, other: Saying) -> bool:
    """Tell whether a saying rests on a later statement than another."""
    return (one.stated_on, one.number) > (other.stated_on, other.number)


def _are_alike(one: Saying | None, other: Saying | None) -> bool:
    if one is other:
        return True
    if one is None or other is None:
        return False
    return (
        one.grade == other.grade
        and one.holds is other.holds
        and one.is_certain is other.is_certain
        and one.voice is other.voice
        and one.speaker == other.speaker
        and one.begins == other.begins
        and one.ends == other.ends
    )


def _latest(one: Saying | None, other: Saying | None) -> Saying | None:
    return _latest_of_two(one, other) if one is not None and other is not None else None


def _latest_of_two(one: Saying, other: Saying) -> Saying:
    return other if is_newer(other, one) else one
