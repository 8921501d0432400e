"""Judging fees: whether an amount is what the rules of a network come to."""

from collections.abc import Sequence
from decimal import Decimal

from koinon.rules.answer import Reason
from koinon.rules.claim.claim import Claim, Fact
from koinon.rules.claim.judgement import Judgement, Verdict, judged
from koinon.rules.claim.paying import Payment

NEARLY = 20
"""An amount said to be about so is off by at most so small a part of it."""


def judge_fee(claim: Claim, facts: Sequence[Fact], said: Reason) -> Judgement | None:
    """Judge a fee by what the rules come to; unknown where they come to nothing that is known.

    The value of a fact is a payment, or the reason why none can be reckoned.
    """
    reckoned = [it for it in facts if isinstance(it.value, Payment)]
    same = [it for it in reckoned if it.value.currency == claim.value.currency]
    unknown = next((it for it in facts if isinstance(it.value, Reason)), None)
    if any(_agrees(claim, it) for it in same):
        agreeing = [it for it in same if _agrees(claim, it)]
        return judged(Verdict.CURRENT, Reason("check.reason.fee-same", said.params), agreeing)
    if unknown is not None:
        reason = Reason("check.reason.fee-unknown", {**said.params, "why": unknown.value})
        return judged(Verdict.UNKNOWN, reason, [unknown])
    if not same:
        return None
    best = same[0]
    params = {**said.params, "amount": best.value.amount, "currency": best.value.currency}
    reason = Reason("check.reason.fee-other", params)
    return judged(Verdict.DIFFERING, reason, same, Reason("check.proposal.fee", params))


def _agrees(claim: Claim, fact: Fact) -> bool:
    said, known = Decimal(claim.value.amount), Decimal(fact.value.amount)
    # Whole amounts are told without cents.
    if said in (known, known.quantize(Decimal(1))):
        return True
    return claim.qualifier == "about" and abs(said - known) * NEARLY <= known
