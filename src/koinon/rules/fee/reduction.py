"""Shares of a fee: for whom, and what they come to."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from koinon.rules.answer import Answer, Reason, known, not_known
from koinon.rules.fee.amount import currency_of
from koinon.rules.fee.answer import FeeAnswer
from koinon.rules.fee.fit import NAME, Fit, Payer, fits, unknown_amount, whom
from koinon.rules.fee.forms import BaseForm, Rate, Share
from koinon.rules.fee.money import decimals
from koinon.rules.fee.rate import Reduction, in_currency, rate_amount, reduced
from koinon.rules.rule import AppliedRule
from koinon.rules.trace import RuleRef, Trace, derive
from koinon.rules.version import certain_on, possible_on


def with_shares(
    full: FeeAnswer,
    base: AppliedRule[BaseForm],
    shares: Sequence[AppliedRule[Share]],
    day: date,
    payer: Payer,
) -> FeeAnswer:
    """Reduce a fee by the share that is for the party.

    Who says nothing of where it lies gets the full fee with a note; whether a share is for a
    party that does say so, or is in force, may be unknown: then so is the fee.
    """
    if full.amount is None:
        return full
    related = [item for item in shares if item.rule.of == base.rule.code]
    certain = fits(certain_on(related, day), payer)
    sure = [fit for fit in certain if fit.judgement.truth]
    if len(sure) > 1:
        return replace(full, answer=unknown_amount(Reason("fee.reason.several-shares")))
    if sure:
        return _by_share(full, base, sure[0].item, payer)
    perhaps = fits(possible_on(related, day), payer)
    for fit in (*certain, *perhaps):
        if not fit.judgement.is_unsaid:
            doubtful = _in_doubt(full, base, fit, payer)
            if doubtful is not None:
                return doubtful
        else:
            params = {"share": fit.item.rule.share, **whom(fit.judgement.open_checks)}
            full = full.noted(Reason("fee.note.perhaps-reduced", params))
    return full


def _by_share(
    full: FeeAnswer, base: AppliedRule[BaseForm], share: AppliedRule[Share], payer: Payer
) -> FeeAnswer:
    return replace(
        full,
        answer=reduced_amount(full.answer, base, share, payer),
        at_least=share.rule.at_least,
        rule=share.ref,
    )


def _in_doubt(
    full: FeeAnswer, base: AppliedRule[BaseForm], fit: Fit[Share], payer: Payer
) -> FeeAnswer | None:
    share = fit.item
    lower = reduced_amount(full.answer, base, share, payer)
    if lower.value == full.amount:
        return None
    params: dict[str, Any] = {
        "share": share.rule.share,
        "full": full.amount,
        "reduced": lower.value,
        "currency": full.currency,
    }
    reason = Reason("fee.reason.share-not-certain", params)
    if fit.judgement.truth is None:
        params |= whom(fit.judgement.open_checks)
        reason = Reason("fee.reason.share-undecided", params)
    inputs = (full.answer.trace, lower.trace)
    return replace(full, answer=unknown_amount(reason, *inputs, rule=share.ref))


def reduced_amount(
    full: Answer[Decimal], base: AppliedRule[BaseForm], share: AppliedRule[Share], payer: Payer
) -> Answer[Decimal]:
    """Give the amount that a share of a known fee comes to.

    Where the order of share and limits is undeclared, both readings are computed: where they
    agree that is the answer, else nobody knows.
    """
    if not isinstance(base.rule, Rate) or payer.population is None:
        return _share_of_amount(full.trace, base.rule, share)
    before, after = (
        rate_amount(
            base.rule, base.ref, payer.population, Reduction(share.rule.share, order, share.ref)
        )
        for order in ("before-limits", "after-limits")
    )
    match share.rule.order:
        case "before-limits":
            return before
        case "after-limits":
            return after
    return _of_both_orders(before, after, share.ref)


def _of_both_orders(
    before: Answer[Decimal], after: Answer[Decimal], ref: RuleRef
) -> Answer[Decimal]:
    unit = before.trace.unit
    if before.value == after.value:
        trace = derive(NAME, "first", before.trace, after.trace, unit=unit, rule=ref)
        return known(trace, Reason("fee.note.order-makes-no-difference"))
    params = {"before": before.value, "after": after.value, "currency": unit}
    reason = "fee.reason.order-undeclared"
    return not_known(NAME, reason, before.trace, after.trace, rule=ref, **params)


def _share_of_amount(full: Trace, rule: BaseForm, share: AppliedRule[Share]) -> Answer[Decimal]:
    currency = currency_of(rule)
    exact = reduced(full, Reduction(share.rule.share, "after-limits", share.ref))
    params: dict[str, Any] = {"places": decimals(currency), "mode": "half-up"}
    rounded = derive(NAME, "round", exact, unit=currency, rule=share.ref, **params)
    if rounded.value == exact.value:
        return known(in_currency(exact, currency))
    return known(rounded, Reason("fee.note.rounding-undeclared"))
