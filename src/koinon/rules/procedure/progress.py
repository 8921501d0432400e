"""How far a procedure has come on a day, whose turn it is, and from when its result holds."""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.choice import versions_for
from koinon.rules.condition import Group, Party
from koinon.rules.days import is_reached, latest
from koinon.rules.event import REFUSAL, WITHDRAWAL, Event, Events, in_order
from koinon.rules.in_force import why_none_is_certain
from koinon.rules.procedure.answer import (
    ProcedureAnswer,
    ProcedureState,
    StepProgress,
    StepState,
)
from koinon.rules.procedure.choice import Asked, meant, ranked
from koinon.rules.procedure.forms import ProcedureForm, Side, Steps
from koinon.rules.procedure.remarks import remarks
from koinon.rules.procedure.steps import ANSWERED, DONE, TO_DO, Known, last_taken, next_open, walk
from koinon.rules.rule import AppliedRule
from koinon.rules.trace import Trace, derive, unknown

_EFFECTIVE = "procedure.effective-on"
_ENDINGS = {REFUSAL: ProcedureState.REFUSED, WITHDRAWAL: ProcedureState.WITHDRAWN}


class _Standing(msgspec.Struct, frozen=True, kw_only=True):
    """The state, the day that brought it about, the position of the next step, why unknown."""

    state: ProcedureState
    since: Bound | None = None
    upcoming: int | None = None
    reason: Reason | None = None


def progress(
    rules: Sequence[AppliedRule[ProcedureForm]],
    events: Events,
    day: date,
    party: Party | None = None,
    *,
    of: str = "accession",
    strand: str = "",
    code: str = "",
    needed: Mapping[str, bool] | None = None,
    groups: dict[str, Group] | None = None,
) -> ProcedureAnswer:
    """Tell how far a procedure has come on a day, and who has to act next.

    The version that held when it began governs it. Events after the day are not known on it.
    ``needed`` says of conditional steps whether they are. Of several ways the one that knows
    the events and is made for the party is answered, the others are alternatives. A period ends
    with the day that is its length after the step before; silence consents on the next day.
    Raises UnknownStep.
    """
    asked = Asked(of=of, strand=strand, code=code, party=party or Party(), groups=groups or {})
    ways = meant([item for item in rules if isinstance(item.rule, Steps)], asked)  # type: ignore[misc]
    happened = in_order(events)
    if ways:
        ranked(ways, asked, [event.code for event in happened])
    known = tuple(event for event in happened if event.on.earliest <= day)
    began = known[0].on.earliest if known else day
    governing = versions_for(ways, began, day)
    if not governing:
        return _unanswered(why_none_is_certain(ways, began))
    first, *others = ranked(governing, asked, [event.code for event in known])
    answers = [
        _progress_of(way, Known(day=day, events=known, needed=needed or {}, ref=way.ref), began)
        for way in (first, *others)
    ]
    return replace(answers[0], alternatives=tuple(answers[1:]))


def _unanswered(reason: Reason) -> ProcedureAnswer:
    return ProcedureAnswer(
        state=ProcedureState.NOT_KNOWN,
        reason=reason,
        trace=unknown(_EFFECTIVE, reason.code, **reason.params),
    )


def _progress_of(way: AppliedRule[Steps], known: Known, began: date) -> ProcedureAnswer:
    ending = _ending(known, {step.code for step in way.rule.steps})
    steps = _steps(way.rule, known, ending)
    trace = _effective_on(way, steps, ending)
    standing = _standing(way.rule, steps, trace, known.day, ending)
    upcoming = None if standing.upcoming is None else steps[standing.upcoming]
    return ProcedureAnswer(
        procedure=way.rule.code,
        state=standing.state,
        turn=_side(upcoming),
        by=upcoming.by if upcoming else "",
        since=standing.since,
        next_step=upcoming.code if upcoming else None,
        effective_on=trace.value,
        steps=steps,
        reason=standing.reason,
        notes=remarks(way, steps, known, began, trace.value),
        trace=trace,
    )


def _side(step: StepProgress | None) -> Side | None:
    return step.side if step else None


def _steps(rule: Steps, known: Known, ending: Event | None) -> tuple[StepProgress, ...]:
    """Judge the steps; those of a procedure that has ended stand still on its last day."""
    if ending is None:
        return walk(rule.steps, known)
    last_day = min(known.day, ending.on.latest)
    return tuple(
        replace(step, state=StepState.COMING) if step.state in TO_DO and not step.on else step
        for step in walk(rule.steps, replace(known, day=last_day))
    )


def _ending(known: Known, codes: set[str]) -> Event | None:
    """Find the refusal or withdrawal after which nothing was taken up again."""
    endings = [event for event in known.events if event.code in _ENDINGS]
    if not endings:
        return None
    last = endings[-1]
    resumed = any(
        event.code in codes and event.on.earliest > last.on.latest for event in known.events
    )
    return None if resumed else last


def _effective_on(
    way: AppliedRule[Steps], steps: Sequence[StepProgress], ending: Event | None
) -> Trace:
    rule, ref = way.rule, way.ref
    if rule.effective is None:
        return unknown(_EFFECTIVE, "procedure.reason.effective-day-not-known", rule=ref)
    deciding = next(step for step in steps if step.code == rule.effective.on)
    if deciding.state in DONE or (deciding.on and deciding.state is StepState.NOT_KNOWN):
        then = rule.effective.then
        operation = "same" if then == "same-day" else f"bound-{then}"
        trace = derive(_EFFECTIVE, operation, deciding.trace, rule=ref)
        if ending is None or trace.value.latest <= ending.on.earliest:
            return trace
    if ending is not None:
        return unknown(_EFFECTIVE, f"procedure.reason.{ending.code}", rule=ref, day=ending.on)
    return unknown(_EFFECTIVE, "procedure.reason.step-open", deciding.trace, rule=ref)


def _standing(
    rule: Steps,
    steps: Sequence[StepProgress],
    effective: Trace,
    day: date,
    ending: Event | None,
) -> _Standing:
    upcoming = next_open(steps)
    if effective.value is not None:
        return _with_effect(effective.value, day, upcoming)
    if ending is not None:
        return _ended(ending, day)
    last = last_taken(steps)
    if any(step.state is StepState.NOT_KNOWN for step in steps[last + 1 :]):
        return _Standing(
            state=ProcedureState.NOT_KNOWN,
            since=_since(steps),
            upcoming=upcoming,
            reason=Reason("procedure.reason.step-day-rough"),
        )
    if last < 0:
        return _Standing(state=ProcedureState.NOT_STARTED, upcoming=upcoming)
    if upcoming is None and rule.effective is None and steps[last].state in DONE:
        reason = Reason("procedure.reason.effective-day-not-known")
        return _Standing(state=ProcedureState.NOT_KNOWN, since=_since(steps), reason=reason)
    if upcoming is None and steps[last].state in DONE:
        upcoming = _first_missing(steps)
    state = _under_way(steps[last], None if upcoming is None else steps[upcoming])
    return _Standing(state=state, since=_since(steps), upcoming=upcoming)


def _with_effect(effective: Bound, day: date, upcoming: int | None) -> _Standing:
    states = {
        True: ProcedureState.EFFECTIVE,
        False: ProcedureState.EFFECTIVE_LATER,
        None: ProcedureState.NOT_KNOWN,
    }
    state = states[is_reached(effective, day)]
    reason = None
    if state is ProcedureState.NOT_KNOWN:
        reason = Reason("procedure.reason.effective-day-rough", {"day": effective})
    return _Standing(state=state, since=effective, upcoming=upcoming, reason=reason)


def _ended(ending: Event, day: date) -> _Standing:
    if is_reached(ending.on, day) is None:
        reason = Reason("procedure.reason.step-day-rough")
        return _Standing(state=ProcedureState.NOT_KNOWN, since=ending.on, reason=reason)
    return _Standing(state=_ENDINGS[ending.code], since=ending.on)


def _under_way(last: StepProgress, upcoming: StepProgress | None) -> ProcedureState:
    if last.state is StepState.OBJECTED:
        return ProcedureState.OBJECTED
    if upcoming is not None and upcoming.state is StepState.WAITING:
        return ProcedureState.WAITING_FOR_SILENCE
    return ProcedureState.UNDER_WAY


def _first_missing(steps: Sequence[StepProgress]) -> int | None:
    return next((n for n, step in enumerate(steps) if step.state is StepState.MISSING), None)


def _since(steps: Sequence[StepProgress]) -> Bound | None:
    days = [step.on for step in steps if step.state in ANSWERED and step.on is not None]
    return latest(*days) if days else None
