"""How a member names several representatives."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from msgspec.structs import replace

from koinon.rules.answer import Answer, Reason, known
from koinon.rules.condition import Group, Party
from koinon.rules.eligibility.checks import Judgement, judge, named
from koinon.rules.in_force import Standing, in_force, why_none_is_certain
from koinon.rules.representation.answer import DelegationAnswer
from koinon.rules.representation.forms import Delegation, RepresentationForm
from koinon.rules.representation.person import Attributes, any_trace, called, completed
from koinon.rules.rule import AppliedRule
from koinon.rules.trace import Trace, derive, given, unknown
from koinon.rules.version import of_form

NAME = "representation.well-named"


class Judged(NamedTuple):
    """One rule judged on all who are named; a doubt is why it may not hold."""

    rule: Delegation
    trace: Trace
    sender: Judgement | None = None
    doubt: Reason | None = None


def may_delegate(
    rules: Sequence[AppliedRule[RepresentationForm]],
    of: str,
    delegates: Sequence[Attributes],
    day: date,
    party: Party,
    *,
    groups: dict[str, Group] | None = None,
) -> DelegationAnswer:
    """Tell whether a party names these representatives together as it must.

    One of them must have one of the attributes that the rule lists; how the others are named
    stands in ``rest_by``. All rules must hold. Raises ContradictoryPerson.
    """
    people = [completed(attributes) for attributes in delegates]
    about = [item for item in of_form(rules, Delegation) if of in item.rule.of]
    standing, against = in_force(about, day)
    judged = [_judged(item, people, party, groups) for item in standing]
    concerned = [item for item in judged if item.sender is None or item.sender.truth is not False]
    if not concerned:
        reason = why_none_is_certain(about, day)
        if standing:
            reason = Reason("representation.reason.not-for-sender")
        trace = unknown(NAME, reason.code, **reason.params)
        return DelegationAnswer(answer=Answer(value=None, trace=trace, reason=reason))
    others = [_judged(item, people, party, groups) for item in against]
    return replace(
        _summed_up(concerned, people),
        alternatives=tuple(_summed_up([item], people) for item in others),
    )


def _judged(
    standing: Standing[Delegation],
    people: Sequence[Attributes],
    party: Party,
    groups: dict[str, Group] | None,
) -> Judged:
    (item, doubt), rule = standing, standing.item.rule
    if doubt:
        trace = unknown(NAME, doubt.code, rule=item.ref, **doubt.params)
        return Judged(rule, trace, doubt=doubt)
    sender = judge(rule.who, party, groups, rule=item.ref)
    number = given("representation.delegates", len(people))
    upper = rule.several_from - 1
    few = derive("representation.few", "within", number, lower=None, upper=upper)
    one = _one_among(rule, people)
    exempt = derive("representation.not-for-sender", "not", sender.trace)
    return Judged(rule, derive(NAME, "any-of", exempt, few, one, rule=item.ref), sender)


def _summed_up(judged: Sequence[Judged], people: Sequence[Attributes]) -> DelegationAnswer:
    trace = derive(NAME, "all-of", *(item.trace for item in judged), rule=judged[0].trace.rule)
    rules = [item.rule for item in judged if len(people) >= item.rule.several_from]
    must_include = tuple(attribute for rule in rules for attribute in rule.must_include)
    return DelegationAnswer(
        answer=_worded(trace, judged, called(must_include)),
        must_include=must_include,
        rest_by=tuple(way for rule in rules for way in rule.rest_by),
    )


def _one_among(rule: Delegation, people: Sequence[Attributes]) -> Trace:
    name = "representation.one-among-them"
    if not rule.must_include:
        return derive(name, "all-of")
    held = [any_trace("representation.is-one-of", rule.must_include, item) for item in people]
    return derive(name, "any-of", *held)


def _worded(trace: Trace, judged: Sequence[Judged], wanted: dict[str, Any]) -> Answer[bool]:
    if trace.value is True:
        return known(trace)
    if trace.value is False:
        return known(trace, Reason("representation.note.none-of-them", wanted))
    checks = [check for item in judged if item.sender for check in item.sender.open_checks]
    doubts = [item.doubt for item in judged if item.doubt is not None]
    if checks:
        code = "undecided" if any(check.said for check in checks) else "say-more"
        reason = Reason(f"eligibility.reason.{code}", named(checks))
    else:
        reason = doubts[0] if doubts else Reason("representation.reason.say-more", wanted)
    return Answer(value=None, trace=trace, reason=reason)
