"""Which rules are in force on a day, which of them are doubtful, and why none is."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from koinon.rules.answer import Reason
from koinon.rules.period import Period
from koinon.rules.rule import AppliedRule, Rule
from koinon.rules.version import certain_on, possible_on

_ONE_DAY = timedelta(days=1)


class Standing[R: Rule](NamedTuple):
    """A version in force on a day; ``doubt`` says why nobody knows whether it is."""

    item: AppliedRule[R]
    doubt: Reason | None = None


def in_force[R: Rule](
    rules: Sequence[AppliedRule[R]], day: date
) -> tuple[list[Standing[R]], list[Standing[R]]]:
    """List what is in force on a day, code by code; apart from it, what disputes any of that.

    Of a rule without a version that is surely in force those that may be are listed, with the
    doubt.
    """
    found: list[Standing[R]] = []
    for code in dict.fromkeys(item.rule.code for item in rules):
        versions = [item for item in rules if item.rule.code == code]
        certain = certain_on(versions, day)
        found.extend(Standing(item) for item in certain)
        if not certain and (perhaps := possible_on(versions, day)):
            found.append(Standing(perhaps[-1], why_none_is_certain(versions, day)))
    codes = {standing.item.rule.code for standing in found}
    against = [standing for standing in found if standing.item.rule.disputes in codes]
    if len(against) == len(found):
        against = against[1:]
    return [standing for standing in found if standing not in against], against


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
