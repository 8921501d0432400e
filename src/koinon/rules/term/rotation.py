"""Whose turn it is in a post that passes from one to the next, who follows, and when."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from koinon.rules.answer import Answer, Reason, known, not_known
from koinon.rules.bound import Bound
from koinon.rules.choice import versions_for
from koinon.rules.days import is_reached
from koinon.rules.in_force import why_none_is_certain
from koinon.rules.rule import AppliedRule
from koinon.rules.term.forms import Rotation, TermForm
from koinon.rules.trace import Trace, derive, given, operator

_NEXT = "term.rotation-next"
_ON = "term.rotation-on"


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """Someone's turn: who, and since when."""

    holder: str
    since: Bound


class RotationAnswer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Whose turn it is on a day, who is next, and from when.

    ``candidates`` are those who may be next; ``is_due`` tells whether the change should have
    come by the day asked.
    """

    following: Answer[str]
    on: Answer[Bound]
    current: Turn | None = None
    candidates: tuple[str, ...] = ()
    is_due: bool | None = None


def rotation(
    rules: Sequence[AppliedRule[TermForm]], of: str, turns: Iterable[Turn], day: date
) -> RotationAnswer:
    """Tell whose turn it is on a day, who is next, and from when, by the turns on record.

    Nobody comes twice before everybody has had a turn. Where more than one may be next and the
    source tells no order, who it is stays unknown.
    """
    about: list[AppliedRule[Rotation]] = [
        item  # type: ignore[misc]
        for item in rules
        if isinstance(item.rule, Rotation) and of in item.rule.of
    ]
    begun = sorted(
        (turn for turn in turns if is_reached(turn.since, day)), key=lambda turn: turn.since.latest
    )
    current = begun[-1] if begun else None
    governing = versions_for(about, current.since.latest if current else day, day)
    if not governing:
        why = why_none_is_certain(about, day)
        return RotationAnswer(
            following=not_known(_NEXT, why.code, **why.params),
            on=not_known(_ON, why.code, **why.params),
            current=current,
        )
    item = governing[0]
    on = _on(item, current)
    return RotationAnswer(
        following=_following(item, begun),
        on=on,
        current=current,
        candidates=_candidates(item.rule, [turn.holder for turn in begun]),
        is_due=None if on.value is None else is_reached(on.value, day),
    )


def _on(item: AppliedRule[Rotation], current: Turn | None) -> Answer[Bound]:
    if item.rule.every is None:
        return not_known(_ON, "term.reason.at-next-meeting", rule=item.ref)
    if current is None:
        return not_known(_ON, "term.reason.no-turn-known", rule=item.ref)
    since = given("term.rotation-since", current.since)
    every = given("term.rotation-every", item.rule.every, rule=item.ref)
    return known(derive(_ON, "bound-after", since, every, rule=item.ref))


def _following(item: AppliedRule[Rotation], begun: Sequence[Turn]) -> Answer[str]:
    holders = tuple(turn.holder for turn in begun)
    held: Trace = given("term.rotation-held", holders)
    if not holders:
        return not_known(_NEXT, "term.reason.no-turn-known", held, rule=item.ref)
    candidates = _candidates(item.rule, holders)
    if len(candidates) != 1:
        return not_known(
            _NEXT, "term.reason.order-not-known", held, rule=item.ref, candidates=candidates
        )
    trace = derive(
        _NEXT,
        "rotation-next",
        held,
        among=item.rule.among,
        in_order=item.rule.in_order,
        rule=item.ref,
    )
    missed = [holder for holder in holders if holder not in item.rule.among]
    notes = [Reason("term.note.holder-not-among", {"holder": missed[-1]})] if missed else []
    return known(trace, *notes)


@operator("rotation-next")
def take_next(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the only one ``among`` whose turn it can be after the holders in their order."""
    candidates = _next(params["among"], values[0], in_order=params["in_order"])
    return candidates[0] if len(candidates) == 1 else None


def _candidates(rule: Rotation, holders: Sequence[str]) -> tuple[str, ...]:
    return _next(rule.among, holders, in_order=rule.in_order)


def _next(among: Sequence[str], holders: Sequence[str], *, in_order: bool) -> tuple[str, ...]:
    """List who may follow: the one after the last, or those whose turn is longest ago."""
    if in_order and holders and holders[-1] in among:
        return (among[(among.index(holders[-1]) + 1) % len(among)],)
    waiting = list(among)
    for holder in reversed(holders):
        if holder in waiting and len(waiting) > 1:
            waiting.remove(holder)
    return tuple(waiting)
