"""Which composition a body or delegation must have, and whether it can have it."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from koinon.rules.answer import Answer, Reason, known
from koinon.rules.condition import Group, Party
from koinon.rules.in_force import Standing, in_force, why_none_is_certain
from koinon.rules.quota.answer import Composition, QuotaAnswer, QuotaPart
from koinon.rules.quota.classes import classes_part
from koinon.rules.quota.forms import Criteria, Each, QuotaForm, Share
from koinon.rules.quota.gender import NAME, pair_part, share_part
from koinon.rules.rule import AppliedRule
from koinon.rules.trace import RuleRef, derive, unknown


def quota(
    rules: Sequence[AppliedRule[QuotaForm]],
    seats: int,
    *,
    day: date,
    body: str = "",
    within: str = "",
    women: int | None = None,
    men: int | None = None,
    holders: Iterable[Party] | None = None,
    groups: dict[str, Group] | None = None,
) -> QuotaAnswer:
    """Tell what the rules ask of seats, whether they can be met, and whether they are.

    ``body`` and ``within`` choose among the rules. Where a share does not declare its rounding,
    the answer follows the strict reading, in which the people divided by the seats reach the
    share; the other readings stand beside it. Raises ImpossibleComposition.
    """
    composition = Composition(
        seats=seats,
        women=women,
        men=men,
        holders=None if holders is None else tuple(holders),
    )
    about = [item for item in rules if body in ("", item.rule.body)]
    about = [item for item in about if within in ("", item.rule.within)]
    standing, against = in_force(about, day)
    parts = _parts(standing, composition, groups)
    if not parts:
        return QuotaAnswer(answer=_unknown(why_none_is_certain(about, day)))
    return QuotaAnswer(
        answer=_together(parts),
        least=max((part.least for part in parts if part.least is not None), default=None),
        fulfilled=_fulfilled(parts),
        parts=parts,
        alternatives=_parts(against, composition, groups),
    )


def _unknown(reason: Reason, rule: RuleRef | None = None) -> Answer[bool]:
    trace = unknown(NAME, reason.code, rule=rule, **reason.params)
    return Answer(value=None, trace=trace, reason=reason)


def _parts(
    rules: Iterable[Standing[QuotaForm]],
    composition: Composition,
    groups: dict[str, Group] | None,
) -> tuple[QuotaPart, ...]:
    return tuple(part for item in rules for part in _parts_of(item, composition, groups))


def _parts_of(
    standing: Standing[QuotaForm], composition: Composition, groups: dict[str, Group] | None
) -> Iterable[QuotaPart]:
    (item, doubt), rule = standing, standing.item.rule
    if doubt:
        yield QuotaPart(rule=item.ref, answer=_unknown(doubt, item.ref), within=rule.within)
        return
    match rule:
        case Share():
            yield share_part(rule, item.ref, composition)
        case Each():
            if rule.genders:
                yield _corrected(rule, pair_part(rule, item.ref, composition))
            if rule.of:
                yield _corrected(rule, classes_part(rule, item.ref, composition, groups))
        case Criteria():
            names = tuple(criterion.names for criterion in rule.criteria)
            answer = _unknown(Reason("quota.reason.weighed", {"criteria": names}), item.ref)
            yield QuotaPart(
                rule=item.ref, answer=answer, within=rule.within, criteria=rule.criteria
            )


def _corrected(rule: Each, part: QuotaPart) -> QuotaPart:
    if rule.if_missed is None or part.fulfilled is None or part.fulfilled.value is not False:
        return part
    notes = (*part.fulfilled.notes, Reason("quota.note.corrective"))
    return replace(part, corrective=rule.if_missed, fulfilled=replace(part.fulfilled, notes=notes))


def _together(parts: Sequence[QuotaPart]) -> Answer[bool]:
    computed = [part.answer for part in parts if not part.criteria] or [parts[0].answer]
    return _all_of(NAME, computed)


def _fulfilled(parts: Sequence[QuotaPart]) -> Answer[bool] | None:
    answers = [part.fulfilled for part in parts if part.fulfilled is not None]
    return _all_of("quota.fulfilled", answers) if answers else None


def _all_of(name: str, answers: Sequence[Answer[bool]]) -> Answer[bool]:
    if len(answers) == 1:
        return answers[0]
    traces = [answer.trace for answer in answers]
    trace = derive(name, "all-of", *traces, rule=traces[0].rule)
    if trace.value is None:
        reason = next(answer.reason for answer in answers if answer.reason is not None)
        return Answer(value=None, trace=trace, reason=reason)
    decisive = [answer for answer in answers if answer.value is trace.value]
    return known(trace, *(note for answer in decisive for note in answer.notes))
