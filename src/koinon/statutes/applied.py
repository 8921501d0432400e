"""Rules of a document as calculations take them: with their validity and their reference."""

from datetime import date
from typing import Any, NamedTuple

from koinon.rules.bound import OPEN_BOUND
from koinon.rules.period import Period, Truth
from koinon.rules.rule import AppliedRule, Rule
from koinon.rules.trace import RuleRef, SourceRef
from koinon.rules.version import validities
from koinon.statutes.document import RULE_KINDS, Statute


def applied(statute: Statute, kind: str) -> tuple[AppliedRule[Any], ...]:
    """List the rules of a kind in all their versions, each until the next one begins."""
    rules: tuple[Rule, ...] = getattr(statute, kind)
    return tuple(
        AppliedRule(rule=rule, ref=reference_of(statute, kind, rule, period), validity=period)
        for rule, period in validities(rules)
    )


def reference_of(statute: Statute, kind: str, rule: Rule, validity: Period) -> RuleRef:
    """Say where a rule stands and where it was read."""
    return RuleRef(
        network=statute.code,
        kind=kind,
        form=rule.form,
        code=rule.code,
        valid_from=str(rule.valid_from),
        valid_until="" if validity.end == OPEN_BOUND else str(validity.end),
        article=rule.article,
        confidence=str(rule.confidence),
        sources=tuple(source_ref(statute, code) for code in (rule.source, *rule.also)),
        note=rule.note,
    )


def source_ref(statute: Statute, code: str) -> SourceRef:
    """Name a source of a document as traces show it."""
    source = statute.sources[code]
    return SourceRef(
        code=code,
        title=source.title,
        type=source.type,
        dated=str(source.dated),
        url=source.url,
    )


class RuleOnDay(NamedTuple):
    """A rule that is surely (True) or perhaps (None) in force on a day."""

    kind: str
    applied: AppliedRule[Any]
    holds: Truth


def rules_on(statute: Statute, day: date) -> tuple[RuleOnDay, ...]:
    """List every rule that is or may be in force on a day, kind by kind."""
    return tuple(
        RuleOnDay(kind, item, holds)
        for kind in RULE_KINDS
        for item in applied(statute, kind)
        if (holds := item.holds_on(day)) is not False
    )
