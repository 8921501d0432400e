"""Who may belong, grade by grade: what can be computed is, what is asked is listed."""

from collections.abc import Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from koinon.rules.answer import Answer, Reason, known
from koinon.rules.condition import Group, Party
from koinon.rules.eligibility.checks import Check, Judgement, judge, named
from koinon.rules.eligibility.forms import Computed, Declared, EligibilityForm
from koinon.rules.in_force import Standing, in_force, why_none_is_certain
from koinon.rules.rule import AppliedRule, Named
from koinon.rules.trace import RuleRef, Trace, derive, unknown
from koinon.rules.version import certain_on, of_form

NAME = "eligibility.eligible"


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A condition that is asked, not computed: what must be, or must not be, and who judges."""

    condition: Named
    must: bool
    judged_by: str
    ref: RuleRef


class GradeAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a party may belong in one grade, as far as that can be computed.

    ``checks`` are the computed conditions one by one, ``asked`` the declared ones;
    ``alternatives`` answer by rules that contradict those of the main answer.
    """

    grade: str
    answer: Answer[bool]
    checks: tuple[Check, ...] = ()
    asked: tuple[Asked, ...] = ()
    alternatives: tuple["GradeAnswer", ...] = ()


def eligible(
    rules: Sequence[AppliedRule[EligibilityForm]],
    party: Party,
    day: date,
    grade: str | None = None,
    groups: dict[str, Group] | None = None,
) -> tuple[GradeAnswer, ...]:
    """Tell for each grade (or one) whether a party may belong on a day.

    All rules of a grade must hold, except that one which disputes another is answered beside
    it. Yes means: every computed condition is met; the declared ones are still asked. A grade
    that is only asked is unknown. Raises ImpossiblePopulation.
    """
    grades = tuple(dict.fromkeys(item.rule.grade for item in rules))
    return tuple(
        _of_grade(code, [item for item in rules if item.rule.grade == code], party, day, groups)
        for code in (grades if grade is None else (grade,))
    )


def grades_met(
    rules: Sequence[AppliedRule[EligibilityForm]],
    party: Party,
    day: date,
    groups: dict[str, Group] | None = None,
) -> frozenset[str] | None:
    """List the grades whose computed conditions a party meets; None while one is unknown."""
    computed = [item for item in rules if isinstance(item.rule, Computed)]
    answers = eligible(computed, party, day, None, groups)
    if any(item.answer.value is None for item in answers):
        return None
    return frozenset(item.grade for item in answers if item.answer.value)


def _of_grade(
    grade: str,
    rules: Sequence[AppliedRule[EligibilityForm]],
    party: Party,
    day: date,
    groups: dict[str, Group] | None,
) -> GradeAnswer:
    computed = of_form(rules, Computed)
    standing, against = in_force(computed, day)
    asked = _asked(rules, day)
    main = _computed(grade, standing, party, groups) if standing else None
    if main is None:
        nothing = why_none_is_certain(rules, day)
        if asked and not computed:
            nothing = Reason("eligibility.reason.only-asked")
        main = GradeAnswer(grade=grade, answer=_not_computed(nothing))
    elif asked and main.answer.value:
        more = Reason("eligibility.note.more-is-asked")
        main = replace(main, answer=replace(main.answer, notes=(*main.answer.notes, more)))
    others = tuple(_computed(grade, [item], party, groups) for item in against)
    return replace(main, asked=asked, alternatives=others)


def _not_computed(reason: Reason) -> Answer[bool]:
    return Answer(value=None, trace=_doubt(reason), reason=reason)


def _doubt(reason: Reason, rule: RuleRef | None = None) -> Trace:
    return unknown(NAME, reason.code, rule=rule, **reason.params)


def _computed(
    grade: str,
    rules: Sequence[Standing[Computed]],
    party: Party,
    groups: dict[str, Group] | None,
) -> GradeAnswer:
    nodes: list[Trace] = []
    judgements: list[Judgement] = []
    for item, doubt in rules:
        if doubt:
            nodes.append(_doubt(doubt, item.ref))
        else:
            judgements.append(judge(item.rule.who, party, groups, rule=item.ref))
            nodes.append(judgements[-1].trace)
    trace = derive(NAME, "all-of", *nodes, rule=nodes[0].rule)
    return GradeAnswer(
        grade=grade,
        answer=_answer(trace, judgements, [doubt for _, doubt in rules if doubt]),
        checks=tuple(check for judgement in judgements for check in judgement.checks),
    )


def _answer(
    trace: Trace, judgements: Sequence[Judgement], doubts: Sequence[Reason]
) -> Answer[bool]:
    if trace.value is True:
        return known(trace)
    if trace.value is False:
        failed = [c for judgement in judgements for c in judgement.checks if c.truth is False]
        return known(trace, Reason("eligibility.note.not-met", named(failed)))
    open_checks = [check for judgement in judgements for check in judgement.open_checks]
    undecided = [check for check in open_checks if check.said]
    if undecided:
        reason = Reason("eligibility.reason.undecided", named(undecided))
    elif open_checks:
        reason = Reason("eligibility.reason.say-more", named(open_checks))
    else:
        reason = doubts[0]
    return Answer(value=None, trace=trace, reason=reason)


def _asked(rules: Sequence[AppliedRule[EligibilityForm]], day: date) -> tuple[Asked, ...]:
    return tuple(
        Asked(condition=condition, must=must, judged_by=item.rule.judged_by, ref=item.ref)
        for item in certain_on(of_form(rules, Declared), day)
        for must, conditions in ((True, item.rule.must), (False, item.rule.must_not))
        for condition in conditions
    )
