"""What to know about a procedure beside its state: steps out of order, missing, conditional."""

from collections.abc import Iterator, Sequence
from datetime import date

from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.event import OBJECTION, REFUSAL, WITHDRAWAL
from koinon.rules.procedure.answer import StepProgress, StepState
from koinon.rules.procedure.forms import Steps
from koinon.rules.procedure.steps import Known
from koinon.rules.rule import AppliedRule


def remarks(
    way: AppliedRule[Steps],
    steps: Sequence[StepProgress],
    known: Known,
    began: date,
    effective_on: Bound | None,
) -> tuple[Reason, ...]:
    """List what to know about a procedure on a day."""
    return (
        *_of_the_rule(way, began),
        *_of_the_order(way.rule, steps),
        *_of_conditions(way.rule, steps),
        *_of_events(steps, known, effective_on),
    )


def _of_the_rule(way: AppliedRule[Steps], began: date) -> Iterator[Reason]:
    if way.holds_on(began) is not True:
        params = {"certain_from": way.validity.start.latest}
        yield Reason("procedure.note.rule-certain-from", params)


def _of_the_order(rule: Steps, steps: Sequence[StepProgress]) -> Iterator[Reason]:
    missing = _names(rule, steps, StepState.MISSING)
    if missing:
        yield Reason("procedure.note.steps-missing", {"steps": missing})
    latest: int | None = None
    for position, step in enumerate(steps):
        if step.on is None or step.state not in (StepState.DONE, StepState.OBJECTED):
            continue
        before = None if latest is None else steps[latest].on
        if before is not None and step.on.latest < before.earliest:
            params = {
                "step": Reason("procedure.step", {"step": rule.steps[position].names}),
                "before": Reason("procedure.step", {"step": rule.steps[latest or 0].names}),
            }
            yield Reason("procedure.note.out-of-order", params)
        latest = position


def _names(rule: Steps, steps: Sequence[StepProgress], state: StepState) -> tuple[Reason, ...]:
    return tuple(
        Reason("procedure.step", {"step": step.names})
        for step, progress in zip(rule.steps, steps, strict=True)
        if progress.state is state
    )


def _of_conditions(rule: Steps, steps: Sequence[StepProgress]) -> Iterator[Reason]:
    for step, progress in zip(rule.steps, steps, strict=True):
        if progress.state is StepState.IF_NEEDED:
            params = {"step": step.names, "condition": step.only_if}
            yield Reason("procedure.note.only-if", params)


def _of_events(
    steps: Sequence[StepProgress], known: Known, effective_on: Bound | None
) -> Iterator[Reason]:
    codes = {step.code for step in steps}
    for event in known.events:
        if event.code in (REFUSAL, WITHDRAWAL):
            if effective_on is not None and effective_on.latest <= event.on.earliest:
                yield Reason(f"procedure.note.{event.code}-after-effect", {"day": event.on})
            elif any(e.code in codes and e.on.earliest > event.on.latest for e in known.events):
                yield Reason(f"procedure.note.resumed-after-{event.code}", {"day": event.on})
    objections = [
        event for event in known.events if event.code == OBJECTION or _objects(steps, event.code)
    ]
    consents = [step for step in steps if step.state is StepState.CONSENTED]
    for event in objections if consents else []:
        yield Reason("procedure.note.objection-late", {"day": event.on})


def _objects(steps: Sequence[StepProgress], code: str) -> bool:
    return any(step.code == code and step.state is StepState.CONSENTED for step in steps)
