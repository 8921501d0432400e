"""Judging days, and who or what holds a place for a time."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from koinon.rules.answer import Reason
from koinon.rules.bound import BEGINNING, OPEN_END, Bound, Precision
from koinon.rules.claim.claim import Claim, Fact
from koinon.rules.claim.judgement import Judgement, Verdict, judged


def judge_day(claim: Claim, facts: Sequence[Fact], said: Reason) -> Judgement | None:
    """Judge the day of something that happened once; several sources may differ about it."""
    known = [it for it in facts if it.begins is not None]
    if not known:
        return None
    agreeing = [it for it in known if overlap(claim.value, it.begins)]
    exact = [it for it in known if it.begins and it.begins.earliest != BEGINNING]
    params = {**said.params, "what": said}
    if agreeing and (agreeing[0] in exact or not exact):
        if agreeing[0] not in exact:
            return None
        return judged(Verdict.CURRENT, Reason("check.reason.day-same", params), agreeing)
    if not exact:
        return None
    best = exact[0]
    params |= {"day": best.begins, "since": _day("since", best.begins)}
    proposal = Reason(f"{said.code}.proposal", params)
    return judged(Verdict.DIFFERING, Reason("check.reason.day-other", params), exact, proposal)


def overlap(one: Any, other: Bound | None) -> bool:
    """Tell whether two rough days may be the same one."""
    return (
        isinstance(one, Bound)
        and other is not None
        and one.earliest <= other.latest
        and other.earliest <= one.latest
    )


def judge_holder(claim: Claim, facts: Sequence[Fact], said: Reason) -> Judgement | None:
    """Judge who or what is said to hold a place: still, no longer, or never."""
    mine = [it for it in facts if it.value == claim.value]
    now = [it for it in facts if it.holds]
    if not mine:
        return _never(claim, now, said)
    holding = next((it for it in mine if it.holds), None)
    if holding is not None:
        return _holding(claim, holding, said)
    unsure = next((it for it in mine if it.holds is None), None)
    if unsure is not None:
        reason = Reason("check.reason.holder-unsure", _about(unsure, said))
        return judged(Verdict.UNKNOWN, reason, [unsure])
    last = max(mine, key=_end)
    if claim.is_past:
        return judged(
            Verdict.CURRENT, Reason("check.reason.holder-was", _about(last, said)), [last]
        )
    reason = Reason("check.reason.holder-ended", _about(last, said))
    return judged(Verdict.PAST, reason, [last, *now], _proposal(last, now, said))


def _end(fact: Fact) -> tuple[bool, date]:
    """Put an end that is known before one of which only the earliest day is."""
    known = fact.ends is not None and fact.ends.latest != OPEN_END
    return known, fact.ends.latest if fact.ends else OPEN_END


def _holding(claim: Claim, fact: Fact, said: Reason) -> Judgement:
    begins = fact.begins
    about = _about(fact, said)
    if (
        claim.since is None
        or begins is None
        or overlap(claim.since, begins)
        or not _is_known(begins)
    ):
        return judged(Verdict.CURRENT, Reason("check.reason.holder-same", about), [fact])
    reason = Reason("check.reason.holder-since", about)
    return judged(Verdict.DIFFERING, reason, [fact], Reason("check.proposal.holder", about))


def _never(claim: Claim, now: Sequence[Fact], said: Reason) -> Judgement | None:
    if claim.is_past or not now:
        return None
    about = _now(now, said)
    reason = Reason("check.reason.holder-other", about)
    return judged(Verdict.DIFFERING, reason, now, Reason("check.proposal.holder", about))


def _now(now: Sequence[Fact], said: Reason) -> dict[str, Any]:
    """Say who holds the place now: all who began together."""
    together = [it for it in now if it.begins == now[0].begins]
    names = {str(it.value): it.names for it in together}
    return {**_about(now[0], said), "who": tuple(names.values())}


def _proposal(last: Fact, now: Sequence[Fact], said: Reason) -> Reason:
    if now:
        return Reason("check.proposal.holder", _now(now, said))
    return Reason("check.proposal.held", {**_about(last, said), "until": _at_latest(last.ends)})


def _at_latest(end: Bound | None) -> Reason:
    """Say until when in words that can be pasted: of a long span only its end."""
    if end is None or end.precision is not Precision.SPAN or not _is_known(end):
        return _day("until", end)
    return Reason("period.until.at-latest", {"day": Bound(end.latest)})


def _is_known(day: Bound) -> bool:
    return day.earliest != BEGINNING and day.latest != OPEN_END


def _about(fact: Fact, said: Reason) -> dict[str, Any]:
    """Say who holds or held the place, and from when until when."""
    since = fact.begins if fact.begins and _is_known(fact.begins) else None
    return {
        **said.params,
        "what": said,
        "who": (fact.names,),
        "since": _day("since", since),
        "until": _day("until", fact.ends),
    }


def _day(code: str, day: Bound | None) -> Reason:
    """Say since when or until when; of an end of which only the earliest day is known, nothing."""
    if day is None or day.latest == OPEN_END:
        return Reason("check.no-day")
    if day.earliest == BEGINNING:
        return Reason(f"period.{code}.at-latest", {"day": Bound(day.latest)})
    return Reason(f"period.{code}.{day.precision}", {"day": day})
