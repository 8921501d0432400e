"""Vacant seats: those a delegation has by the rules, less those that are held."""

import msgspec
from msgspec.structs import replace

from koinon.rules.answer import Answer, Reason, known, not_known
from koinon.rules.seats.brackets import SEATS
from koinon.rules.seats.composition import DelegationSeats
from koinon.rules.trace import Trace, derive, given

NAME = "seats.vacant"


class Vacancy(msgspec.Struct, frozen=True, kw_only=True):
    """How many seats of a delegation are vacant; ``differing`` where more are held than it has."""

    answer: Answer[int]
    differing: bool = False

    @property
    def vacant(self) -> int | None:
        return self.answer.value


def vacant(delegation: DelegationSeats, held: int) -> Vacancy:
    """Tell how many seats of a delegation nobody holds; ``held`` is the number of holders.

    Unknown where its seats are unknown, contradicted, or stated as a maximum.
    """
    seats, derived = delegation.answer, delegation.seats
    holders = given("seats.held", held, SEATS)
    if derived is None:
        reason = seats.reason or Reason("seats.reason.part-unknown")
        return _unknown(reason, seats.trace, holders)
    if delegation.differing:
        return _unknown(Reason("seats.reason.disputed"), seats.trace, holders)
    if held > derived:
        reason = Reason("seats.reason.more-held", {"held": held, "seats": derived})
        return replace(_unknown(reason, seats.trace, holders), differing=True)
    if delegation.at_most and held < derived:
        return _unknown(Reason("seats.reason.at-most", {"n": derived}), seats.trace, holders)
    return Vacancy(answer=known(derive(NAME, "difference", seats.trace, holders, unit=SEATS)))


def _unknown(reason: Reason, *inputs: Trace) -> Vacancy:
    return Vacancy(answer=not_known(NAME, reason.code, *inputs, **reason.params))
