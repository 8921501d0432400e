"""When a term ends: the earliest of what is said, its length, and what it rests on."""

from collections.abc import Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from koinon.rules.answer import Answer, Reason, known, not_known
from koinon.rules.bound import OPEN_BOUND, OPEN_END, Bound
from koinon.rules.condition import Group
from koinon.rules.days import earliest, is_reached
from koinon.rules.rule import AppliedRule
from koinon.rules.term.answer import TermAnswer, TermState
from koinon.rules.term.forms import Length, TermForm
from koinon.rules.term.last_day import last_day
from koinon.rules.term.limits import (
    Cause,
    Limit,
    Term,
    day_of,
    length_limit,
    lengths_for,
    moved,
    stated_limits,
    without_less_exact,
)
from koinon.rules.trace import Trace, derive, given

_END = "term.end"


class _Ending(msgspec.Struct, frozen=True, kw_only=True):
    """An end with all that may bring it about."""

    answer: Answer[Bound]
    limits: tuple[Limit, ...]

    @property
    def ended_by(self) -> tuple[Cause, ...]:
        end = self.answer.value
        if end is None or end == OPEN_BOUND:
            return ()
        return tuple(
            limit.cause
            for limit in self.limits
            if limit.trace is not None and limit.trace.value.earliest <= end.latest
        )


def term_end(
    rules: Sequence[AppliedRule[TermForm]],
    term: Term,
    day: date,
    *,
    groups: dict[str, Group] | None = None,
) -> Answer[Bound]:
    """Tell the first day on which a term no longer runs, as is known on a day.

    The earliest of what is said, its length and the end of what it rests on, each as rough as
    it is known. A permanent term has an open end. Where the length is unknown, an end of what
    it rests on is the latest possible one.
    """
    return _endings(rules, term, day, groups or {})[0].answer


def term_on(
    rules: Sequence[AppliedRule[TermForm]],
    term: Term,
    day: date,
    *,
    successor_began: Bound | None = None,
    groups: dict[str, Group] | None = None,
) -> TermAnswer:
    """Tell what state a term is in on a day, when it ends, and when the election must begin.

    A term that ran out by its length alone is held over where the rule says so, and "run out"
    where the rule is silent and nobody is known to have followed.
    """
    ending, *others = _endings(rules, term, day, groups or {})
    state, reason = _state(ending, term, day, successor_began)
    process = _process(ending)
    return TermAnswer(
        end=ending.answer,
        state=state,
        ended_by=ending.ended_by,
        reason=reason,
        process=process,
        process_begun=None if process is None else is_reached(process.trace.value, day),
        alternatives=tuple(other.answer for other in others),
    )


def _endings(
    rules: Sequence[AppliedRule[TermForm]], term: Term, day: date, groups: dict[str, Group]
) -> list[_Ending]:
    """Give the end by the rules in force, then one for each rule that contradicts them."""
    governing = lengths_for(rules, term, day, groups)
    main = [item for item in governing.rules if not item.rule.disputes] or list(governing.rules)
    disputing = [item for item in governing.rules if item not in main]
    stated = stated_limits(term)
    rest = term.rests_on_end
    notes: tuple[Reason, ...] = ()
    if isinstance(rest, Answer) and not rest.is_known:
        notes = (Reason("term.note.rests-on-not-known"),)
    endings = []
    for items in (main, *([item] for item in disputing)):
        limits = [
            moved(length_limit(item, term, groups), rules, governing.of, day) for item in items
        ]
        if governing.reason is not None:
            limits.append(Limit(cause="length", reason=governing.reason))
        told = without_less_exact((*limits, *stated), term)
        endings.append(_ending(told, items, notes))
    return endings


def _ending(
    limits: tuple[Limit, ...], items: Sequence[AppliedRule[Length]], notes: tuple[Reason, ...]
) -> _Ending:
    notes = (*(note for limit in limits for note in limit.notes), *notes)
    traces = [limit.trace for limit in limits if limit.trace is not None]
    open_reason = next((limit.reason for limit in limits if limit.reason), None)
    ref = items[0].ref if items else None
    is_said = any(limit.cause == "said" for limit in limits)
    if traces and (open_reason is None or is_said or _is_before_ever(traces)):
        trace = derive(_END, "bound-earliest", *_marked(traces), rule=ref)
        if open_reason is not None and not is_said:
            trace = derive(_END, "bound-at-latest", replace(trace, name="term.limit"), rule=ref)
            notes = (*notes, open_reason)
        return _Ending(answer=known(trace, *notes), limits=limits)
    if open_reason is not None:
        answer: Answer[Bound] = not_known(_END, open_reason.code, rule=ref, **open_reason.params)
    elif any(limit.rule and limit.rule.permanent for limit in limits):
        answer = known(given(_END, OPEN_BOUND, rule=ref), *notes)
    else:
        answer = not_known(_END, "term.reason.nothing-said", rule=ref)
    return _Ending(answer=answer, limits=limits)


def _is_before_ever(traces: Sequence[Trace]) -> bool:
    """Tell whether any of the ends has a latest day; "after 2015" alone ends nothing."""
    return any(trace.value.latest != OPEN_END for trace in traces)


def _marked(traces: Sequence[Trace]) -> list[Trace]:
    """Mark the limits that do not change the result."""
    end = earliest(*(trace.value for trace in traces))
    return [replace(trace, bites=trace.value.earliest <= end.latest) for trace in traces]


def _state(
    ending: _Ending, term: Term, day: date, successor_began: Bound | None
) -> tuple[TermState, Reason | None]:
    begun = None if term.began is None else is_reached(day_of("", term.began).value, day)
    if begun is False:
        return TermState.NOT_BEGUN, None
    end = ending.answer.value
    if end is None:
        return TermState.NOT_KNOWN, ending.answer.reason
    if begun is None and term.began is not None:
        return TermState.NOT_KNOWN, Reason("term.reason.began-rough")
    match is_reached(end, day):
        case False:
            return TermState.RUNNING, None
        case None:
            return TermState.NOT_KNOWN, Reason("term.reason.end-rough", {"day": last_day(end)})
        case True:
            return _after_the_end(ending, day, successor_began)


def _after_the_end(
    ending: _Ending, day: date, successor_began: Bound | None
) -> tuple[TermState, Reason | None]:
    stated = [limit.trace for limit in ending.limits if limit.cause != "length"]
    if any(trace is not None and is_reached(trace.value, day) for trace in stated):
        return TermState.ENDED, None
    if successor_began is not None and is_reached(successor_began, day):
        return TermState.ENDED, None
    rules = [limit.rule for limit in ending.limits if limit.rule is not None]
    match rules[0].holding_over:
        case True:
            return TermState.HOLDING_OVER, None
        case False:
            return TermState.ENDED, None
        case None:
            return TermState.RUN_OUT, Reason("term.reason.successor-not-known")


def _process(ending: _Ending) -> Answer[Bound] | None:
    for limit in ending.limits:
        if limit.trace is not None and limit.rule is not None and limit.rule.process_starts:
            ref = limit.trace.rule
            ahead = given("term.process-ahead", limit.rule.process_starts, rule=ref)
            return known(derive("term.process", "bound-before", limit.trace, ahead, rule=ref))
    return None
