"""What a city pays its networks in a year, as far as rules or people tell."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

import msgspec
from django.db.models import QuerySet

from koinon.history.belief import known
from koinon.overview.names import Named
from koinon.overview.sourcing import all_sources
from koinon.overview.ties import INDIRECT, Tie
from koinon.register.models import BondKind, TypedRule, TypedRuleKind
from koinon.register.prepared import prepared
from koinon.register.queries.numbers import PopulationOn
from koinon.register.queries.statutes import statute_of
from koinon.rules.answer import Answer, Reason
from koinon.rules.condition import Party
from koinon.rules.fee.answer import FeeAnswer
from koinon.rules.fee.calculation import fee
from koinon.rules.fee.forms import Obligation
from koinon.rules.period import Period
from koinon.rules.trace import Trace, given
from koinon.statutes.applied import applied
from koinon.wording.values import Money

TYPED = "fee.typed"


class Fee(msgspec.Struct, frozen=True, kw_only=True):
    """The fee of one tie; ``amount`` None: not known, and ``reason`` says why.

    ``typed_by`` names who typed the amount in where no statute is known.
    """

    network: Named
    tie: str
    amount: Decimal | None
    currency: str
    period: str
    binding: bool | None
    reason: Reason | None
    notes: tuple[Reason, ...]
    trace: Trace
    alternatives: tuple[FeeAnswer, ...] = ()
    typed_by: str = ""
    typed_on: date | None = None


class Total(msgspec.Struct, frozen=True):
    """The fees of a currency that are known and owed; currencies are never converted."""

    currency: str
    amount: Decimal


def fees_of(
    ties: Sequence[Tie],
    party: Party | None,
    population: PopulationOn | None,
    day: date,
    *,
    known_on: date | None = None,
) -> tuple[Fee, ...]:
    """Tell what each own tie costs on a day; one query for what was typed in."""
    own = [tie for tie in ties if tie.kind != INDIRECT]
    typed = _typed([tie.counterpart.code for tie in own], day, known_on)
    people = _people(population)
    found = [_fee(tie, party or Party(), people, typed, day) for tie in own]
    return tuple(item for item in found if item is not None)


def totals(fees: Sequence[Fee]) -> tuple[Total, ...]:
    """Add up the fees that are known and owed, by currency."""
    sums: dict[str, Decimal] = {}
    for item in fees:
        if item.amount is not None and item.binding:
            sums[item.currency] = sums.get(item.currency, Decimal(0)) + item.amount
    return tuple(Total(currency, amount) for currency, amount in sorted(sums.items()))


def _people(population: PopulationOn | None) -> Trace | None:
    if population is None:
        return None
    return given("fee.population", population.value, "persons", source=population.source)


def _typed(networks: list[str], day: date, known_on: date | None) -> dict[str, TypedRule]:
    rows = _rules(networks) if known_on is None else list(_known_rules(networks, known_on))
    return {
        row.network.code: row
        for row in rows
        if Period(row.valid_from, row.valid_until).holds_on(day)
    }


def _known_rules(networks: Sequence[str], on: date | None = None) -> QuerySet[TypedRule]:
    rows = TypedRule.objects.filter(network__code__in=networks, kind=TypedRuleKind.FEE)
    return known(rows, on).select_related("network", "entry", "source").order_by("pk")


@prepared
def _rules(networks: Sequence[str]) -> QuerySet[TypedRule]:
    return _known_rules(networks)


def _fee(
    tie: Tie, party: Party, population: Trace | None, typed: dict[str, TypedRule], day: date
) -> Fee | None:
    statute = statute_of(tie.counterpart.code)
    row = typed.get(tie.counterpart.code)
    if row is not None and (statute is None or not statute.fee):
        return _typed_fee(tie, row)
    if statute is None:
        return None
    payer = Party(
        code=party.code,
        kind=party.kind,
        places=party.places,
        population=party.population,
        grades=frozenset({tie.grade}) if tie.grade else None,
        strands=frozenset({tie.strand}) if tie.strand else None,
    )
    answer = fee(applied(statute, "fee"), payer, day, population=population, groups=statute.groups)
    return _answered(tie, answer)


def _answered(tie: Tie, found: FeeAnswer) -> Fee:
    return Fee(
        network=tie.counterpart,
        tie=tie.bond,
        amount=found.amount,
        currency=found.currency,
        period=found.period,
        binding=found.binding,
        reason=_why_none(tie, found.answer.reason),
        notes=tuple(_notes(found)),
        trace=found.answer.trace,
        alternatives=found.alternatives,
    )


def _why_none(tie: Tie, reason: Reason | None) -> Reason | None:
    """Say of a network that asks others for a fee that it asks none for this kind of tie."""
    if reason is None or reason.code != "fee.reason.not-for-party" or tie.group not in BondKind:
        return reason
    return Reason("fee.reason.not-for-tie", {"tie": Reason(f"tie.{tie.group}")})


def _notes(found: FeeAnswer) -> Iterator[Reason]:
    """Say what another source gives in place of saying that there is one."""
    disputed = any(it.code == "fee.note.disputed" for it in found.answer.notes)
    others = [it for it in found.alternatives if disputed and it.amount is not None]
    yield from (it for it in found.answer.notes if not others or it.code != "fee.note.disputed")
    for other in others:
        sources = all_sources(other.answer.trace)
        amount = Reason("fees.free")
        if other.amount:
            code = "fee.other.at-least" if other.at_least else "fee.other.amount"
            amount = Reason(code, {"amount": Money(other.amount, other.currency)})
        if other.amount and other.obligation is Obligation.VOLUNTARY:
            amount = Reason("fee.other.voluntary", {"amount": amount})
        is_sure = any(it.code == "fee.note.disputes" for it in other.answer.notes)
        code = "fee.other" if is_sure else "fee.other.perhaps"
        yield Reason(code, {"amount": amount, "source": sources[0].title if sources else ""})


def _typed_fee(tie: Tie, row: TypedRule) -> Fee:
    source = row.source.ref if row.source else None
    answer = Answer(value=row.amount, trace=given(TYPED, row.amount, row.currency, source=source))
    return Fee(
        network=tie.counterpart,
        tie=tie.bond,
        amount=answer.value,
        currency=row.currency,
        period=row.period,
        binding=True,
        reason=None,
        notes=(),
        trace=answer.trace,
        typed_by=row.entry.by,
        typed_on=row.entry.at.date(),
    )
