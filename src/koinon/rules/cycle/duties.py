"""A statute's rules on recurring duties, prepared once for all members."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.charter.forms import Version
from koinon.rules.charter.text import Text, possible_texts, texts_of
from koinon.rules.condition import Group, Party, applies
from koinon.rules.cycle.due import NothingOwed
from koinon.rules.cycle.forms import After, CycleForm
from koinon.rules.in_force import why_none_is_certain
from koinon.rules.period import Truth
from koinon.rules.rule import AppliedRule
from koinon.rules.trace import Trace, given

NAMED_ANCHORS = frozenset(
    {"accession", "adoption", "renewal", "resolution", "signature", "submission"}
)
"""Events that have words of their own where a deadline is explained."""


class Duty(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a rule with what all its dues share."""

    item: AppliedRule[CycleForm]
    texts: tuple[Text, ...]
    done_by: str
    anchor_name: str
    within: Trace | None
    every: Trace | None
    shared: dict[str, Any]

    @property
    def rule(self) -> CycleForm:
        return self.item.rule

    def binds(self, signed_on: Bound | None, text: str) -> Truth:
        """Tell whether the text that was accepted carries this duty."""
        wanted = self.rule.charter
        if not wanted:
            return True
        if text:
            return text in wanted
        codes = possible_texts(self.texts, signed_on) if signed_on and self.texts else ()
        if not codes:
            return None if signed_on is None or not self.texts else False
        carried = [code in wanted for code in codes]
        return all(carried) or (None if any(carried) else False)

    def why_not_certain(self, on: Bound) -> Reason | None:
        """Say why the rule is not surely in force on a day, None where it is."""
        if self.item.holds_on(on.latest) is True and self.item.holds_on(on.earliest) is True:
            return None
        uncertain = on.latest if self.item.holds_on(on.latest) is not True else on.earliest
        return why_none_is_certain([self.item], uncertain)

    def is_over(self, on: Bound) -> bool:
        """Tell whether the rule is surely not in force on a day."""
        return self.item.holds_on(on.latest) is False and self.item.holds_on(on.earliest) is False


class Duties(msgspec.Struct, frozen=True, kw_only=True):
    """All duties of a statute, the events that end a hold, and the groups of places."""

    duties: tuple[Duty, ...]
    none: tuple[AppliedRule[CycleForm], ...]
    groups: dict[str, Group]


def prepare(
    rules: Sequence[AppliedRule[CycleForm]],
    charters: Sequence[AppliedRule[Version]] = (),
    groups: Mapping[str, Group] | None = None,
) -> Duties:
    """Prepare a statute's rules on recurring duties, with the texts that carry them.

    A rule under which nothing is owed and nobody is invited makes no due.
    """
    ordered = sorted(rules, key=lambda item: (item.rule.code, item.validity.start.latest))
    owed = [item for item in ordered if item.rule.owed_to or item.rule.invited]
    returns_with = frozenset(_done_by(item.rule) for item in owed)
    return Duties(
        duties=tuple(_duty(item, charters, returns_with) for item in owed),
        none=tuple(item for item in ordered if not item.rule.owed_to),
        groups=dict(groups or {}),
    )


def _done_by(rule: CycleForm) -> str:
    return (rule.done_by if isinstance(rule, After) else "") or rule.code


def _duty(
    item: AppliedRule[CycleForm],
    charters: Sequence[AppliedRule[Version]],
    returns_with: frozenset[str],
) -> Duty:
    rule, ref = item.rule, item.ref
    strand = next((it.rule.strand for it in charters if it.rule.code in rule.charter), rule.strand)
    within = rule.within if isinstance(rule, After) else None
    every = rule.every if isinstance(rule, After) else None
    anchor = rule.after if isinstance(rule, After) else ""
    return Duty(
        item=item,
        texts=texts_of(charters, strand),
        done_by=_done_by(rule),
        anchor_name=f"cycle.anchor.{anchor}" if anchor in NAMED_ANCHORS else "cycle.anchor",
        within=None if within is None else given("cycle.within", within, rule=ref),
        every=None if every is None else given("cycle.every", every, rule=ref),
        shared={
            "what": rule.what,
            "ref": ref,
            "done_by": _done_by(rule),
            "owed_to": rule.owed_to,
            "to_body": rule.to_body,
            "invited": rule.invited,
            "if_missed": rule.if_missed,
            "returns_with": returns_with,
        },
    )


def nothing_owed(
    duties: Duties, day: date, *, party: Party | None = None, strand: str = ""
) -> tuple[NothingOwed, ...]:
    """List the rules surely in force on a day by which nothing is owed.

    ``disputed_by`` are the rules in force that say otherwise.
    """
    asking = party or Party()
    return tuple(
        NothingOwed(item.rule.what, item.ref, _disputing(duties, item, day))
        for item in duties.none
        if item.holds_on(day) is True
        and is_meant(item.rule, strand)
        and applies(item.rule.who, asking, duties.groups) is not False
    )


def is_meant(rule: CycleForm, strand: str) -> bool:
    """Tell whether a rule is about a strand; without one, every rule is meant."""
    return not strand or rule.strand in ("", strand)


def _disputing(duties: Duties, item: AppliedRule[CycleForm], day: date) -> tuple[str, ...]:
    codes = [
        duty.rule.code
        for duty in duties.duties
        if duty.item.holds_on(day) is True
        and (duty.rule.disputes == item.rule.code or item.rule.disputes == duty.rule.code)
    ]
    return tuple(dict.fromkeys(codes))
