"""The texts of a network on a day: each version so far, its targets and its duties."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from koinon.overview.rules import RuleShown, in_force, so_far
from koinon.rules.period import Truth
from koinon.statutes.document import Statute


class CharterText(msgspec.Struct, frozen=True, kw_only=True):
    """A version of a text with what it demands.

    ``is_open``: whether it holds on the day; None where nobody knows. ``binds_its_own``:
    whether who accepts it stays bound to it, also when a newer one holds. ``told_before`` are
    the codes of duties that stand with a text above it already.
    """

    item: RuleShown
    is_open: Truth
    binds_its_own: bool
    targets: tuple[RuleShown, ...]
    duties: tuple[RuleShown, ...]
    told_before: frozenset[str] = frozenset()


def charter_texts(statute: Statute, day: date) -> tuple[CharterText, ...]:
    """List the texts adopted up to a day: those that are open first, the newest first."""
    versions = so_far(statute, "charter", day)
    targets, duties = so_far(statute, "target", day), in_force(statute, "cycle", day)
    texts = [
        CharterText(
            item=item,
            is_open=item.holds,
            binds_its_own=_binds_its_own(item, versions),
            targets=_of(item, targets),
            duties=_of(item, duties),
        )
        for item in versions
    ]
    newest_first = sorted(texts, key=lambda it: it.item.rule.valid_from.latest, reverse=True)
    ordered = sorted(newest_first, key=lambda it: (it.is_open is False, it.is_open is None))
    return tuple(
        replace(text, told_before=frozenset(_codes(ordered[:n]))) for n, text in enumerate(ordered)
    )


def _codes(texts: Sequence[CharterText]) -> Iterator[str]:
    return (duty.rule.code for text in texts for duty in text.duties)


def other_duties(statute: Statute, day: date) -> tuple[RuleShown, ...]:
    """List the duties that belong to no text of the network."""
    codes = {item.rule.code for item in so_far(statute, "charter", day)}
    return tuple(
        item for item in in_force(statute, "cycle", day) if codes.isdisjoint(item.rule.charter)
    )


def _binds_its_own(item: RuleShown, versions: Sequence[RuleShown]) -> bool:
    """Tell whether a text goes on binding: by its own rule, or by that of one around it."""
    rule = item.rule
    return rule.renewal == "new-act" or any(
        it.rule.older_texts == "still-bind"
        for it in versions
        if rule.code in (it.rule.code, it.rule.replaces)
    )


def _of(text: RuleShown, rules: Sequence[RuleShown]) -> tuple[RuleShown, ...]:
    return tuple(item for item in rules if text.rule.code in item.rule.charter)
