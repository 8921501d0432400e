"""Why no version of a rule is surely in force on a day."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from koinon.rules.answer import Reason
from koinon.rules.period import Period
from koinon.rules.rule import AppliedRule, Rule
from koinon.rules.version import possible_on

_ONE_DAY = timedelta(days=1)


def why_none_is_certain[R: Rule](rules: Sequence[AppliedRule[R]], day: date) -> Reason:
    """Say why none of these versions is surely in force on a day on which none is.

    The codes: ``no-rule``, ``no-rule-on-day``, ``between-versions`` (with the last day of the
    version before and the first of the one after), ``rule-not-certain-yet`` (with the day from
    which it is certain), ``rule-perhaps-ended`` (with its last certain day),
    ``rule-not-certain``.
    """
    if not rules:
        return Reason("no-rule")
    perhaps = [item.validity for item in possible_on(rules, day)]
    if perhaps:
        return _perhaps_in_force(perhaps, day)
    for _, versions in groupby(sorted(rules, key=_code), key=_code):
        gap = _gap([item.validity for item in versions], day)
        if gap is not None:
            return gap
    return Reason("no-rule-on-day", {"day": day})


def _code[R: Rule](item: AppliedRule[R]) -> str:
    return item.rule.code


def _perhaps_in_force(periods: Sequence[Period], day: date) -> Reason:
    coming = [p.start.latest for p in periods if day < p.start.latest < p.end.earliest]
    if coming:
        return Reason("rule-not-certain-yet", {"day": day, "certain_from": min(coming)})
    ended = [p.end.earliest for p in periods if p.start.latest < p.end.earliest <= day]
    if ended:
        last = max(ended) - _ONE_DAY
        return Reason("rule-perhaps-ended", {"day": day, "certain_until": last})
    return Reason("rule-not-certain", {"day": day})


def _gap(periods: Sequence[Period], day: date) -> Reason | None:
    ended = [period.end.latest for period in periods if period.end.latest <= day]
    coming = [period.start.earliest for period in periods if period.start.earliest > day]
    if not ended or not coming:
        return None
    last = max(ended) - _ONE_DAY
    return Reason("between-versions", {"day": day, "last": last, "next": min(coming)})
