"""Who may sit for a member."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from koinon.rules.answer import Answer, Reason, known
from koinon.rules.condition import Group, Party
from koinon.rules.eligibility.checks import Judgement, judge, named
from koinon.rules.in_force import Standing, in_force, why_none_is_certain
from koinon.rules.representation.answer import RepresentationAnswer
from koinon.rules.representation.forms import Mandate, RepresentationForm
from koinon.rules.representation.person import (
    Attributes,
    any_trace,
    attribute_trace,
    called,
    completed,
)
from koinon.rules.rule import AppliedRule
from koinon.rules.trace import Trace, derive, unknown
from koinon.rules.version import of_form

NAME = "representation.may-represent"


class Judged(NamedTuple):
    """One rule judged on a person and the one who sends; a doubt is why it may not hold."""

    rule: Mandate
    trace: Trace
    sender: Judgement | None = None
    doubt: Reason | None = None


def may_represent(
    rules: Sequence[AppliedRule[RepresentationForm]],
    of: str,
    attributes: Attributes,
    day: date,
    party: Party,
    *,
    groups: dict[str, Group] | None = None,
) -> RepresentationAnswer:
    """Tell whether a person may represent a party in a body, on a post or for a grade (``of``).

    All rules about it must hold. A rule that asks nothing of the person asks its conditions of
    the one who sends. Without a rule nobody knows. Raises ContradictoryPerson.
    """
    person = completed(attributes)
    about = [item for item in of_form(rules, Mandate) if of in item.rule.of]
    standing, against = in_force(about, day)
    judged = _judge_all(standing, person, party, groups)
    if not judged:
        reason = why_none_is_certain(about, day)
        if standing:
            reason = Reason("representation.reason.not-for-sender")
        trace = unknown(NAME, reason.code, **reason.params)
        return RepresentationAnswer(answer=Answer(value=None, trace=trace, reason=reason))
    others = _judge_all(against, person, party, groups)
    return replace(
        _summed_up(judged, person),
        alternatives=tuple(_summed_up([item], person) for item in others),
    )


def _judge_all(
    standing: Iterable[Standing[Mandate]],
    person: Attributes,
    party: Party,
    groups: dict[str, Group] | None,
) -> list[Judged]:
    judged = (_judged(item, person, party, groups) for item in standing)
    return [item for item in judged if item is not None]


def _judged(
    standing: Standing[Mandate],
    person: Attributes,
    party: Party,
    groups: dict[str, Group] | None,
) -> Judged | None:
    (item, doubt), rule = standing, standing.item.rule
    if doubt:
        trace = unknown(NAME, doubt.code, rule=item.ref, **doubt.params)
        return Judged(rule, trace, doubt=doubt)
    sender = judge(rule.who, party, groups, rule=item.ref)
    asked = _asked(rule, person)
    if not asked:
        return Judged(rule, sender.trace, sender)
    if sender.truth is False:
        return None
    mandate = derive("representation.mandate", "all-of", *asked, rule=item.ref)
    if sender.truth is None:
        exempt = derive("representation.not-for-sender", "not", sender.trace)
        mandate = derive("representation.if-for-sender", "any-of", exempt, mandate, rule=item.ref)
    return Judged(rule, mandate, sender)


def _asked(rule: Mandate, person: Attributes) -> list[Trace]:
    asked = [attribute_trace(item, person) for item in rule.all_of]
    if rule.any_of:
        asked.append(any_trace("representation.one-of", rule.any_of, person))
    if rule.never:
        held = any_trace("representation.excluded", rule.never, person)
        asked.append(derive("representation.none-of", "not", held))
    return asked


def _summed_up(judged: Sequence[Judged], person: Attributes) -> RepresentationAnswer:
    trace = derive(NAME, "all-of", *(item.trace for item in judged), rule=judged[0].trace.rule)
    firm = [item.rule for item in judged if item.doubt is None]
    senders = [item.sender for item in judged if item.sender is not None]
    held = {item for item, truth in person.items() if truth}
    wanted = [item for rule in firm for item in rule.all_of]
    choices = [rule.any_of for rule in firm if rule.any_of and not held & set(rule.any_of)]
    excluded = [item for rule in firm for item in rule.never]
    open_choices = [item for choice in choices for item in choice]
    asked = dict.fromkeys((*wanted, *open_choices, *excluded))
    answer = RepresentationAnswer(
        answer=known(trace),
        missing=tuple(item for item in wanted if person.get(item) is False),
        one_of=tuple(choice for choice in choices if set(choice) <= set(person)),
        forbidden=tuple(item for item in excluded if item in held),
        not_said=tuple(item for item in asked if item not in person),
        checks=tuple(check for sender in senders for check in sender.checks),
    )
    doubts = [item.doubt for item in judged if item.doubt is not None]
    return replace(answer, answer=_worded(answer, senders, doubts))


def _worded(
    found: RepresentationAnswer, senders: Sequence[Judgement], doubts: Sequence[Reason]
) -> Answer[bool]:
    trace = found.answer.trace
    if trace.value is None:
        return Answer(value=None, trace=trace, reason=_why_unknown(found, senders, doubts))
    said = [
        ("missing", found.missing),
        *(("one-of", choice) for choice in found.one_of),
        ("forbidden", found.forbidden),
    ]
    notes = [Reason(f"representation.note.{code}", called(what)) for code, what in said if what]
    failed = [check for check in found.checks if check.truth is False]
    if trace.value is False and failed:
        notes.append(Reason("representation.note.sender", named(failed)))
    return known(trace, *notes)


def _why_unknown(
    found: RepresentationAnswer, senders: Sequence[Judgement], doubts: Sequence[Reason]
) -> Reason:
    if found.not_said:
        return Reason("representation.reason.say-more", called(found.not_said))
    checks = [check for sender in senders for check in sender.open_checks]
    if any(check.said for check in checks):
        return Reason("eligibility.reason.undecided", named(checks))
    return Reason("eligibility.reason.say-more", named(checks)) if checks else doubts[0]
