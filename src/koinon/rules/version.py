"""Which version of a rule is in force on a day."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import cast

from koinon.rules.bound import OPEN_BOUND, Bound
from koinon.rules.period import Period
from koinon.rules.rule import AppliedRule, Rule


def _start(rule: Rule) -> tuple[date, date]:
    return rule.valid_from.latest, rule.valid_from.earliest


def validities[R: Rule](rules: Iterable[R]) -> tuple[tuple[R, Period], ...]:
    """Give every version its period: until its own end, else until its successor begins."""
    ordered = sorted(rules, key=lambda rule: (rule.code, *_start(rule)))
    found: list[tuple[R, Period]] = []
    for _, group in groupby(ordered, key=lambda rule: rule.code):
        versions = list(group)
        followers: list[Rule | None] = [*versions[1:], None]
        for version, follower in zip(versions, followers, strict=True):
            found.append((version, Period(version.valid_from, _end(version, follower))))
    return tuple(found)


def _end(version: Rule, follower: Rule | None) -> Bound:
    if version.valid_until is not None:
        return version.valid_until
    return OPEN_BOUND if follower is None else follower.valid_from


def certain_on[R: Rule](rules: Sequence[AppliedRule[R]], day: date) -> tuple[AppliedRule[R], ...]:
    """List the versions that are surely in force on a day."""
    return tuple(item for item in rules if item.holds_on(day) is True)


def possible_on[R: Rule](rules: Sequence[AppliedRule[R]], day: date) -> tuple[AppliedRule[R], ...]:
    """List the versions of which nobody knows whether they are in force on a day."""
    return tuple(item for item in rules if item.holds_on(day) is None)


def of_form[R: Rule](
    rules: Iterable[AppliedRule[Rule]], *forms: type[R]
) -> tuple[AppliedRule[R], ...]:
    """List the versions of certain forms."""
    return tuple(cast("AppliedRule[R]", item) for item in rules if isinstance(item.rule, forms))
