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
    if not known or not claim.day_exists:
        return None if claim.day_exists else _no_day(known, said)
    agreeing = [it for it in known if overlap(claim.value, it.begins)]
    exact = [it for it in known if it.begins and it.begins.earliest != BEGINNING]
    params = {**said.params, "what": said}
    if agreeing and (agreeing[0] in exact or not exact):
        if agreeing[0] not in exact:
            return None
        others = [it for it in exact if not overlap(agreeing[0].begins, it.begins)]
        if others and not any(it.begins and it.begins.is_exact for it in agreeing):
            first, second = (_day("since", it.begins) for it in (agreeing[0], others[0]))
            params |= {"first": first, "second": second}
            proposal = Reason("check.proposal.days-differ", params)
            reason = Reason("check.reason.days-differ", params)
            return judged(Verdict.DIFFERING, reason, [agreeing[0], *others], proposal)
        return judged(Verdict.CURRENT, Reason("check.reason.day-same", params), agreeing)
    if not exact:
        return None
    best = exact[0]
    params |= {"day": best.begins, "since": _day("since", best.begins)}
    proposal = Reason(f"{said.code}.proposal", params)
    return judged(Verdict.DIFFERING, Reason("check.reason.day-other", params), exact, proposal)


def _no_day(known: Sequence[Fact], said: Reason) -> Judgement:
    """Say that a day such as 31 February does not exist, and which one a source gives."""
    params = {**said.params, "what": said}
    best = next((it for it in known if it.begins and it.begins.earliest != BEGINNING), None)
    if best is None:
        return judged(Verdict.DIFFERING, Reason("check.reason.no-such-day", params), ())
    params |= {"day": best.begins, "since": _day("since", best.begins)}
    proposal = Reason(f"{said.code}.proposal", params)
    reason = Reason("check.reason.no-such-day-but", params)
    return judged(Verdict.DIFFERING, reason, [best], proposal)


def pasted(day: Bound) -> Bound:
    """Give a span of days within one month or one year as that month or year."""
    first, last = day.earliest, day.latest
    if day.precision is Precision.SPAN and first.year == last.year:
        return Bound.parse(f"{first:%Y-%m}" if first.month == last.month else f"{first:%Y}")
    return day


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
        return _was(claim, mine, last, said)
    reason = Reason("check.reason.holder-ended", _about(last, said))
    return judged(Verdict.PAST, reason, [last, *now], _proposal(last, now, said))


def _was(claim: Claim, mine: Sequence[Fact], last: Fact, said: Reason) -> Judgement:
    """Judge who is told to have held a place, and from when until when."""
    about = _about(last, said)
    begins = [it.begins for it in mine]
    ends = [it.ends for it in mine]
    if _is_other(claim.since, begins) or _is_other(claim.until, ends):
        reason = Reason("check.reason.holder-other-time", about)
        proposal = Reason("check.proposal.holder-was", about)
        return judged(Verdict.DIFFERING, reason, [last], proposal)
    return judged(Verdict.CURRENT, Reason("check.reason.holder-was", about), [last])


def _is_other(claimed: Bound | None, days: Sequence[Bound | None]) -> bool:
    """Tell whether a year is none of those that are known; unknown ones leave it open.

    Only years are compared: the last day of one is often told as the first of the next.
    """
    if claimed is None or any(it is None or not _is_known(it) for it in days):
        return False
    years = (claimed.earliest.year, claimed.latest.year)
    return not any(
        it and it.earliest.year <= years[1] and years[0] <= it.latest.year for it in days
    )


def now_of(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Give those of some facts that hold and began together: who holds a place now."""
    now = [it for it in facts if it.holds]
    return tuple(it for it in now if it.begins == now[0].begins)


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
        return judged(Verdict.CURRENT, _dated("check.reason.holder-same", about), [fact])
    reason = Reason("check.reason.holder-since", about)
    return judged(Verdict.DIFFERING, reason, [fact], _held_by(about))


def _never(claim: Claim, now: Sequence[Fact], said: Reason) -> Judgement | None:
    if claim.is_past or not now:
        return None
    about = _now(now, said)
    reason = _dated("check.reason.holder-other", about)
    return judged(Verdict.DIFFERING, reason, now, _held_by(about))


def _now(now: Sequence[Fact], said: Reason) -> dict[str, Any]:
    """Say who holds the place now: all who began together."""
    together = [it for it in now if it.begins == now[0].begins]
    names = {str(it.value): it.names for it in together}
    return {**_about(now[0], said), "who": tuple(names.values())}


def _proposal(last: Fact, now: Sequence[Fact], said: Reason) -> Reason:
    if now:
        return _held_by(_now(now, said))
    return Reason("check.proposal.held", {**_about(last, said), "until": _at_latest(last.ends)})


def _held_by(about: dict[str, Any]) -> Reason:
    """Propose who holds a place."""
    return _dated("check.proposal.holder", about)


def _dated(code: str, about: dict[str, Any]) -> Reason:
    """Say since when somebody holds a place only where that is known."""
    is_dated = about["since"].code != "check.no-day"
    return Reason(code if is_dated else f"{code}-undated", about)


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
    said = pasted(day)
    if said.precision is not Precision.SPAN:
        return Reason(f"period.{code}.{said.precision}", {"day": said})
    whole = [Bound.parse(f"{it.year}") for it in (said.earliest, said.latest)]
    params = {"first": whole[0], "last": whole[1]}
    is_next = said.latest.year == said.earliest.year + 1
    return Reason(f"check.{code}-or" if is_next else f"check.{code}-span", params)
