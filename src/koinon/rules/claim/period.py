"""Judging days, and who or what holds a place for a time."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from msgspec import structs

from koinon.rules.answer import Reason
from koinon.rules.bound import BEGINNING, OPEN_END, Bound, Precision
from koinon.rules.claim.claim import Claim, Fact
from koinon.rules.claim.judgement import Judgement, Verdict, judged
from koinon.rules.term.following import next_of


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
            first, second = (day_said("since", it.begins) for it in (agreeing[0], others[0]))
            params |= {"first": first, "second": second}
            proposal = Reason("check.proposal.days-differ", params)
            reason = Reason("check.reason.days-differ", params)
            return judged(Verdict.DIFFERING, reason, [agreeing[0], *others], proposal)
        return _agreed(claim, agreeing, params)
    if not exact:
        return None
    best = exact[0]
    params |= _told(best.begins)
    proposal = Reason(f"{said.code}.proposal", params)
    other = next((it for it in exact if not overlap(best.begins, it.begins)), None)
    if other is not None and said.code == "check.what.joined":
        first, second = (day_said("since", it.begins) for it in (best, other))
        proposal = Reason(
            "check.proposal.days-differ", {**params, "first": first, "second": second}
        )
    return judged(Verdict.DIFFERING, Reason("check.reason.day-other", params), exact, proposal)


def _agreed(claim: Claim, agreeing: Sequence[Fact], params: dict[str, Any]) -> Judgement:
    """Say that a source gives the same day, or one less exactly; of several years, nobody knows."""
    ranked = sorted(agreeing, key=_width)
    best = ranked[0]
    began = best.begins or claim.value
    if began.latest - began.earliest <= claim.value.latest - claim.value.earliest:
        code = "check.reason.day-signed" if best.is_signing else "check.reason.day-same"
        return judged(Verdict.CURRENT, Reason(code, params), ranked)
    reason = Reason("check.reason.day-rough", {**params, "since": day_said("since", began)})
    is_wide = began.earliest.year != began.latest.year
    return judged(Verdict.UNKNOWN if is_wide else Verdict.CURRENT, reason, ranked)


def _width(fact: Fact) -> timedelta:
    return fact.begins.latest - fact.begins.earliest if fact.begins else timedelta.max


def _no_day(known: Sequence[Fact], said: Reason) -> Judgement:
    """Say that a day such as 31 February does not exist, and which one a source gives."""
    params = {**said.params, "what": said}
    best = next((it for it in known if it.begins and it.begins.earliest != BEGINNING), None)
    if best is None:
        return judged(Verdict.DIFFERING, Reason("check.reason.no-such-day", params), ())
    params |= _told(best.begins)
    proposal = Reason(f"{said.code}.proposal", params)
    reason = Reason("check.reason.no-such-day-but", params)
    return judged(Verdict.DIFFERING, reason, [best], proposal)


def _told(day: Bound | None) -> dict[str, Any]:
    """Say a day by itself, as one since when, and as one on which something happened."""
    said = None if day is None else pasted(day)
    rough = {Precision.DAY: "day", Precision.MONTH: "month", Precision.YEAR: "year"}
    code = rough.get(said.precision, "latest") if said else "latest"
    shown = Bound(said.latest) if said and code == "latest" else said
    on = Reason(f"check.on.{code}", {"day": shown})
    return {"day": day, "since": day_said("since", day), "on": on}


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


def judge_holder(claim: Claim, facts: Sequence[Fact], day: date, said: Reason) -> Judgement | None:
    """Judge who or what is said to hold a place on a day: still, no longer, or never."""
    mine = [it for it in facts if it.value == claim.value]
    now = [it for it in facts if it.holds]
    if not mine:
        return _never(claim, now, said)
    holding = next((it for it in mine if it.holds), None)
    if holding is not None:
        return _until(claim, holding, day, said) or _holding(claim, holding, said)
    unsure = next((it for it in mine if it.holds is None), None)
    if unsure is not None and claim.is_past and _held_on(claim.said, unsure):
        reason = Reason("check.reason.holder-was-since", _about(unsure, said))
        return judged(Verdict.CURRENT, reason, [unsure])
    if unsure is not None:
        reason = Reason("check.reason.holder-unsure", _about(unsure, said))
        return judged(Verdict.UNKNOWN, reason, [unsure])
    last = max(mine, key=_end)
    if claim.is_past:
        return _was(claim, mine, last, said)
    return _ended(last, facts, said)


def judge_member(facts: Sequence[Fact], said: Reason) -> Judgement | None:
    """Judge that somebody belongs; of whom no tie is on record, nothing is said."""
    if not facts:
        return None
    holding = [it for it in facts if it.holds]
    if holding:
        return judged(
            Verdict.CURRENT, Reason("check.reason.day-same", said.params), _newest(holding)
        )
    if any(it.holds is None for it in facts):
        return judged(Verdict.UNKNOWN, Reason("check.reason.member-unsure", said.params), facts)
    last = max(facts, key=_end)
    until = day_said("until", last.ends)
    is_dated = until.code != "check.no-day"
    params = {**said.params, "until": until if is_dated else Reason("check.once")}
    reason = Reason("check.reason.member-ended", params)
    return judged(Verdict.PAST, reason, [last], Reason("check.proposal.member-ended", params))


def _newest(facts: Sequence[Fact]) -> list[Fact]:
    """Put the facts of the latest source first."""
    return sorted(facts, key=lambda it: it.as_of.latest if it.as_of else BEGINNING, reverse=True)


def _held_on(day: Bound | None, fact: Fact) -> bool:
    """Tell whether somebody surely held a place on a day, whenever it ended later."""
    if day is None or fact.begins is None or fact.ends is None or not _is_known(fact.begins):
        return False
    return fact.begins.latest <= day.latest and day.earliest < fact.ends.earliest


def _ended(last: Fact, facts: Sequence[Fact], said: Reason) -> Judgement:
    """Say until when somebody held a place, and who holds it now, or who did next."""
    now = [it for it in facts if it.holds]
    about = _about(last, said)
    following = None if now or last.begins is None else _next(last, last.begins, facts)
    if following is None:
        proposal = _proposal("holder", _now(now, said)) if now else _held("held", about)
        reason = _noted("check.reason.holder-ended", about, last)
        return judged(Verdict.PAST, reason, [last, *now], proposal)
    about |= {"next": following.names, "next_until": day_said("until", following.ends)}
    reason = _noted("check.reason.holder-followed", about, following)
    return judged(Verdict.PAST, reason, [last, following], _held("followed", about))


def _noted(code: str, about: dict[str, Any], fact: Fact) -> Reason:
    """Add what a register notes beside a fact: that a source leaves it open, for example."""
    reason = Reason(code, about)
    noted = {"reason": reason, "note": fact.note}
    return Reason("check.reason.noted", noted) if fact.note else reason


def _next(last: Fact, began: Bound, facts: Sequence[Fact]) -> Fact | None:
    others = ((it, it.begins) for it in facts if it.begins and it.value != last.value)
    return next_of(began, others)


def _was(claim: Claim, mine: Sequence[Fact], last: Fact, said: Reason) -> Judgement:
    """Judge who is told to have held a place, and from when until when."""
    about = _about(last, said)
    begins = [it.begins for it in mine]
    ends = [it.ends for it in mine]
    if _is_other(claim.since, begins) or _is_other(claim.until, ends):
        reason = Reason("check.reason.holder-other-time", about)
        return judged(Verdict.DIFFERING, reason, [last], _proposal("was", about))
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
    if not claim.day_exists and begins is not None and _is_known(begins):
        reason = Reason("check.reason.holder-no-such-day", about)
        return judged(Verdict.DIFFERING, reason, [fact], _proposal("holder", about))
    if (
        claim.since is None
        or begins is None
        or overlap(claim.since, begins)
        or not _is_known(begins)
    ):
        return judged(Verdict.CURRENT, _dated("check.reason.holder-same", about), [fact])
    reason = Reason("check.reason.holder-since", about)
    return judged(Verdict.DIFFERING, reason, [fact], _proposal("holder", about))


def _until(claim: Claim, fact: Fact, day: date, said: Reason) -> Judgement | None:
    """Judge until when a place that is still held is said to be; None where it may be right.

    Who was once chosen until a year that is over may have been chosen again since.
    """
    if claim.until is None or (claim.is_choice and claim.until.latest < day):
        return None
    about = _about(fact, said)
    if fact.ends is not None and _is_known(fact.ends):
        if not _is_other(claim.until, [fact.ends]):
            return None
        reason = Reason("check.reason.holder-other-time", about)
        ended = structs.replace(fact, source=fact.of_end or fact.source)
        return judged(Verdict.DIFFERING, reason, [ended, fact], _proposal("holder", about))
    reason = Reason("check.reason.holder-no-end", about)
    if claim.until.latest < day:
        return judged(Verdict.DIFFERING, reason, [fact], _proposal("holder", about))
    return judged(Verdict.UNKNOWN, reason, [fact])


def _never(claim: Claim, now: Sequence[Fact], said: Reason) -> Judgement | None:
    if claim.is_past or not now:
        return None
    about = _now(now, said)
    reason = _dated("check.reason.holder-other", about)
    return judged(Verdict.DIFFERING, reason, now, _proposal("holder", about))


def _now(now: Sequence[Fact], said: Reason) -> dict[str, Any]:
    """Say who holds the place now: all who began together."""
    together = [it for it in now if it.begins == now[0].begins]
    names = {str(it.value): it.names for it in together}
    return {**_about(now[0], said), "who": tuple(names.values()), "n": len(names)}


def _proposal(code: str, about: dict[str, Any]) -> Reason:
    """Propose who holds or held a place, in a sentence of its own for each kind of place."""
    place = about["what"].code.rpartition(".")[2]
    return _dated(f"check.proposal.{code}.{place}", about)


def _held(code: str, about: dict[str, Any]) -> Reason:
    """Propose who held a place last, also where it is not known until when."""
    is_dated = about["until"].code != "check.no-day"
    until = about["until"] if is_dated else Reason("check.once")
    place = about["what"].code.rpartition(".")[2]
    return Reason(f"check.proposal.{code}.{place}", {**about, "until": until})


def _dated(code: str, about: dict[str, Any]) -> Reason:
    """Say since when somebody holds a place only where that is known."""
    is_dated = about["since"].code != "check.no-day"
    return Reason(code if is_dated else f"{code}-undated", about)


def _is_known(day: Bound) -> bool:
    return day.earliest != BEGINNING and day.latest != OPEN_END


def _about(fact: Fact, said: Reason) -> dict[str, Any]:
    """Say who holds or held the place, and from when until when."""
    since = fact.begins if fact.begins and _is_known(fact.begins) else None
    return {
        **said.params,
        "what": said,
        "who": (fact.names,),
        "n": 1,
        "since": day_said("since", since),
        "until": day_said("until", fact.ends),
    }


def day_said(code: str, day: Bound | None) -> Reason:
    """Say since when or until when; of an end of which only the earliest day is known, nothing."""
    if day is None or day.latest == OPEN_END:
        return Reason("check.no-day")
    said = pasted(day)
    if said.precision is Precision.DAY:
        return Reason(f"check.{code}.day", {"day": said})
    if said.precision in (Precision.MONTH, Precision.YEAR, Precision.AT_EARLIEST):
        return Reason(f"period.{code}.{said.precision}", {"day": said})
    if said.precision is Precision.SPAN and said.latest.year == said.earliest.year + 1:
        whole = [Bound.parse(f"{it.year}") for it in (said.earliest, said.latest)]
        return Reason(f"check.{code}-or", {"first": whole[0], "last": whole[1]})
    latest = _whole(said.latest)
    kind = "day" if latest.is_exact else "rough"
    return Reason(f"check.{code}-latest.{kind}", {"day": latest})


def _whole(day: date) -> Bound:
    """Give the year or the month of which a day is the last: then its source tells no day."""
    for rough in (f"{day:%Y}", f"{day:%Y-%m}"):
        if Bound.parse(rough).latest == day:
            return Bound.parse(rough)
    return Bound(day)
