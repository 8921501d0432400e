"""What members of round sizes would pay: examples beside the fee calculator."""

from datetime import date

import msgspec

from koinon.rules.condition import Party
from koinon.rules.fee.answer import FeeAnswer
from koinon.rules.fee.calculation import fee
from koinon.rules.trace import given
from koinon.statutes.applied import applied
from koinon.statutes.document import Statute

SIZES = (50_000, 500_000, 1_000_000)


class FeeExample(msgspec.Struct, frozen=True):
    """A number of inhabitants, and the fee that it leads to."""

    population: int
    fee: FeeAnswer


def fee_of(statute: Statute, population: int, day: date) -> FeeAnswer:
    """Tell what a member of so many inhabitants pays."""
    people = given("fee.population", population, "persons")
    party = Party(population=population)
    return fee(applied(statute, "fee"), party, day, population=people, groups=statute.groups)


def fee_examples(statute: Statute, day: date) -> tuple[FeeExample, ...]:
    """Give the fee for round sizes; nothing where the size makes no difference that is known."""
    found = tuple(FeeExample(size, fee_of(statute, size, day)) for size in SIZES)
    known = [it for it in found if it.fee.amount is not None]
    return tuple(known) if len({it.fee.amount for it in known}) > 1 else ()
