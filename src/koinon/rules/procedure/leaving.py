"""How a member leaves: how long notice runs, and which day is the last of belonging."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

import msgspec

from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.choice import versions_for
from koinon.rules.duration import Duration
from koinon.rules.in_force import why_none_is_certain
from koinon.rules.procedure.forms import Exit, ProcedureForm
from koinon.rules.rule import AppliedRule
from koinon.rules.trace import RuleRef, SourceRef, Trace, derive, given, unknown

_LAST_DAY = "procedure.last-day"
_ROUNDED = {"end-of-month": "bound-end-of-month", "end-of-year": "bound-end-of-year"}


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """A notice period somebody typed in, for a network without a rule about it."""

    length: Duration
    source: SourceRef | None = None


class LeavingAnswer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The last day of belonging after a notice, and the first day without it.

    ``last_day`` None is not known, ``reason`` says why; ``at_earliest`` is then the end of the
    notice period, where that is known. ``dues`` says what stays owed, "" is not known.
    """

    last_day: Bound | None
    trace: Trace
    until: Bound | None = None
    at_earliest: Bound | None = None
    written: bool | None = None
    dues: Literal["", "pro-rata", "full-year"] = ""
    reason: Reason | None = None
    notes: tuple[Reason, ...] = ()


def leave(
    rules: Sequence[AppliedRule[ProcedureForm]],
    notice_on: Bound,
    day: date,
    *,
    strand: str = "",
    typed: Notice | None = None,
) -> LeavingAnswer:
    """Tell the last day of belonging after a notice was given on a day.

    The period ends with the day that is its length after the notice. A typed period counts
    where no rule speaks of leaving, to any day.
    """
    exits = [
        item for item in rules if isinstance(item.rule, Exit) and item.rule.strand in ("", strand)
    ]
    given_on = given("procedure.notice-on", notice_on)
    if not exits and typed is not None:
        period = given("procedure.notice-typed", typed.length, source=typed.source)
        return _answered(derive(_LAST_DAY, "bound-after", given_on, period))
    governing = versions_for(exits, notice_on.latest, day)
    if not governing:
        reason = why_none_is_certain(exits, notice_on.latest)
        return LeavingAnswer(
            last_day=None,
            reason=reason,
            trace=unknown(_LAST_DAY, reason.code, given_on, **reason.params),
        )
    return _by_rule(governing[0], given_on)  # type: ignore[arg-type]


def _by_rule(item: AppliedRule[Exit], given_on: Trace) -> LeavingAnswer:
    rule, ref = item.rule, item.ref
    if rule.notice is None:
        return _not_known(rule, ref, "procedure.reason.notice-not-known", given_on)
    period = given("procedure.notice", rule.notice, rule=ref)
    runs_out = derive("procedure.notice-ends", "bound-after", given_on, period, rule=ref)
    if rule.to == "unknown":
        return _not_known(rule, ref, "procedure.reason.exit-day-not-known", runs_out)
    operation = _ROUNDED.get(rule.to, "same")
    return _answered(derive(_LAST_DAY, operation, runs_out, rule=ref), rule)


def _answered(last_day: Trace, rule: Exit | None = None) -> LeavingAnswer:
    until = derive("procedure.until", "bound-shifted", last_day, days=1)
    return LeavingAnswer(
        last_day=last_day.value,
        until=until.value,
        written=rule.written if rule else None,
        dues=rule.dues if rule else "",
        notes=_about_dues(rule) if rule else (),
        trace=last_day,
    )


def _not_known(rule: Exit, ref: RuleRef, code: str, before: Trace) -> LeavingAnswer:
    ends = before.value if before.name == "procedure.notice-ends" else None
    return LeavingAnswer(
        last_day=None,
        at_earliest=ends,
        written=rule.written,
        dues=rule.dues,
        reason=Reason(code),
        notes=_about_dues(rule),
        trace=unknown(_LAST_DAY, code, before, rule=ref),
    )


def _about_dues(rule: Exit) -> tuple[Reason, ...]:
    return (Reason(f"procedure.note.dues-{rule.dues or 'not-known'}"),)
