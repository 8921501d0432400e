"""What may end a term: its length, what is said of it, and what it rests on."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal

import msgspec
from msgspec.structs import replace

from koinon.rules.answer import Answer, Reason
from koinon.rules.bound import OPEN_BOUND, Bound, Precision
from koinon.rules.choice import versions_for
from koinon.rules.condition import Group, Party, applies
from koinon.rules.days import is_reached
from koinon.rules.in_force import why_none_is_certain
from koinon.rules.rule import AppliedRule
from koinon.rules.term.forms import Length, Stretched, TermForm
from koinon.rules.trace import Trace, derive, given, operator

type Cause = Literal["said", "length", "rests-on"]
type Day = Bound | Trace
"""A day, or the trace that leads to it."""


_BY_LENGTH = "term.by-length"


class Governing(msgspec.Struct, frozen=True, kw_only=True):
    """The rules on length about one post or body, or the reason why none is sure."""

    of: str = ""
    rules: tuple[AppliedRule[Length], ...] = ()
    reason: Reason | None = None


class Limit(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that ends a term: the trace of its day, or the reason why it is not known."""

    cause: Cause
    trace: Trace | None = None
    reason: Reason | None = None
    rule: Length | None = None
    notes: tuple[Reason, ...] = ()


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """A term of office as the register knows it.

    ``of`` are the codes of the post and, after it, of its bodies: the first one that a rule
    names counts. ``began`` is the election that began the term, None where it is not known. An
    end that is said as open is no end. ``said_ahead``: it was said before that end came, so that
    a rough one may only tell the length of the term less exactly. ``rests_on`` says what it
    rests on, in words.
    """

    of: tuple[str, ...]
    began: Day | None = None
    said_end: Day | None = None
    said_ahead: bool = False
    rests_on_end: Day | Answer[Bound] | None = None
    rests_on: Reason = Reason("term.rests-on-end")
    party: Party = Party()


def day_of(name: str, day: Day) -> Trace:
    """Give the trace of a day."""
    return day if isinstance(day, Trace) else given(name, day)


def stated_limits(term: Term) -> tuple[Limit, ...]:
    """List the ends that somebody said: of the term itself, and of what it rests on."""
    found = []
    if term.said_end is not None:
        found.append(Limit(cause="said", trace=day_of("term.said-end", term.said_end)))
    rest = term.rests_on_end
    if isinstance(rest, Answer):
        rest = _named(rest.trace, term.rests_on) if rest.is_known else None
    if rest is not None:
        found.append(Limit(cause="rests-on", trace=day_of(term.rests_on.code, rest)))
    return tuple(limit for limit in found if limit.trace and limit.trace.value != OPEN_BOUND)


def without_less_exact(limits: Sequence[Limit], term: Term) -> tuple[Limit, ...]:
    """Leave out an end said ahead within which that by the length lies: it tells the same one.

    An end that an event moved away from the length leaves what is said beside it.
    """
    if not term.said_ahead:
        return tuple(limits)
    traces = [it.trace for it in limits if it.trace is not None]
    exact = [it.value for it in traces if it.name == _BY_LENGTH]
    return tuple(
        it
        for it in limits
        if it.cause != "said"
        or it.trace is None
        or not any(_tells_less(it.trace.value, end) for end in exact)
    )


def _tells_less(said: Bound, end: Bound) -> bool:
    if said.precision in (Precision.AT_LATEST, Precision.AT_EARLIEST):
        return False
    return said != end and said.earliest <= end.earliest and end.latest <= said.latest


def _named(end: Trace, rests_on: Reason) -> Trace:
    """Say of an end whose it is, so that two ends in one trace can be told apart."""
    return derive(rests_on.code, "same", end, **rests_on.params)


def lengths_for(
    rules: Sequence[AppliedRule[TermForm]],
    term: Term,
    day: date,
    groups: dict[str, Group],
) -> Governing:
    """List the rules on length that govern a term, or say why none surely does."""
    lengths: list[AppliedRule[Length]] = [
        item  # type: ignore[misc]
        for item in rules
        if isinstance(item.rule, Length) and applies(item.rule.who, term.party, groups) is not False
    ]
    for code in term.of:
        about = [item for item in lengths if code in item.rule.of]
        if about:
            began = day if term.began is None else day_of("", term.began).value.latest
            governing = versions_for(about, began, day)
            if governing:
                return Governing(of=code, rules=governing)
            why = why_none_is_certain(about, began)
            return Governing(of=code, reason=None if why.code == "no-rule-on-day" else why)
    return Governing()


def length_limit(item: AppliedRule[Length], term: Term, groups: dict[str, Group]) -> Limit:
    """Give the end of a term by its length."""
    rule, ref = item.rule, item.ref
    if applies(rule.who, term.party, groups) is None:
        return Limit(cause="length", rule=rule, reason=Reason("term.reason.party-not-known"))
    if rule.permanent:
        return Limit(cause="length", rule=rule, notes=(Reason("term.note.permanent"),))
    if rule.length is None:
        return Limit(cause="length", rule=rule, reason=Reason("term.reason.length-not-known"))
    if term.began is None:
        return Limit(cause="length", rule=rule, reason=Reason("term.reason.began-not-known"))
    length = given("term.length", rule.length, rule=ref)
    began = day_of("term.began", term.began)
    trace = derive(_BY_LENGTH, "bound-after", began, length, rule=ref)
    is_open = term.rests_on_end is None and term.said_end in (None, OPEN_BOUND)
    notes = tuple(Reason(f"term.note.ends-with-{what}") for what in rule.ends_with)
    return Limit(cause="length", rule=rule, trace=trace, notes=notes if is_open else ())


def moved(limit: Limit, rules: Sequence[AppliedRule[TermForm]], of: str, day: date) -> Limit:
    """Move an end by length where an event, known on a day, moved the terms of that day."""
    for item in rules:
        rule = item.rule
        if (
            limit.trace is None
            or not isinstance(rule, Stretched)
            or of not in rule.of
            or not is_reached(item.validity.start, day)
            or not _overlap(limit.trace.value, rule.moved_from)
        ):
            continue
        moved_to = given("term.moved-to", rule.moved_to, rule=item.ref)
        trace = derive(
            "term.by-length-moved", "term-moved", limit.trace, moved_to, moved_from=rule.moved_from
        )
        # A day that may still be the first one was not moved: a source only tells less exactly.
        code = "told" if _overlap(rule.moved_to, rule.moved_from) else "moved"
        code = f"term.note.{code}-because" if rule.reason else f"term.note.{code}"
        params = {"moved_from": rule.moved_from, "moved_to": rule.moved_to, "why": rule.reason}
        note = Reason(code, {key: value for key, value in params.items() if value})
        return replace(limit, trace=trace, notes=(*limit.notes, note))
    return limit


@operator("term-moved")
def take_moved(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the second day for the first one, where the first may be the day ``moved_from``."""
    end, moved_to = values
    return moved_to if _overlap(end, params["moved_from"]) else end


def _overlap(one: Bound, other: Bound) -> bool:
    return one.earliest <= other.latest and other.earliest <= one.latest
