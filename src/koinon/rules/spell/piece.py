"""A piece of time between two neighbouring days on which anything changes."""

from datetime import date
from operator import is_

import msgspec

from koinon.rules.spell.spell import Saying


class Piece(msgspec.Struct, frozen=True, gc=False):
    """The days from ``start`` until ``until`` (excluded), and who says what of them."""

    start: date
    until: date
    party: Saying | None
    network: Saying | None
    third: tuple[Saying, ...]

    def is_like(self, other: "Piece") -> bool:
        """Tell whether everybody says the same in another piece.

        One voice's neighbouring stretches always differ, so the same words are one object.
        """
        return (
            self.party is other.party
            and self.network is other.network
            and len(self.third) == len(other.third)
            and all(map(is_, self.third, other.third))
        )
