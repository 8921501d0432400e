"""The amount that one version of a fee rule sets by itself."""

from decimal import Decimal
from typing import Any

from koinon.rules.answer import Answer, Reason, known, not_known
from koinon.rules.fee.fit import NAME, Payer
from koinon.rules.fee.forms import Agreed, Bands, BaseForm, Flat, Rate, TwoFactor
from koinon.rules.fee.money import money
from koinon.rules.fee.rate import rate_amount
from koinon.rules.fee.table import bands_amount, two_factor_amount
from koinon.rules.trace import RuleRef, Trace, given


def currency_of(rule: BaseForm) -> str:
    """Give the currency of a rule's amounts, empty where it names none."""
    return "" if isinstance(rule, Agreed) else rule.currency


def full_amount(rule: BaseForm, ref: RuleRef, payer: Payer) -> Answer[Decimal]:
    """Give the amount that a rule sets by itself."""
    match rule:
        case Flat():
            amount = money(rule.amount, rule.currency)
            return known(given("fee.flat", amount, rule.currency, rule=ref))
        case Agreed():
            if not rule.factors:
                return not_known(NAME, "fee.reason.set-by", rule=ref, set_by=rule.set_by)
            factors = tuple(Reason(f"fee.factor.{code}") for code in rule.factors)
            params: dict[str, Any] = {"set_by": rule.set_by, "factors": factors}
            return not_known(NAME, "fee.reason.set-by-factors", rule=ref, **params)
    if payer.population is None:
        return not_known(NAME, "fee.reason.population-unknown", rule=ref)
    return _by_population(rule, ref, payer.population, payer.party.places)


def _by_population(
    rule: Bands | TwoFactor | Rate, ref: RuleRef, population: Trace, places: frozenset[str] | None
) -> Answer[Decimal]:
    match rule:
        case Bands():
            return bands_amount(rule, ref, population)
        case TwoFactor():
            return two_factor_amount(rule, ref, population, places)
        case Rate():
            return rate_amount(rule, ref, population)
