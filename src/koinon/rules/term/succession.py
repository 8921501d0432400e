"""Who names a successor and for how long, whether a substitute moves up, who stood in."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

import msgspec

from koinon.rules.answer import Answer, Reason, known, not_known
from koinon.rules.bound import Bound
from koinon.rules.days import is_reached
from koinon.rules.in_force import why_none_is_certain
from koinon.rules.rule import AppliedRule
from koinon.rules.term.forms import StandIn, Succession, TermForm
from koinon.rules.trace import RuleRef, derive, given
from koinon.rules.version import certain_on

_UNTIL = "term.successor-until"


class SuccessionAnswer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the rules say of a successor on a day.

    ``named_by`` is "sender", "body" or None (not known), ``who`` the sender's code where it is
    given; ``moves_up`` whether a substitute moves up; ``until`` the end of the successor's term.
    """

    until: Answer[Bound]
    named_by: Literal["sender", "body"] | None = None
    who: str = ""
    moves_up: bool | None = None
    acts: Literal["", "in-absence"] = ""
    reason: Reason | None = None
    rule: RuleRef | None = None


def succession(
    rules: Sequence[AppliedRule[TermForm]],
    of: Sequence[str],
    day: date,
    *,
    sent_by: str = "",
    term: Answer[Bound] | None = None,
) -> SuccessionAnswer:
    """Tell who names the successor in a post, for how long, and whether a substitute moves up.

    ``of`` are the codes of the post and, after it, of its bodies; ``term`` is the end of the
    term that was not served out.
    """
    item, why = _about(rules, of, day)
    if item is None:
        return SuccessionAnswer(until=not_known(_UNTIL, why.code, **why.params), reason=why)
    rule = item.rule
    named_by = None if rule.named_by == "unknown" else rule.named_by
    return SuccessionAnswer(
        until=_until(item, term),
        named_by=named_by,
        who=sent_by if named_by == "sender" else "",
        moves_up=rule.substitute_moves_up,
        acts=rule.substitute_acts,
        reason=None if named_by else Reason("term.reason.namer-not-known"),
        rule=item.ref,
    )


def _about(
    rules: Sequence[AppliedRule[TermForm]], of: Sequence[str], day: date
) -> tuple[AppliedRule[Succession] | None, Reason]:
    for code in of:
        about: list[AppliedRule[Succession]] = [
            item  # type: ignore[misc]
            for item in rules
            if isinstance(item.rule, Succession) and code in item.rule.of
        ]
        if about:
            governing = certain_on(about, day)
            return (governing[0] if governing else None), why_none_is_certain(about, day)
    return None, Reason("no-rule")


def _until(item: AppliedRule[Succession], term: Answer[Bound] | None) -> Answer[Bound]:
    if item.rule.for_rest_of_term is None:
        return not_known(_UNTIL, "term.reason.rest-of-term-not-known", rule=item.ref)
    if not item.rule.for_rest_of_term:
        return not_known(_UNTIL, "term.reason.own-term", rule=item.ref)
    if term is None or term.value is None:
        return not_known(_UNTIL, "term.reason.term-end-not-known", rule=item.ref)
    return known(derive(_UNTIL, "same", term.trace, rule=item.ref))


class StandInAnswer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A body that acted for another, the day, and why."""

    acted_by: str
    acted_on: Answer[Bound]
    reason: dict[str, str] = {}


def stand_ins(
    rules: Sequence[AppliedRule[TermForm]], of: str, day: date
) -> tuple[StandInAnswer, ...]:
    """List the bodies that acted for a body that could not meet, up to a day."""
    return tuple(
        StandInAnswer(
            acted_by=item.rule.acted_by,
            acted_on=known(given("term.acted-on", item.rule.acted_on, rule=item.ref)),
            reason=item.rule.reason,
        )
        for item in rules
        if isinstance(item.rule, StandIn)
        and of in item.rule.of
        and is_reached(item.rule.acted_on, day)
    )
