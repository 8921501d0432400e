"""Who pays, and which rules are, or may be, for them."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from koinon.rules.answer import Answer, Reason
from koinon.rules.condition import Group, Party
from koinon.rules.eligibility.checks import (
    INHABITANTS,
    Check,
    Judgement,
    judge,
    named,
    require_possible,
)
from koinon.rules.fee.forms import FeeRule
from koinon.rules.rule import AppliedRule
from koinon.rules.trace import RuleRef, Trace, given, unknown

NAME = "fee.amount"
_NAMED = frozenset({"kind", "place", "outside"})
"""Conditions whose codes have words of their own."""


class Payer(msgspec.Struct, frozen=True, kw_only=True):
    """Who pays, with the number of inhabitants as a trace that names its source."""

    party: Party
    population: Trace | None = None
    groups: dict[str, Group] = {}

    @classmethod
    def of(cls, party: Party, population: Trace | None, groups: dict[str, Group] | None) -> "Payer":
        """Bring party and population together, the trace before the party's own number.

        Raises ImpossiblePopulation.
        """
        if population is not None and population.value is not None:
            party = replace(party, population=population.value)
        elif party.population is not None:
            population = given("fee.population", party.population, INHABITANTS)
        else:
            population = None
        require_possible(party.population)
        return cls(party=party, population=population, groups=groups or {})


class Fit[R: FeeRule](NamedTuple):
    """A rule that is, or may be, for the party."""

    item: AppliedRule[R]
    judgement: Judgement


def fits[R: FeeRule](rules: Sequence[AppliedRule[R]], payer: Payer) -> list[Fit[R]]:
    """List the rules that are, or may be, for the party."""
    judged = (Fit(item, judge(item.rule.who, payer.party, payer.groups)) for item in rules)
    return [fit for fit in judged if fit.judgement.truth is not False]


def unknown_amount(reason: Reason, *inputs: Trace, rule: RuleRef | None = None) -> Answer[Decimal]:
    """Answer that nobody knows the amount."""
    trace = unknown(NAME, reason.code, *inputs, rule=rule, **reason.params)
    return Answer(value=None, trace=trace, reason=reason)


def whom(checks: Iterable[Check]) -> dict[str, Any]:
    """Name those whom conditions speak of, as parameters of a reason."""
    words: list[Any] = []
    for check in checks:
        if check.what in _NAMED:
            words.extend(check.trace.params["words"])
        else:
            words.extend(named([check])["what"])
    return {"whom": tuple(words)}
