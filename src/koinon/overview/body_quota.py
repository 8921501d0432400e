"""The composition that a body or each of its delegations must have, and whether it can."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import msgspec

from koinon.overview.body_seats import Seats
from koinon.overview.rules import RuleShown, in_force
from koinon.rules.answer import Reason
from koinon.rules.quota.answer import QuotaPart
from koinon.rules.quota.calculation import quota
from koinon.rules.quota.forms import Criteria, Each, Share
from koinon.rules.rule import AppliedRule, Text
from koinon.statutes.applied import applied
from koinon.statutes.document import Statute

MOST_TRIED = 100
"""Up to how many seats a range is tried number by number."""


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """What a number of seats makes of the rule; ``names`` are empty for the whole body."""

    names: Text
    seats: int
    part: QuotaPart


class QuotaShown(msgspec.Struct, frozen=True, kw_only=True):
    """A rule on the composition: what it asks, and for which seats it can be met.

    ``notes`` tell what is not known, or which numbers of a range cannot meet it.
    """

    item: RuleShown
    asks: tuple[Reason, ...]
    checks: tuple[Check, ...] = ()
    notes: tuple[Reason, ...] = ()


def quotas_of(
    statute: Statute, body: str, day: date, seats: Seats | None
) -> tuple[QuotaShown, ...]:
    """Lay out the rules in force on a body's composition."""
    rules = [item for item in applied(statute, "quota") if item.rule.body == body]
    found = (item for item in in_force(statute, "quota", day) if item.rule.body == body)
    return tuple(
        _shown(item, [it for it in rules if it.rule.code == item.rule.code], statute, day, seats)
        for item in found
    )


def _shown(
    item: RuleShown,
    rules: Sequence[AppliedRule[Any]],
    statute: Statute,
    day: date,
    seats: Seats | None,
) -> QuotaShown:
    rule = item.rule
    asked = tuple(asks(rule, statute))
    if isinstance(rule, Criteria) or seats is None or rule.within == "portfolio":
        return QuotaShown(item=item, asks=asked)

    def part(number: int) -> QuotaPart:
        return quota(rules, number, day=day, groups=statute.groups).parts[0]

    if rule.within == "body":
        size = _size(seats)
        if size is None:
            unknown = (Reason("body.quota.size-unknown"),)
            return QuotaShown(item=item, asks=asked, notes=unknown)
        whole = (Check(names={}, seats=size, part=part(size)),)
        return QuotaShown(item=item, asks=asked, checks=whole)
    checks = tuple(
        Check(names=row.names, seats=row.seats.value, part=part(row.seats.value))
        for row in seats.voting.rows
        if row.seats.value is not None
    )
    notes = tuple(
        note
        for group in seats.voting.unknown
        for note in _of_range(len(group.names), group.reason, part)
    )
    return QuotaShown(item=item, asks=asked, checks=checks, notes=notes)


def _size(seats: Seats) -> int | None:
    declared = seats.declared
    if declared is not None and not declared.at_most and declared.answer.value is not None:
        return declared.answer.value
    return None if seats.at_most else seats.total.value


def _of_range(delegations: int, reason: Reason, part: Any) -> Iterable[Reason]:
    """Tell which numbers of seats between two known ones could not meet the rule."""
    yield Reason("body.quota.unknown", {"n": delegations})
    least, most = reason.params.get("least"), reason.params.get("most")
    if isinstance(least, int) and isinstance(most, int) and most - least <= MOST_TRIED:
        missed = tuple(n for n in range(least, most + 1) if part(n).answer.value is False)
        if missed:
            yield Reason("body.quota.missed-by", {"least": least, "most": most, "missed": missed})


def asks(rule: Share | Each | Criteria, statute: Statute) -> Iterable[Reason]:
    """Say what a rule asks of the composition of a body."""
    match rule:
        case Share():
            yield Reason(f"body.quota.share.{rule.of}", {"share": rule.at_least})
        case Each():
            if rule.genders:
                yield Reason("body.quota.genders", {"n": rule.at_least})
            if rule.of:
                classes = tuple(item.names for item in rule.of)
                yield Reason("body.quota.classes", {"n": rule.at_least, "classes": classes})
            if rule.if_missed:
                post = statute.posts.get(rule.if_missed.post)
                names = post.names if post else {"mul": rule.if_missed.post}
                yield Reason("body.quota.corrective", {"post": names})
        case Criteria():
            criteria = tuple(item.names for item in rule.criteria)
            yield Reason("body.quota.criteria", {"criteria": criteria})
    if rule.within != "body":
        yield Reason(f"body.quota.within.{rule.within}")
    if isinstance(rule, Share) and rule.condition_of_admission:
        yield Reason("quota.note.not-admitted")
