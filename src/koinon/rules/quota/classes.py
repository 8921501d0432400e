"""At least a number of each class: whether the seats allow it, and whether they sit there."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from koinon.rules.answer import Answer, Reason, known
from koinon.rules.condition import Condition, Group
from koinon.rules.eligibility.checks import judge
from koinon.rules.period import Truth
from koinon.rules.quota.answer import Composition, QuotaPart
from koinon.rules.quota.forms import Class, Each
from koinon.rules.quota.gender import NAME, seats_trace
from koinon.rules.trace import RuleRef, Trace, derive, given, operator


@operator("room-for")
def room_for(values: tuple[Any, ...], params: Mapping[str, Any]) -> Truth:
    """Tell whether seats are enough: surely from the second number on, surely not below the
    first.
    """
    seats, lower, upper = values
    if seats >= upper:
        return True
    return False if seats < lower else None


@operator("enough-of")
def enough_of(values: tuple[Any, ...], params: Mapping[str, Any]) -> Truth:
    """Tell whether at ``least`` that many inputs hold."""
    sure = sum(value is True for value in values)
    perhaps = sum(value is None for value in values)
    if sure >= params["least"]:
        return True
    return None if sure + perhaps >= params["least"] else False


def classes_part(
    rule: Each, ref: RuleRef, composition: Composition, groups: dict[str, Group] | None
) -> QuotaPart:
    """Tell what at least a number of each class asks for.

    One person may belong to several classes unless these are of different kinds; with fewer
    seats than all classes need together it is then unknown whether they suffice.
    """
    at_least = given("quota.at-least", rule.at_least, rule=ref)
    apart = given("quota.classes-apart", classes_apart(rule.of))
    number = given("quota.classes", len(rule.of))
    lower = derive("quota.classes-need-surely", "multiply", apart, at_least, unit="seats")
    upper = derive("quota.classes-need-together", "multiply", number, at_least, unit="seats")
    trace = derive(NAME, "room-for", seats_trace(composition), lower, upper, rule=ref)
    return QuotaPart(
        rule=ref,
        answer=_possible(trace, composition.seats, lower.value, upper.value),
        within=rule.within,
        of="classes",
        fulfilled=_fulfilled(rule, ref, composition, groups),
    )


def _possible(trace: Trace, seats: int, lower: int, upper: int) -> Answer[bool]:
    if trace.value is None:
        params = {"seats": seats, "together": upper}
        reason = Reason("quota.reason.classes-may-overlap", params)
        return Answer(value=None, trace=trace, reason=reason)
    if trace.value:
        return known(trace)
    return known(trace, Reason("quota.note.infeasible.classes", {"seats": seats, "least": lower}))


def classes_apart(classes: Sequence[Class]) -> int:
    """Count the largest set of classes that no one can share."""
    for size in range(len(classes), 1, -1):
        for chosen in combinations(classes, size):
            if all(_disjoint(one, other) for one, other in combinations(chosen, 2)):
                return size
    return min(1, len(classes))


def _disjoint(one: Class, other: Class) -> bool:
    return all(
        bool(mine.kind) and bool(theirs.kind) and not set(mine.kind) & set(theirs.kind)
        for mine in _conditions(one)
        for theirs in _conditions(other)
    )


def _conditions(item: Class) -> tuple[Condition, ...]:
    return item.who if isinstance(item.who, tuple) else (item.who,)


def _fulfilled(
    rule: Each, ref: RuleRef, composition: Composition, groups: dict[str, Group] | None
) -> Answer[bool] | None:
    if composition.holders is None:
        return None
    nodes = [
        derive(
            "quota.class",
            "enough-of",
            *(judge(item.who, holder, groups).trace for holder in composition.holders),
            least=rule.at_least,
            words=item.names,
        )
        for item in rule.of
    ]
    trace = derive("quota.fulfilled", "all-of", *nodes, rule=ref)
    pairs = list(zip(rule.of, nodes, strict=True))
    if trace.value is None:
        open_ = tuple(item.names for item, node in pairs if node.value is None)
        reason = Reason("quota.reason.class-not-said", {"classes": open_})
        return Answer(value=None, trace=trace, reason=reason)
    missed = tuple(item.names for item, node in pairs if node.value is False)
    notes = (Reason("quota.note.missed.classes", {"classes": missed}),) if missed else ()
    return known(trace, *notes)
