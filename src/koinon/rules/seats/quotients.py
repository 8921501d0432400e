"""The quotients of the divisor methods, as ratios of whole numbers.

A name claims its first, second, third … seat with smaller and smaller quotients; the greatest
quotients win. The quotients of Huntington-Hill are roots and stand as their squares.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from math import isqrt
from typing import ClassVar

from koinon.rules.seats.forms import Method


class Quotients(ABC):
    """The quotients of one method, as it rounds votes ÷ divisor.

    ``lift`` is what rounding adds to a share on average, in half seats. ``power`` is 2 where
    quotients stand as their squares. ``first_is_free``: the first seat's divisor is zero, so
    that each name with votes has one seat before anybody has two.
    """

    lift: ClassVar[int]
    power: ClassVar[int] = 1
    first_is_free: ClassVar[bool] = False

    @staticmethod
    @abstractmethod
    def claim(votes: int, seat: int) -> tuple[int, int]:
        """Give the quotient that claims a name's seat of that number (from 1) as a ratio.

        The upper number depends on the votes alone, the lower on the seat alone.
        """

    @staticmethod
    @abstractmethod
    def counts(votes: Sequence[int], upper: int, lower: int) -> list[int]:
        """Count each name's quotients that reach upper ÷ lower."""


class DHondt(Quotients):
    """Votes ÷ divisor, rounded down."""

    lift = -1

    @staticmethod
    def claim(votes: int, seat: int) -> tuple[int, int]:
        return votes, seat

    @staticmethod
    def counts(votes: Sequence[int], upper: int, lower: int) -> list[int]:
        return [cast * lower // upper for cast in votes]


class SainteLague(Quotients):
    """Votes ÷ divisor, rounded at the half."""

    lift = 0

    @staticmethod
    def claim(votes: int, seat: int) -> tuple[int, int]:
        return 2 * votes, 2 * seat - 1

    @staticmethod
    def counts(votes: Sequence[int], upper: int, lower: int) -> list[int]:
        twice_lower, twice_upper = 2 * lower, 2 * upper
        return [(cast * twice_lower + upper) // twice_upper for cast in votes]


class Adams(Quotients):
    """Votes ÷ divisor, rounded up."""

    lift = 1
    first_is_free = True

    @staticmethod
    def claim(votes: int, seat: int) -> tuple[int, int]:
        return votes, seat - 1

    @staticmethod
    def counts(votes: Sequence[int], upper: int, lower: int) -> list[int]:
        return [cast * lower // upper + 1 for cast in votes]


class HuntingtonHill(Quotients):
    """Votes ÷ divisor, rounded at the geometric mean of the two whole numbers beside it."""

    lift = 0
    power = 2
    first_is_free = True

    @staticmethod
    def claim(votes: int, seat: int) -> tuple[int, int]:
        return votes * votes, seat * (seat - 1)

    @staticmethod
    def counts(votes: Sequence[int], upper: int, lower: int) -> list[int]:
        # The k-th claim counts while (k - 1) k is at most the square of the share.
        return [(isqrt(4 * (cast * cast * lower // upper) + 1) + 1) // 2 for cast in votes]


QUOTIENTS: dict[Method, type[Quotients]] = {
    Method.DHONDT: DHondt,
    Method.SAINTE_LAGUE: SainteLague,
    Method.ADAMS: Adams,
    Method.HUNTINGTON_HILL: HuntingtonHill,
}
