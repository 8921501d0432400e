"""What a member pays, by the statute alone."""

from datetime import date
from decimal import Decimal

import msgspec

from koinon.rules.answer import Reason
from koinon.rules.fee.answer import FeeAnswer
from koinon.rules.fee.calculation import fee
from koinon.rules.trace import Trace
from koinon.statutes.answers.asked import party_of
from koinon.statutes.applied import applied
from koinon.statutes.library import Library


class FeeGiven(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A fee as it is given out; ``alternatives`` stand where sources contradict each other."""

    network: str
    amount: Decimal | None
    currency: str | None
    period: str | None
    binding: bool | None
    reason: Reason | None
    notes: tuple[Reason, ...]
    trace: Trace
    alternatives: tuple["FeeGiven", ...] = ()


def fee_of(
    network: str,
    on: date,
    library: Library,
    *,
    population: int | None = None,
    country: str = "",
    grade: str = "",
) -> FeeGiven:
    """Tell what a member of so many inhabitants pays on a day.

    Raises NoSuchNetwork, NoSuchCode, StatuteError, ImpossiblePopulation.
    """
    statute = library.statute(network)
    party = party_of(statute, population=population, country=country, grade=grade)
    answer = fee(applied(statute, "fee"), party, on, groups=statute.groups)
    return _given(statute.code, answer)


def _given(network: str, found: FeeAnswer) -> FeeGiven:
    return FeeGiven(
        network=network,
        amount=found.amount,
        currency=found.currency or None,
        period=found.period or None,
        binding=found.binding,
        reason=found.answer.reason,
        notes=found.answer.notes,
        trace=found.answer.trace,
        alternatives=tuple(_given(network, item) for item in found.alternatives),
    )
