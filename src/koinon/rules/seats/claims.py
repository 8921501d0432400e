"""The fractions behind an apportionment, as columns: one place per name."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import isqrt

import msgspec

from koinon.rules.seats.apportionment import Explanation
from koinon.rules.seats.quotients import QUOTIENTS
from koinon.rules.seats.shares import once_each


class Ratios(msgspec.Struct, frozen=True):
    """A column of fractions; where the lower number is 0 there is none."""

    upper: Sequence[int]
    lower: Sequence[int]

    def __getitem__(self, place: int) -> Fraction | None:
        lower = self.lower[place]
        return Fraction(self.upper[place], lower) if lower else None

    def __len__(self) -> int:
        return len(self.upper)

    def __iter__(self) -> Iterator[Fraction | None]:
        return map(self.__getitem__, range(len(self)))


def quotas(explanation: Explanation) -> Ratios:
    """List each name's share of the seats before rounding; none for a name set aside."""
    seats, sharing, set_aside = explanation.shared_out, explanation.sharing, explanation.set_aside
    total = sum(sharing.values())
    return Ratios(
        once_each(explanation.votes, lambda votes: [cast * seats for cast in votes]),
        [0 if name in set_aside else total for name in explanation.names],
    )


def remainders(explanation: Explanation) -> Ratios:
    """List what each quota leaves over its whole seats: what Hare-Niemeyer goes by."""
    whole = quotas(explanation)
    total = max(whole.lower)
    return Ratios([upper % total for upper in whole.upper] if total else whole.upper, whole.lower)


def last_won(explanation: Explanation) -> Ratios:
    """List the quotient with which each name claims the last seat it has for certain.

    None where it has no seat, and where the method gives the first seat without a quotient.
    With huntington-hill these are squares.
    """
    return _quotients(explanation, 0)


def first_lost(explanation: Explanation) -> Ratios:
    """List the quotient with which each name claims the first seat it does not have for certain.

    None where the method gives that seat without a quotient. With huntington-hill these are
    squares.
    """
    return _quotients(explanation, 1)


def _quotients(explanation: Explanation, further: int) -> Ratios:
    claim = QUOTIENTS[explanation.method].claim
    seats = [held + further for held in explanation.apportionment.seats.values()]
    return Ratios(
        once_each(explanation.votes, lambda votes: [claim(cast, 1)[0] for cast in votes]),
        once_each(seats, lambda kinds: [claim(1, seat)[1] if seat else 0 for seat in kinds]),
    )


def plain_divisor(explanation: Explanation) -> Fraction | None:
    """Find the roundest number by which votes ÷ number, rounded, are the seats.

    None for hare-niemeyer, for a tie, and where limits alone or the order of votes decide.
    """
    quotients = QUOTIENTS.get(explanation.method)
    tied = explanation.apportionment.unassigned
    if quotients is None or tied or explanation.line is None or explanation.goes_by_votes:
        return None
    lost = max(
        _deciding(explanation, first_lost(explanation), explanation.at_most), default=Fraction(0)
    )
    least = max(explanation.at_least, int(quotients.first_is_free))
    won = min(_deciding(explanation, last_won(explanation), least), default=100 * lost)
    if not won:
        return None
    unit = Fraction(10) ** len(str(int(won)))
    while True:
        number = _root(won / unit**quotients.power, quotients.power) * unit
        if number**quotients.power > lost:
            return number
        unit /= 10


def _deciding(explanation: Explanation, column: Ratios, limit: int | None) -> Iterator[Fraction]:
    held = explanation.apportionment.seats
    for place, name in enumerate(explanation.names):
        ratio = column[place]
        if ratio is not None and name not in explanation.set_aside and held[name] != limit:
            yield ratio


def _root(number: Fraction, power: int) -> int:
    return isqrt(int(number)) if power == 2 else int(number)
