"""Each step of a procedure on a day: done, waited for, settled by silence, still to come."""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from koinon.rules.bound import Bound
from koinon.rules.days import is_reached
from koinon.rules.event import OBJECTION, Event
from koinon.rules.procedure.answer import StepProgress, StepState
from koinon.rules.procedure.forms import Step
from koinon.rules.trace import RuleRef, Trace, derive, given, unknown

DONE = frozenset({StepState.DONE, StepState.CONSENTED})
ANSWERED = DONE | {StepState.OBJECTED}
SKIPPED = frozenset({StepState.OPTIONAL, StepState.IF_NEEDED, StepState.NOT_NEEDED})
TO_DO = frozenset({StepState.OPEN, StepState.WAITING, StepState.OVERDUE, StepState.NOT_KNOWN})


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What the steps are judged by: the day, the events up to it, what was said to be needed."""

    day: date
    events: tuple[Event, ...]
    needed: Mapping[str, bool]
    ref: RuleRef

    def first(self, code: str) -> Event | None:
        """Give the first event of a code."""
        return next((event for event in self.events if event.code == code), None)


def walk(steps: Sequence[Step], known: Known) -> tuple[StepProgress, ...]:
    """Judge each step on a day; a step's period runs from the step before it."""
    found: list[StepProgress] = []
    before: Trace | None = None
    for step in steps:
        progress = _judge(step, before, known)
        found.append(progress)
        if progress.state not in SKIPPED:
            before = None if progress.on is None else progress.trace
    return _placed(found)


def _judge(step: Step, before: Trace | None, known: Known) -> StepProgress:
    if step.act == "object" or step.silence:
        return _silent(step, before, known)
    event = known.first(step.code)
    if event is not None:
        return _happened(step, event, known, StepState.DONE)
    return _waited_for(step, before, known)


def _happened(step: Step, event: Event, known: Known, state: StepState) -> StepProgress:
    reached = is_reached(event.on, known.day) is True
    trace = _named("procedure.step-day", step, given("", event.on, source=event.source))
    return _progress(step, state if reached else StepState.NOT_KNOWN, trace, on=event.on)


def _waited_for(step: Step, before: Trace | None, known: Known) -> StepProgress:
    trace = _named("procedure.step-day", step, unknown("", "procedure.reason.step-not-recorded"))
    if not known.needed.get(step.code, True):
        return _progress(step, StepState.NOT_NEEDED, trace)
    if step.only_if and step.code not in known.needed:
        return _progress(step, StepState.IF_NEEDED, trace)
    if step.optional:
        return _progress(step, StepState.OPTIONAL, trace)
    deadline = _deadline(step, before, known)
    if deadline is None:
        return _progress(step, StepState.OPEN, trace)
    overdue = known.day > deadline.value.latest
    state = StepState.OVERDUE if overdue else StepState.OPEN
    return _progress(step, state, trace, due_on=deadline.value)


def _silent(step: Step, before: Trace | None, known: Known) -> StepProgress:
    """Judge a step that silence may settle: an objection inside its period keeps it from that."""
    deadline = _deadline(step, before, known)
    own = known.first(step.code)
    if own is not None and step.act != "object":
        return _happened(step, own, known, StepState.DONE)
    objection = own or known.first(OBJECTION)
    if objection is not None and not _is_late(objection, deadline):
        progress = _happened(step, objection, known, StepState.OBJECTED)
        return progress if deadline is None else replace(progress, due_on=deadline.value)
    if deadline is None or not step.silence:
        return _waited_for(step, before, known)
    return _settled(step, deadline, known)


def _is_late(objection: Event, deadline: Trace | None) -> bool:
    return deadline is not None and objection.on.earliest > deadline.value.latest


def _settled(step: Step, deadline: Trace, known: Known) -> StepProgress:
    consent = derive("procedure.consent-on", "bound-shifted", deadline, days=1, rule=known.ref)
    match is_reached(consent.value, known.day):
        case True:
            return _progress(
                step, StepState.CONSENTED, consent, on=consent.value, due_on=deadline.value
            )
        case False:
            return _progress(step, StepState.WAITING, deadline, due_on=deadline.value)
        case None:
            return _progress(step, StepState.NOT_KNOWN, deadline, due_on=deadline.value)


def _deadline(step: Step, before: Trace | None, known: Known) -> Trace | None:
    if step.within is None or before is None:
        return None
    within = given("procedure.within", step.within, rule=known.ref)
    return _named(
        "procedure.deadline",
        step,
        derive("", "bound-after", before, within, rule=known.ref),
    )


def _named(name: str, step: Step, trace: Trace) -> Trace:
    return replace(trace, name=name, params={**trace.params, "step": step.names})


def _progress(
    step: Step,
    state: StepState,
    trace: Trace,
    *,
    on: Bound | None = None,
    due_on: Bound | None = None,
) -> StepProgress:
    return StepProgress(
        code=step.code,
        side=step.side,
        by=step.by,
        state=state,
        on=on,
        due_on=due_on,
        trace=trace,
    )


def _placed(found: Sequence[StepProgress]) -> tuple[StepProgress, ...]:
    """Tell the steps before the last one taken (missing) from those after the next one."""
    last = last_taken(found)
    upcoming = next_open(found)
    return tuple(
        replace(item, state=_place(item.state, position, last, upcoming))
        for position, item in enumerate(found)
    )


def _place(state: StepState, position: int, last: int, upcoming: int | None) -> StepState:
    if state not in {StepState.OPEN, StepState.OVERDUE}:
        return state
    if position < last:
        return StepState.MISSING
    if upcoming is not None and position > upcoming and state is StepState.OPEN:
        return StepState.COMING
    return state


def last_taken(found: Sequence[StepProgress]) -> int:
    """Give the position of the last step that was taken or objected to, -1 if there is none."""
    return max((n for n, item in enumerate(found) if item.state in ANSWERED), default=-1)


def next_open(found: Sequence[StepProgress]) -> int | None:
    """Give the position of the step that is to be taken next, None where none is."""
    last = last_taken(found)
    return next(
        (n for n, item in enumerate(found) if n > last and item.state in TO_DO),
        None,
    )
