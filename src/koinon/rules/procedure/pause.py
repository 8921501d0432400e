"""When belonging pauses, and how it returns: of itself, or by the decision of a body."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

import msgspec

from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.choice import versions_for
from koinon.rules.days import is_reached
from koinon.rules.event import (
    EXCLUDE,
    HOLD,
    LIFT,
    MEETING,
    SUSPENSION,
    WARNING,
    Event,
    Events,
    in_order,
)
from koinon.rules.in_force import why_none_is_certain
from koinon.rules.procedure.forms import ProcedureForm, Suspension
from koinon.rules.rule import AppliedRule
from koinon.rules.trace import Trace, derive, given, unknown

_BEGINS = frozenset({HOLD, SUSPENSION})
_SINCE = "procedure.paused-since"


class PauseState(StrEnum):
    """Whether belonging pauses on a day."""

    NONE = "none"
    WARNED = "warned"
    PAUSED = "paused"
    RETURNED = "returned"
    EXCLUDED = "excluded"
    NOT_KNOWN = "not-known"


class PauseAnswer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Whether belonging pauses on a day, since when, and what ends it.

    ``ends_with`` is the event that ends it, ``decided_by`` the body that decides about it;
    ``shown`` tells whether the network makes it public (None: not known). The trace leads to
    ``since``.
    """

    state: PauseState
    trace: Trace
    since: Bound | None = None
    until: Bound | None = None
    ends_with: str = ""
    decided_by: str = ""
    shown: bool | None = None
    reason: Reason | None = None
    notes: tuple[Reason, ...] = ()


class _Pause(msgspec.Struct, frozen=True, kw_only=True):
    state: PauseState
    event: Event | None = None
    until: Bound | None = None
    notes: tuple[Reason, ...] = ()
    reason: Reason | None = None


def pause(
    rules: Sequence[AppliedRule[ProcedureForm]],
    events: Events,
    day: date,
    *,
    strand: str = "",
) -> PauseAnswer:
    """Tell whether belonging pauses on a day, by the events known on it.

    A ``hold`` or ``suspension`` begins a pause; ``lift``, ``exclude`` or, where the return is
    automatic, the event the rule names ends it. Without a rule the events alone count.
    """
    known = tuple(event for event in in_order(events) if event.on.earliest <= day)
    begun = [event for event in known if event.code in _BEGINS]
    began = begun[-1].on.latest if begun else day
    suspensions = [
        item
        for item in rules
        if isinstance(item.rule, Suspension) and item.rule.strand in ("", strand)
    ]
    governing = versions_for(suspensions, began, day)
    item = governing[0] if governing else None
    rule = item.rule if item is not None and isinstance(item.rule, Suspension) else None
    found = _by_events(rule, known, day) if begun else _before(rule, known)
    why = found.reason
    if rule is None and why is None and not begun:
        why = why_none_is_certain(suspensions, began)
    return PauseAnswer(
        state=found.state,
        since=found.event.on if found.event else None,
        until=found.until,
        ends_with=rule.until if rule else "",
        decided_by=rule.decided_by if rule else "",
        shown=rule.shown if rule else None,
        reason=why,
        notes=found.notes,
        trace=_trace(found, item),
    )


def _trace(found: _Pause, item: AppliedRule[ProcedureForm] | None) -> Trace:
    ref = item.ref if item else None
    if found.event is None:
        return unknown(_SINCE, "procedure.reason.not-paused", rule=ref)
    begun = given(f"procedure.event.{found.event.code}", found.event.on, source=found.event.source)
    return derive(_SINCE, "same", begun, rule=ref)


def _before(rule: Suspension | None, known: Sequence[Event]) -> _Pause:
    warnings = [event for event in known if event.code == WARNING]
    if warnings:
        return _Pause(state=PauseState.WARNED, event=warnings[-1])
    notes: tuple[Reason, ...] = ()
    if rule is not None and rule.warned:
        notes = (Reason("procedure.note.pause-after-warning"),)
    return _Pause(state=PauseState.NONE, notes=notes)


def _by_events(rule: Suspension | None, known: Sequence[Event], day: date) -> _Pause:
    begin = next(event for event in reversed(known) if event.code in _BEGINS)
    if is_reached(begin.on, day) is None:
        return _rough(begin)
    later = [e for e in known if e is not begin and e.on.latest >= begin.on.latest]
    ends = [(state, event) for event in later if (state := _end(rule, event)) is not None]
    if ends:
        state, event = ends[0]
        if is_reached(event.on, day) is None:
            return _rough(begin)
        return _Pause(state=state, event=begin, until=event.on)
    meeting = next((event for event in later if _meets(rule, event)), None)
    if meeting is not None:
        reason = Reason("procedure.reason.decision-not-recorded", {"day": meeting.on})
        return _Pause(state=PauseState.NOT_KNOWN, event=begin, reason=reason)
    return _Pause(state=PauseState.PAUSED, event=begin)


def _rough(begin: Event) -> _Pause:
    return _Pause(
        state=PauseState.NOT_KNOWN, event=begin, reason=Reason("procedure.reason.pause-day-rough")
    )


def _end(rule: Suspension | None, event: Event) -> PauseState | None:
    if event.code == EXCLUDE:
        return PauseState.EXCLUDED
    returns = rule is not None and rule.returns == "automatic" and event.code == rule.until
    return PauseState.RETURNED if event.code == LIFT or returns else None


def _meets(rule: Suspension | None, event: Event) -> bool:
    """Tell whether the body met that had to decide."""
    return (
        rule is not None and rule.returns == "decided" and event.code in (MEETING, rule.decided_by)
    )
