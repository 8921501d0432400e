"""Judging numbers: whether a claimed number is what the latest source says."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from koinon.rules.answer import Reason
from koinon.rules.bound import Bound, Precision
from koinon.rules.claim.claim import Claim, Fact
from koinon.rules.claim.judgement import Judgement, Verdict, judged
from koinon.rules.days import after
from koinon.rules.duration import Duration

FRESH = Duration(5, "year")
"""How long a figure may stand without its day beside it."""

ROUNDED_BY = 5
"""A rounded number is off by at most a fifth of it."""

_PROPOSED = {
    "measure.countries": "check.proposal.number.countries",
    "check.number.size": "check.proposal.number.size",
    "check.number.delegates": "check.proposal.number.size",
}
"""Numbers that need a sentence of their own; all others are what a network has."""


def judge_number(claim: Claim, facts: Sequence[Fact], day: date, said: Reason) -> Judgement | None:
    """Judge a number by the latest fact, or by those of the day that the text gives for it.

    ``said`` is how a number of this kind is worded; facts without day count as the oldest.
    """
    known = sorted(
        (it for it in facts if it.begins is None or it.begins.earliest <= day),
        key=_age,
        reverse=True,
    )
    if not known:
        return None
    latest = known[0]
    if claim.said is not None and _is_of_before(claim, claim.said, latest, day):
        return _of_its_day(claim, known, claim.said)
    proposal = Reason(_PROPOSED.get(said.code, "check.proposal.number"), _params(latest, said))
    if agrees(claim, latest):
        if _is_old(latest, day) and claim.said is None:
            return judged(Verdict.UNDATED, _reason("number-old", latest, said), [latest], proposal)
        return judged(Verdict.CURRENT, _reason("number-same", latest, said), [latest])
    older = next((it for it in known[1:] if agrees(claim, it)), None)
    if older is not None or claim.value < latest.value:
        verdict = Verdict.OUTDATED
        facts_shown = [latest, older] if older is not None else [latest]
        return judged(verdict, _reason("number-newer", latest, said), facts_shown, proposal)
    return judged(Verdict.DIFFERING, _reason("number-other", latest, said), [latest], proposal)


def _is_of_before(claim: Claim, said_on: Bound, latest: Fact, day: date) -> bool:
    """Tell whether a number is told of an earlier day, of which the latest source says nothing."""
    if said_on.latest.year < _year(latest):
        return True
    return said_on.latest < day and not agrees(claim, latest)


def _of_its_day(claim: Claim, known: Sequence[Fact], said_on: Bound) -> Judgement | None:
    """Judge a number that the text itself calls one of an earlier day."""
    year = said_on.latest.year
    same = [it for it in known if it.begins is not None and _overlaps(it.begins, year)]
    if not same:
        return None
    agreeing = [it for it in same if agrees(claim, it)]
    said = Reason("check.number.plain", {})
    if agreeing:
        return judged(Verdict.CURRENT, Reason("check.reason.number-of-its-day", {}), agreeing)
    exact = [it for it in same if it.begins and it.begins.earliest.year == it.begins.latest.year]
    if not exact:
        return None
    return judged(Verdict.DIFFERING, _reason("number-other", exact[0], said), exact[:1])


def _overlaps(dated: Bound, year: int) -> bool:
    return dated.earliest.year <= year <= dated.latest.year


def _age(fact: Fact) -> tuple[date, date]:
    day = fact.begins
    return (date.min, date.min) if day is None else (day.earliest, day.latest)


def _year(fact: Fact) -> int:
    return fact.begins.earliest.year if fact.begins is not None else date.min.year


def _is_old(fact: Fact, day: date) -> bool:
    """Tell whether a figure is old; the number that a rule in force lays down is not."""
    if fact.begins is None or fact.holds:
        return False
    return after(fact.begins, FRESH).latest < day


def _params(fact: Fact, said: Reason) -> dict[str, Any]:
    value = Reason(f"qualifier.{fact.qualifier}", {"value": fact.value})
    number = Reason(said.code, {**said.params, "value": value, "n": fact.value})
    params = {**said.params, "value": value, "n": fact.value}
    return {**params, "number": number, "dated": dated(fact.as_of or fact.begins)}


def dated(day: Bound | None) -> Reason:
    """Say of which day a number is."""
    if day is None:
        return Reason("check.undated")
    if day.precision is Precision.AT_LATEST:
        return Reason("check.dated-by", {"day": day})
    if day.precision is not Precision.SPAN:
        return Reason("check.dated", {"day": day})
    first, last = (Bound.parse(f"{it:%Y}") for it in (day.earliest, day.latest))
    return Reason("check.dated-span", {"first": first, "last": last})


def _reason(code: str, fact: Fact, said: Reason) -> Reason:
    return Reason(f"check.reason.{code}", _params(fact, said))


def agrees(claim: Claim, fact: Fact) -> bool:
    """Tell whether a number says what a fact says, as exactly as both are meant."""
    said, known = int(claim.value), int(fact.value)
    if said == known:
        return not (claim.qualifier == "up-to" and fact.qualifier == "over")
    if fact.qualifier == "over" and known < said <= known + known // ROUNDED_BY:
        return claim.qualifier != "up-to"
    if claim.qualifier == "over":
        return said < known <= said + said // ROUNDED_BY and is_rounding_down(said, known)
    if claim.qualifier == "up-to":
        nearest = fact.qualifier != "over" and known < said <= known + known // ROUNDED_BY
        return nearest and said in _roundings(known, up=True)
    if claim.qualifier == "about":
        return said in (*_roundings(known, up=True), *_roundings(known, up=False)) and (
            abs(said - known) * 10 <= known
        )
    return False


def is_rounding_down(said: int, known: int) -> bool:
    """Tell whether a round number is the last one before a number."""
    return said in _roundings(known, up=False)


def _roundings(known: int, *, up: bool) -> list[int]:
    steps = [unit * power for power in (1, 10, 100, 1000, 10_000) for unit in (5, 10)]
    found = []
    for step in steps:
        if step <= known:
            down = known - known % step
            found.append(down + step if up and known % step else down)
    return found
