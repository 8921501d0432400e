"""How a member leaves and how belonging pauses, shaped as procedures are given out."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from koinon.rules.answer import Reason
from koinon.rules.days import is_reached
from koinon.rules.event import EXCLUDE, HOLD, LIFT, MEETING, SUSPENSION, WARNING, Event
from koinon.rules.procedure.answer import ProcedureState, StepProgress, StepState
from koinon.rules.procedure.choice import UnknownStep
from koinon.rules.procedure.forms import Exit, ProcedureForm, Side
from koinon.rules.procedure.forms import Suspension as Pausing
from koinon.rules.procedure.leaving import LeavingAnswer, leave
from koinon.rules.procedure.pause import PauseAnswer, PauseState, pause
from koinon.rules.rule import AppliedRule
from koinon.rules.trace import Trace, derive, given, unknown
from koinon.statutes.answers.procedure_given import ProcedureGiven
from koinon.statutes.document import Statute

NOTICE = "notice"

_UNTIL = "procedure.until"
_EFFECT = {
    True: ProcedureState.EFFECTIVE,
    False: ProcedureState.EFFECTIVE_LATER,
    None: ProcedureState.NOT_KNOWN,
}
_TURNS: dict[tuple[PauseState, str], Side] = {
    (PauseState.WARNED, "automatic"): "party",
    (PauseState.PAUSED, "automatic"): "party",
    (PauseState.PAUSED, "decided"): "network",
}


def leaving(
    rules: Sequence[AppliedRule[ProcedureForm]],
    events: Sequence[Event],
    on: date,
    *,
    strand: str = "",
) -> ProcedureGiven:
    """Tell where a member's leaving stands; ``effective_on`` is the first day without it.

    Raises UnknownStep for any event but ``notice``.
    """
    _require(events, {NOTICE})
    exits, strand = _of(rules, Exit, strand)
    if not exits or not events:
        reason = Reason("procedure.reason.no-notice" if exits else "no-rule")
        return ProcedureGiven(
            procedure=exits[0].rule.code if exits else "",
            state=ProcedureState.NOT_STARTED if exits else ProcedureState.NOT_KNOWN,
            turn="party" if exits else None,
            since=None,
            effective_on=None,
            next_step=NOTICE if exits else "",
            reason=reason,
            trace=unknown(_UNTIL, reason.code),
        )
    notice = events[-1]
    return _left(leave(rules, notice.on, on, strand=strand), notice, on)


def _left(found: LeavingAnswer, notice: Event, on: date) -> ProcedureGiven:
    trace = _first_day_without(found)
    state, reason = _EFFECT[None], found.reason
    if is_reached(notice.on, on) is False:
        state = ProcedureState.NOT_STARTED
    elif found.until is not None:
        state = _EFFECT[is_reached(found.until, on)]
        if state is ProcedureState.NOT_KNOWN:
            reason = Reason("procedure.reason.leaving-day-rough", {"day": found.until})
    elif found.at_earliest is not None and on <= found.at_earliest.earliest:
        state = ProcedureState.EFFECTIVE_LATER
    begun = state is not ProcedureState.NOT_STARTED
    return ProcedureGiven(
        procedure=found.trace.rule.code if found.trace.rule else "",
        state=state,
        turn=None if begun else "party",
        next_step="" if begun else NOTICE,
        since=(found.until if state is ProcedureState.EFFECTIVE else notice.on) if begun else None,
        effective_on=trace.value,
        steps=(_notice_step(notice, done=begun),),
        reason=reason,
        notes=tuple(_about(found)),
        trace=trace,
    )


def _first_day_without(found: LeavingAnswer) -> Trace:
    if found.until is None:
        code = found.reason.code if found.reason else "procedure.reason.no-notice"
        params = found.reason.params if found.reason else {}
        return unknown(_UNTIL, code, found.trace, **params)
    return derive(_UNTIL, "bound-shifted", found.trace, days=1)


def _notice_step(notice: Event, *, done: bool) -> StepProgress:
    return StepProgress(
        code=NOTICE,
        side="party",
        state=StepState.DONE if done else StepState.OPEN,
        on=notice.on if done else None,
        trace=given("procedure.notice-on", notice.on, source=notice.source),
    )


def _about(found: LeavingAnswer) -> Iterator[Reason]:
    if found.written:
        yield Reason("procedure.note.in-writing")
    if found.until is None and found.at_earliest is not None:
        yield Reason("procedure.note.at-earliest", {"day": found.at_earliest})
    yield from found.notes


def pausing(
    statute: Statute,
    rules: Sequence[AppliedRule[ProcedureForm]],
    events: Sequence[Event],
    on: date,
    *,
    strand: str = "",
) -> ProcedureGiven:
    """Tell whether belonging pauses; ``effective_on`` is the day on which the pause began.

    Raises UnknownStep.
    """
    pauses, strand = _of(rules, Pausing, strand)
    ends = {code for item in pauses for code in (item.rule.until, item.rule.decided_by) if code}
    _require(events, {HOLD, SUSPENSION, WARNING, LIFT, EXCLUDE, MEETING, *ends})
    found = pause(rules, events, on, strand=strand)
    rule = next((item.rule for item in pauses if item.ref == found.trace.rule), None)
    return ProcedureGiven(
        procedure=rule.code if rule else "",
        state=_state(found, is_ruled=bool(pauses or events)),
        turn=_TURNS.get((found.state, rule.returns)) if rule else None,
        since=found.until or found.since,
        next_step=found.ends_with if found.state is PauseState.PAUSED else "",
        effective_on=found.trace.value if found.state is not PauseState.WARNED else None,
        reason=found.reason,
        notes=(*found.notes, *_decided_by(found, statute)),
        trace=_begin(found),
    )


def _state(found: PauseAnswer, *, is_ruled: bool) -> str:
    if found.state is PauseState.NONE and not is_ruled:
        # Without a rule and without an event nobody can say that nothing pauses.
        return PauseState.NOT_KNOWN
    return found.state


def _begin(found: PauseAnswer) -> Trace:
    if found.state is PauseState.WARNED:
        # A warning is not yet a pause.
        return unknown("procedure.paused-since", "procedure.reason.not-paused", found.trace)
    return found.trace


def _decided_by(found: PauseAnswer, statute: Statute) -> Iterator[Reason]:
    body = statute.bodies.get(found.decided_by)
    if body is not None and found.state is PauseState.PAUSED:
        yield Reason("procedure.note.decided-by", {"body": body.names})


def _of[R: ProcedureForm](
    rules: Iterable[AppliedRule[ProcedureForm]], form: type[R], strand: str
) -> tuple[list[AppliedRule[R]], str]:
    """List the rules of a form with the act of belonging they are about: as asked, or the first."""
    found: list[AppliedRule[R]] = [item for item in rules if isinstance(item.rule, form)]  # type: ignore[misc]
    about = strand or next((item.rule.strand for item in found), "")
    return [item for item in found if item.rule.strand in ("", about)], about


def _require(events: Iterable[Event], known: set[str]) -> None:
    """Refuse an event that nothing here waits for: it would be passed over in silence."""
    for event in events:
        if event.code not in known:
            raise UnknownStep(event.code, known, ())
