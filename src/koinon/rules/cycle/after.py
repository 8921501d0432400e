"""Dues a time after an event: once, or again and again."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.cycle.due import MOST, Due, DueKey, Move, Window
from koinon.rules.cycle.duties import NAMED_ANCHORS, Duty
from koinon.rules.cycle.forms import After, Extension
from koinon.rules.cycle.member import Anchor, Member, granted
from koinon.rules.days import shift
from koinon.rules.event import EXTENSION, Event
from koinon.rules.trace import RuleRef, Trace, derive, given, operator, unknown

_DUE = "cycle.due"


def dues_after(duty: Duty, rule: After, member: Member, blocked: Reason | None) -> Iterator[Due]:
    """Make the dues that a rule counts from events; ``blocked`` says why none is sure."""
    anchors = member.anchors(rule.after)
    if not anchors:
        signed_on = member.accepted_on(member.events[-1]) if member.events else member.since
        if duty.binds(signed_on, member.text) is not False:
            missing = Reason("cycle.reason.anchor-missing", {"event": _in_words(rule.after)})
            yield _of_unknown_day(duty, rule, member, f"{rule.after}-0", missing)
        return
    for anchor in anchors:
        bound = duty.binds(member.accepted_on(anchor.event), member.text)
        if bound is False:
            continue
        reason = blocked
        if bound is None:
            reason = reason or Reason("cycle.reason.text-not-known", {"texts": rule.charter})
        elif not rule.from_day_known:
            reason = reason or _from_day_not_known(rule)
        if reason is not None:
            yield _of_unknown_day(duty, rule, member, anchor.name, reason)
        else:
            yield from _counted(duty, rule, member, anchor)


def _in_words(event: str) -> Reason | str:
    return Reason(f"cycle.event.{event}") if event in NAMED_ANCHORS else event


def _from_day_not_known(rule: After) -> Reason:
    return Reason("cycle.reason.first-day-not-known", {"every": rule.every or rule.within})


def _of_unknown_day(duty: Duty, rule: After, member: Member, anchor: str, reason: Reason) -> Due:
    trace = unknown(_DUE, reason.code, rule=duty.item.ref, **reason.params)
    return Due(
        key=DueKey(rule.code, member.bond, anchor, 1),
        due_on=None,
        reason=reason,
        trace=trace,
        **duty.shared,
    )


def _counted(duty: Duty, rule: After, member: Member, anchor: Anchor) -> Iterator[Due]:
    """Count the dues from one event until the next one of its code begins a new count."""
    following = anchor.following
    counted_from = given(duty.anchor_name, anchor.event.on, source=anchor.event.source)
    window = _window(duty, rule, anchor)
    extensions = _extensions(rule, member, anchor)
    for n, trace in enumerate(_days(duty, rule, counted_from, member), start=1):
        on: Bound = trace.value
        if n > 1 and following is not None and on.latest >= following.on.earliest:
            return
        key = DueKey(rule.code, member.bond, anchor.name, n)
        due = _on_day(duty, rule, key, trace, window)
        if due is not None:
            yield _extended(due, rule, extensions) if extensions else due


def _days(duty: Duty, rule: After, start: Trace, member: Member) -> Iterator[Trace]:
    """Give the days one after another, as far as they are asked for."""
    ref = duty.item.ref
    if duty.within is not None:
        first = derive(_DUE, "bound-after", start, duty.within, rule=ref)
        if first.value.earliest <= member.until:
            yield first
        start = first
    if duty.every is None:
        return
    for times in range(1, MOST):
        trace = derive(_DUE, "bound-after", start, duty.every, times=times, rule=ref)
        if trace.value.earliest > member.until:
            return
        yield trace


def _window(duty: Duty, rule: After, anchor: Anchor) -> Window:
    start = anchor.event.on
    if duty.done_by == rule.after:
        start = shift(start, 1)
    following = anchor.following
    if rule.every is None or following is None or duty.done_by == rule.after:
        return Window(start)
    return Window(start, following.on)


def _on_day(duty: Duty, rule: After, key: DueKey, trace: Trace, window: Window) -> Due | None:
    """Make a due of a day, unknown where its rule is not certain; None where it does not hold.

    A duty that a text carries came with the text: it is as certain as the acceptance.
    """
    on: Bound = trace.value
    decisive: Bound = on if rule.every is not None else trace.inputs[0].value
    why = duty.why_not_certain(decisive)
    if why is not None and duty.is_over(decisive):
        return None
    if why is not None and not rule.charter:
        uncertain = unknown(_DUE, why.code, trace, rule=duty.item.ref, **why.params)
        return Due(key=key, due_on=None, perhaps_on=on, reason=why, trace=uncertain, **duty.shared)
    return Due(
        key=key,
        due_on=on,
        first_due_on=on,
        trace=trace,
        window=window,
        nth=key.n,
        **duty.shared,
    )


def _extensions(rule: After, member: Member, anchor: Anchor) -> list[Event]:
    if rule.extension is None:
        return []
    end = anchor.following.on if anchor.following else None
    return granted(member, EXTENSION, rule.code, (anchor.event.on, end))


def _extended(due: Due, rule: After, extensions: list[Event]) -> Due:
    """Move a due by the extensions granted before its day; a single due takes them all."""
    trace, notes, moves = due.trace, list(due.notes), list(due.moves)
    while extensions and _concerns(extensions[0], trace.value, is_single=rule.every is None):
        event = extensions.pop(0)
        if rule.extension is None or len(moves) >= rule.extension.at_most:
            at_most = rule.extension.at_most if rule.extension else 0
            params: dict[str, Any] = {"day": event.on, "at_most": at_most}
            notes.append(Reason("cycle.note.extension-not-granted", params))
            continue
        trace = _moved(trace, event, rule.extension, due.ref)
        moves.append(Move(event.on, trace.value))
    is_unknown = bool(moves) and trace.value is None
    return replace(
        due,
        due_on=trace.value,
        trace=trace,
        notes=tuple(notes),
        moves=tuple(moves),
        reason=_length_not_known(moves[-1].granted_on) if is_unknown else due.reason,
    )


def _concerns(event: Event, on: Bound | None, *, is_single: bool) -> bool:
    return is_single or (on is not None and event.on.earliest <= on.latest)


def _length_not_known(granted_on: Bound) -> Reason:
    return Reason("cycle.reason.extension-length-not-known", {"day": granted_on})


def _moved(trace: Trace, event: Event, extension: Extension, ref: RuleRef) -> Trace:
    if event.until is not None:
        until = given("cycle.extended-until", event.until, source=event.source)
        return derive(_DUE, "due-extended", trace, until, rule=ref)
    if extension.length is not None and trace.value is not None:
        length = given("cycle.extension-length", extension.length, rule=ref)
        return derive(_DUE, "bound-after", trace, length, rule=ref)
    reason = _length_not_known(event.on)
    return unknown(_DUE, reason.code, trace, rule=ref, **reason.params)


@operator("due-extended")
def take_extended(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the day an extension names in place of the first one."""
    return values[1]
