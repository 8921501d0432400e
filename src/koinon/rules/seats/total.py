"""The sum of all seats against the size that a rule declares: where they do not fit, both stand."""

from collections.abc import Sequence
from typing import NamedTuple

from koinon.rules.answer import Answer, Reason, known, not_known
from koinon.rules.rule import AppliedRule
from koinon.rules.seats.brackets import SEATS
from koinon.rules.seats.composition import Declared
from koinon.rules.seats.forms import ExOfficio, SeatRule
from koinon.rules.trace import derive, given


def total_of(wholes: Sequence[Answer[int]]) -> Answer[int]:
    """Add what all rules give; unknown where one of them is."""
    traces = [answer.trace for answer in wholes]
    if not wholes:
        return not_known("seats.total", "seats.reason.not-divided")
    if any(answer.value is None for answer in wholes):
        return not_known("seats.total", "seats.reason.part-unknown", *traces)
    return known(derive("seats.total", "sum", *traces, unit=SEATS))


def persons_of[R: SeatRule](
    rules: Sequence[AppliedRule[R]], total: Answer[int]
) -> Answer[int] | None:
    """Tell how few people may fill the seats, where one person may hold several of them."""
    double = [
        given("seats.double", len(item.rule.one_person_may_hold) - 1, SEATS, rule=item.ref)
        for item in rules
        if isinstance(item.rule, ExOfficio) and len(item.rule.one_person_may_hold) > 1
    ]
    if not double or total.value is None:
        return None
    spared = derive("seats.double", "sum", *double, unit=SEATS)
    return known(derive("seats.persons", "difference", total.trace, spared, unit=SEATS))


class Balance(NamedTuple):
    """How sum and declared size stand to each other."""

    unassigned: Answer[int] | None = None
    differing: bool = False
    notes: tuple[Reason, ...] = ()


def balance(total: Answer[int], persons: Answer[int] | None, declared: Declared | None) -> Balance:
    """Hold the sum against the declared size."""
    size = None if declared is None else declared.answer.value
    if declared is None or size is None:
        return Balance()
    if total.reason is not None and total.reason.code == "seats.reason.not-divided":
        return Balance() if declared.at_most else _all_unassigned(declared)
    if total.value is None:
        return Balance()
    if total.value > size:
        return Balance(differing=True, notes=_explained(total.value, persons, size))
    if total.value < size and not declared.at_most:
        rest = derive(
            "seats.unassigned", "difference", declared.answer.trace, total.trace, unit=SEATS
        )
        note = Reason("seats.note.unassigned", {"n": rest.value})
        return Balance(known(rest), notes=(note,))
    return Balance()


def _all_unassigned(declared: Declared) -> Balance:
    rest = derive("seats.unassigned", "same", declared.answer.trace, unit=SEATS)
    return Balance(known(rest), notes=(Reason("seats.note.unassigned", {"n": rest.value}),))


def _explained(total: int, persons: Answer[int] | None, size: int) -> tuple[Reason, ...]:
    note = Reason("seats.note.sum-above-size", {"sum": total, "size": size})
    if persons is None or persons.value is None or persons.value > size:
        return (note,)
    params = {"sum": total, "persons": persons.value}
    return note, Reason("seats.note.one-person-two-seats", params)
