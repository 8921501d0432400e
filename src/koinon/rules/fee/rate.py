"""Fees by a rate for each inhabitant, with floor and cap."""

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Any, Literal, NamedTuple, Self

from msgspec.structs import replace

from koinon.rules.answer import Answer, Reason, known
from koinon.rules.fee.forms import Rate
from koinon.rules.fee.money import decimals
from koinon.rules.trace import RuleRef, Trace, derive, given


class Reduction(NamedTuple):
    """A share of the fee, taken before or after floor and cap."""

    share: Fraction
    order: Literal["before-limits", "after-limits"]
    ref: RuleRef

    @property
    def before_limits(self) -> bool:
        return self.order == "before-limits"


def rate_amount(
    rule: Rate, ref: RuleRef, population: Trace, reduction: Reduction | None = None
) -> Answer[Decimal]:
    """Multiply by the rate, keep to floor and cap, round as declared.

    A limit that does not change the amount stays in the trace with ``bites`` false.
    """
    rate = given("fee.rate", rule.rate, f"{rule.currency}/inhabitant", rule=ref)
    amount = derive("fee.product", "multiply", population, rate, unit=rule.currency)
    thresholds = Thresholds.of(rule, reduction)
    if reduction and reduction.before_limits:
        amount = reduced(amount, reduction)
    if rule.floor is not None:
        amount = _limited(amount, "floor", rule.floor, thresholds.floor_up_to, ref)
    if rule.cap is not None:
        amount = _limited(amount, "cap", rule.cap, thresholds.cap_from, ref)
    if reduction and not reduction.before_limits:
        amount = reduced(amount, reduction)
    leading = reduction.ref if reduction else ref
    params: dict[str, Any] = {"places": rule.places, "mode": rule.rounding}
    amount = derive("fee.amount", "round", amount, unit=rule.currency, rule=leading, **params)
    if rule.places < decimals(rule.currency):
        amount = in_currency(amount, rule.currency)
    return known(amount, *thresholds.notes(rule))


def reduced(amount: Trace, reduction: Reduction) -> Trace:
    """Take the share of an amount; one that does not end is no amount of money yet."""
    share = given("fee.share", reduction.share, rule=reduction.ref)
    exact = derive("fee.reduced", "share-of", amount, share)
    return replace(exact, unit=amount.unit) if isinstance(exact.value, Decimal) else exact


def in_currency(amount: Trace, currency: str) -> Trace:
    """Write an amount with its currency's decimals."""
    return derive(
        "fee.amount", "in-currency", amount, unit=currency, rule=amount.rule, currency=currency
    )


class Thresholds(NamedTuple):
    """The numbers of inhabitants up to which the floor and from which the cap bites."""

    floor_up_to: int | None
    cap_from: int | None

    @classmethod
    def of(cls, rule: Rate, reduction: Reduction | None = None) -> Self:
        """Find them for a rate, or for the share of it that is taken before the limits."""
        rate = Fraction(rule.rate)
        if reduction and reduction.before_limits:
            rate *= reduction.share
        if not rate:
            return cls(None, None)
        lower = ceil(Fraction(rule.floor) / rate) - 1 if rule.floor else None
        upper = None if rule.cap is None else floor(Fraction(rule.cap) / rate) + 1
        return cls(lower, upper)

    def notes(self, rule: Rate) -> tuple[Reason, ...]:
        """Say in words from where on the limits bite."""
        found = []
        if self.floor_up_to is not None:
            params = {"population": self.floor_up_to, "amount": rule.floor}
            found.append(Reason("fee.note.floor-up-to", {**params, "currency": rule.currency}))
        if self.cap_from is not None:
            params = {"population": self.cap_from, "amount": rule.cap}
            found.append(Reason("fee.note.cap-from", {**params, "currency": rule.currency}))
        return tuple(found)


def _limited(
    amount: Trace, side: str, limit: Decimal, threshold: int | None, ref: RuleRef
) -> Trace:
    bites = amount.value < limit if side == "floor" else amount.value > limit
    leaf = Trace(
        name=f"fee.{side}" if threshold is None else f"fee.{side}.with-threshold",
        value=limit,
        unit=amount.unit,
        params={} if threshold is None else {"population": threshold},
        rule=ref,
        bites=bites,
    )
    operation = "at-least" if side == "floor" else "at-most"
    return derive("fee.limited", operation, amount, leaf, unit=amount.unit, bites=bites)
