"""Judging goals, campaigns and texts, seats of delegations, and the money of programmes."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from koinon.rules.answer import Reason
from koinon.rules.bound import BEGINNING
from koinon.rules.claim.amount import agrees, judge_number
from koinon.rules.claim.claim import Claim, Fact
from koinon.rules.claim.judgement import Judgement, Verdict, judged
from koinon.rules.claim.period import day_said
from koinon.rules.rule import Text


def judge_goal(
    claim: Claim, facts: Sequence[Fact], said: Reason, signed: Sequence[Fact] = ()
) -> Judgement | None:
    """Judge a goal by the texts that set goals: in force, replaced, or in none of them.

    ``signed`` tells when the city whose goal it is signed: a later text does not bind it.
    """
    own = [it for it in facts if it.value == claim.value]
    now = [it for it in facts if it.holds]
    share, year = claim.value
    params: dict[str, Any] = {**said.params, "share": share, "year": str(year)}
    if any(it.holds for it in own):
        found = next(it for it in own if it.holds)
        reason = Reason("check.reason.goal-same", {**params, "text": found.names})
        return judged(Verdict.CURRENT, reason, [found])
    cohort = _before(own, facts, signed)
    if cohort is not None:
        return _of_cohort(cohort, own[0], signed, {**params, **_now(now)}, now)
    if own and claim.is_past:
        reason = Reason("check.reason.goal-then", {**params, "text": own[0].names})
        return judged(Verdict.CURRENT, reason, own[:1])
    if own:
        reason = Reason("check.reason.goal-older", {**params, "text": own[0].names, **_now(now)})
        proposal = Reason("check.proposal.goal", {**params, "text": own[0].names, **_now(now)})
        return judged(Verdict.OUTDATED, reason, [own[0], *now], proposal)
    known = [it for it in facts if it.value is not None]
    if not known:
        return None
    params |= {"goals": tuple(map(_goal, known)), **_now(now)}
    reason = Reason("check.reason.goal-other", params)
    shown = [*known, *(it for it in now if it.value is None)]
    return judged(Verdict.DIFFERING, reason, shown, Reason("check.proposal.goals", params))


def _before(own: Sequence[Fact], facts: Sequence[Fact], signed: Sequence[Fact]) -> Fact | None:
    """Find the goal of the text that a city signed, where that was before the text claimed."""
    days = [it.begins for it in signed if it.begins and it.begins.earliest != BEGINNING]
    begins = own[0].begins if own else None
    if not days or begins is None or any(it.latest >= begins.earliest for it in days):
        return None
    earlier = [
        it
        for it in facts
        if it.value is not None and it.begins and it.begins.earliest <= days[0].latest
    ]
    return max(earlier, key=lambda it: it.begins.earliest if it.begins else BEGINNING, default=None)


def _of_cohort(
    cohort: Fact, own: Fact, signed: Sequence[Fact], params: dict[str, Any], now: Sequence[Fact]
) -> Judgement:
    """Say which goal a city accepted when it signed, instead of that of a later text."""
    known = next(it for it in signed if it.begins and it.begins.earliest != BEGINNING)
    code = "check.signed.day" if known.begins and known.begins.is_exact else "check.signed.other"
    params = {
        **params,
        "text": own.names,
        "cohort": cohort.names,
        "goal": _percent(cohort),
        "signed": Reason(code, {"day": known.begins}),
    }
    reason = Reason("check.reason.goal-cohort", params)
    proposal = Reason("check.proposal.goal-cohort", params)
    return judged(Verdict.DIFFERING, reason, [known, own, cohort, *now], proposal)


def _now(now: Sequence[Fact]) -> dict[str, Any]:
    if not now:
        return {"now": Reason("check.now-unknown")}
    code = "check.now-goal" if now[0].value is not None else "check.now-text"
    since = day_said("since", now[0].begins)
    return {"now": Reason(code, {"text": now[0].names, "goal": _goal(now[0]), "since": since})}


def _goal(fact: Fact) -> Reason:
    if fact.value is None:
        return Reason("check.no-goal")
    share, year = fact.value
    return Reason("check.goal", {"share": share, "year": str(year), "text": fact.names})


def _percent(fact: Fact) -> Reason:
    share, year = fact.value
    return Reason("check.goal-alone", {"share": share, "year": str(year)})


def judge_text(
    claim: Claim, facts: Sequence[Fact], said: Reason, others: Sequence[Fact]
) -> Judgement | None:
    """Judge whether a campaign or a text that is spoken of is still in force."""
    found = next(iter(facts), None)
    if found is None or found.holds is None:
        return None
    told = day_said("until", found.ends)
    params = {**said.params, "text": found.names, "until": found.ends, "until_said": told}
    if found.holds:
        return judged(Verdict.CURRENT, Reason("check.reason.text-holds", params), [found])
    if claim.is_past:
        return judged(Verdict.CURRENT, Reason("check.reason.text-was", params), [found])
    next_one = next((it for it in others if it.holds and it.replaces == found.value), None)
    code = "ended" if next_one is None else "replaced"
    if next_one is not None:
        told = day_said("since", next_one.begins)
        params |= {"now": next_one.names, "since": next_one.begins, "since_said": told}
    shown = [it for it in (next_one, found) if it is not None]
    reason = Reason(f"check.reason.text-{code}", params)
    return judged(Verdict.PAST, reason, shown, Reason(f"check.proposal.text-{code}", params))


def judge_delegates(
    claim: Claim, facts: Sequence[Fact], day: date, said: Reason
) -> Judgement | None:
    """Judge a number of delegates: of the whole body, or beyond what one delegation may have."""
    sizes = [it for it in facts if isinstance(it.value, int) and it.holds is None]
    if any(agrees(claim, it) for it in sizes):
        return judge_number(claim, sizes, day, said)
    ranges = [it for it in facts if isinstance(it.value, tuple)]
    if not ranges:
        return None
    least, most = ranges[0].value
    if least <= claim.value <= most:
        return None
    disputing = [it for it in facts if it.holds is False and it.value == claim.value]
    params = {**said.params, "least": least, "most": most, "n": claim.value}
    reason = Reason("check.reason.delegates-range", params)
    proposal = Reason("check.proposal.delegates", params)
    return judged(Verdict.DIFFERING, reason, [ranges[0], *disputing], proposal)


class Sum(NamedTuple):
    """Money of one fund; ``given`` says where it comes from, after a sum."""

    fund: str
    amount: int
    qualifier: str
    given: Text


def said_amount(qualifier: str, amount: int) -> Reason:
    """Say a sum of money as exactly as it is meant."""
    return Reason(f"qualifier.{qualifier}", {"value": amount})


def said_money(amount: Reason, given: Text) -> Reason:
    """Say a sum of money and where it comes from."""
    return Reason("check.fund", {"amount": amount, "given": given})


def judge_money(claim: Claim, facts: Sequence[Fact], said: Reason) -> Judgement | None:
    """Judge a sum by the rounds of a programme, whose money is kept apart by fund."""
    amount, fund = claim.value
    rounds = [it for it in facts if it.holds is not False]
    if not rounds:
        return None
    same = [
        it for it in rounds if any((item.fund, item.amount) == (fund, amount) for item in it.value)
    ]
    if same:
        return judged(Verdict.CURRENT, Reason("check.reason.money-same", said.params), same)
    near = [it for it in rounds if any(money.amount == amount for money in it.value)] or rounds[-1:]
    shown = tuple(
        said_money(said_amount(it.qualifier, it.amount), it.given) for it in near[0].value
    )
    params = {**said.params, "round": near[0].names, "money": shown}
    reason = Reason("check.reason.money-other", params)
    return judged(Verdict.DIFFERING, reason, near, Reason("check.proposal.money", params))


def judge_ministry(claim: Claim, facts: Sequence[Fact], said: Reason) -> Judgement | None:
    """Judge of which level the ministry is that a programme belongs to."""
    known = next(iter(facts), None)
    if known is None:
        return None
    params = {**said.params, "ministry": known.names}
    if known.value == claim.value:
        return judged(Verdict.CURRENT, Reason("check.reason.ministry-same", params), [known])
    reason = Reason("check.reason.ministry-other", params)
    return judged(Verdict.DIFFERING, reason, [known], Reason("check.proposal.ministry", params))
