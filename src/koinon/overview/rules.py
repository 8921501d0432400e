"""The rules of a network that are, or may be, in force on a day, for its page."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from koinon.rules.period import Truth
from koinon.rules.rule import AppliedRule, Text
from koinon.rules.trace import RuleRef
from koinon.statutes.applied import applied
from koinon.statutes.document import Statute


class RuleShown(msgspec.Struct, frozen=True, kw_only=True):
    """A rule with where it stands; ``holds`` None: nobody knows whether it is in force."""

    rule: Any
    ref: RuleRef
    holds: Truth
    names: Text


def in_force(statute: Statute, kind: str, day: date) -> tuple[RuleShown, ...]:
    """List the rules of a kind that are in force on a day, those that surely are first."""
    found = [_shown(statute, item, day) for item in applied(statute, kind)]
    kept = [item for item in found if item.holds is not False]
    return tuple(sorted(kept, key=lambda item: (item.holds is None, item.ref.code)))


def so_far(statute: Statute, kind: str, day: date) -> tuple[RuleShown, ...]:
    """List the rules of a kind that have, or may have, begun by a day, ended ones as well."""
    return tuple(
        _shown(statute, item, day)
        for item in applied(statute, kind)
        if item.validity.start.earliest <= day
    )


def of_form(rules: Iterable[RuleShown], *forms: str) -> tuple[RuleShown, ...]:
    """Keep the rules of some forms."""
    return tuple(item for item in rules if item.ref.form in forms)


def _shown(statute: Statute, item: AppliedRule[Any], day: date) -> RuleShown:
    return RuleShown(
        rule=item.rule, ref=item.ref, holds=item.holds_on(day), names=_names(statute, item.rule)
    )


def _names(statute: Statute, rule: Any) -> Text:
    """Name what a rule is about: its grade, its strand, or what it says itself."""
    own: Text = getattr(rule, "names", {}) or getattr(rule, "what", {})
    if own:
        return own
    for nouns, code in ((statute.grades, _grade(rule)), (statute.strands, _strand(rule))):
        noun = nouns.get(code)
        if noun is not None:
            return noun.names
    return {}


def _grade(rule: Any) -> str:
    who = getattr(rule, "who", ())
    for way in who if isinstance(who, tuple) else (who,):
        if len(way.grade) == 1:
            return str(way.grade[0])
    return str(getattr(rule, "grade", ""))


def _strand(rule: Any) -> str:
    who = getattr(rule, "who", ())
    for way in who if isinstance(who, tuple) else (who,):
        if way.strand:
            return str(way.strand)
    return str(getattr(rule, "strand", ""))
