"""Numbers of seats that do not fit each other: both stand, with their sources."""

from collections.abc import Iterable, Mapping

import msgspec
from msgspec.structs import replace

from koinon.overview.sourcing import rule_sources
from koinon.rules.answer import Answer, Reason
from koinon.rules.rule import Text
from koinon.rules.seats.composition import BodySeats, Declared, DelegationSeats
from koinon.rules.trace import SourceRef, Trace


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of the numbers; ``value`` None where what it contradicts is not known."""

    value: int | None
    at_most: bool
    what: Reason
    sources: tuple[SourceRef, ...]
    note: Text
    trace: Trace


class Difference(msgspec.Struct, frozen=True):
    """Numbers that differ, whose they are, and how both can be right where that is known."""

    about: Text
    sides: tuple[Side, ...]
    notes: tuple[Reason, ...] = ()


def differences(found: BodySeats, names: Mapping[str, Text]) -> tuple[Difference, ...]:
    """List what does not fit: sum and size, sources on the size, sources on a delegation."""
    rows = [
        Difference(names[row.delegation], (_main(row), *map(_other, row.alternatives)))
        for row in (*found.delegations, *found.advisory)
        if differs(row)
    ]
    return (*_of_the_whole(found), *rows)


def differs(row: DelegationSeats) -> bool:
    """Tell whether two numbers of seats stand against each other: one alone differs from none."""
    numbers = {it.value for it in (row.answer, *row.alternatives)} - {None}
    return row.differing and len(numbers) > 1


def _of_the_whole(found: BodySeats) -> Iterable[Difference]:
    declared = found.declared
    if declared is None:
        return
    if found.differing:
        sides = (_side(found.total, "body.side.sum"), _size(declared))
        yield Difference({}, sides, found.notes)
    if any(other.value != declared.answer.value for other in declared.alternatives):
        others = (_side(other, "body.side.size") for other in declared.alternatives)
        yield Difference({}, (_size(declared), *others))


def _size(declared: Declared) -> Side:
    return _side(declared.answer, "body.side.size", at_most=declared.at_most)


def _main(row: DelegationSeats) -> Side:
    side = _side(row.answer, "body.side.rule", at_most=row.at_most)
    only_others = row.reason is not None and row.reason.code == "seats.reason.only-disputing"
    return replace(side, sources=(), note={}) if only_others else side


def _other(answer: Answer[int]) -> Side:
    return _side(answer, "body.side.other")


def _side(answer: Answer[int], code: str, *, at_most: bool = False) -> Side:
    trace = answer.trace
    return Side(
        value=answer.value,
        at_most=at_most,
        what=answer.reason or Reason(code),
        sources=rule_sources(trace),
        note=trace.rule.note if trace.rule else {},
        trace=trace,
    )
