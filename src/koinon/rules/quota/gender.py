"""The least number of each gender, whether the seats allow it, and whether it is reached."""

from typing import Any, Literal, NamedTuple

from msgspec.structs import replace

import koinon.rules.judgement  # noqa: F401 - its operators make the traces
from koinon.rules.answer import Answer, Reason, known
from koinon.rules.quota.answer import Composition, QuotaPart, Reading
from koinon.rules.quota.forms import Each, Share
from koinon.rules.trace import RuleRef, Trace, derive, given, unknown

type Rounding = Literal["strict", "up", "nearest", "down"]

NAME = "quota.feasible"
ROUNDINGS: dict[Rounding, str] = {
    "strict": "round-up",
    "up": "round-up",
    "nearest": "round-nearest",
    "down": "round-down",
}
"""How each reading makes a whole number. "strict" takes the share as it is written: the people
divided by the seats reach it, which asks for the same number as rounding up."""


class Least(NamedTuple):
    """A least number, whether the seats allow it, and whether those who sit reach it."""

    number: Trace
    feasible: Trace
    fulfilled: Trace | None


def share_part(rule: Share, ref: RuleRef, composition: Composition) -> QuotaPart:
    """Tell what a least share of each gender, or of women, asks for."""
    declared = rule.rounding
    codes: tuple[Rounding, ...] = tuple(ROUNDINGS) if declared == "undeclared" else (declared,)
    share = given("quota.share", rule.at_least, rule=ref)
    exact = derive("quota.exact", "multiply", seats_trace(composition), share, unit="seats")
    found = []
    for code in codes:
        number = derive(f"quota.least.{code}", ROUNDINGS[code], exact, unit="seats", rule=ref)
        found.append(_least(number, rule.of, composition))
    part = _part(found[0], rule.of, ref, composition)
    part = replace(part, within=rule.within, condition_of_admission=rule.condition_of_admission)
    if rule.condition_of_admission and part.fulfilled and part.fulfilled.value is False:
        part = replace(part, fulfilled=_noted(part.fulfilled, Reason("quota.note.not-admitted")))
    return part if len(found) == 1 else _with_readings(part, codes, found)


def pair_part(rule: Each, ref: RuleRef, composition: Composition) -> QuotaPart:
    """Tell what at least a number of each gender asks for."""
    number = given("quota.least", rule.at_least, "seats", rule=ref)
    part = _part(_least(number, "each-gender", composition), "each-gender", ref, composition)
    return replace(part, within=rule.within)


def seats_trace(composition: Composition) -> Trace:
    """Trace the number of seats."""
    return given("quota.seats", composition.seats, "seats")


def _least(number: Trace, of: str, composition: Composition) -> Least:
    needed = number
    if of == "each-gender":
        genders = given("quota.genders", 2)
        needed = derive("quota.together", "multiply", number, genders, unit="seats")
    feasible = derive(NAME, "not-above", needed, seats_trace(composition), rule=number.rule)
    return Least(number, feasible, _fulfilled(number, of, composition))


def _fulfilled(number: Trace, of: str, composition: Composition) -> Trace | None:
    if composition.women is None and composition.men is None:
        return None
    sides = {"women": composition.women, "men": composition.men}
    if of == "women":
        del sides["men"]
    nodes = []
    for side, people in sides.items():
        held = _people(side, people)
        nodes.append(derive(f"quota.reached.{side}", "not-above", number, held))
        if people is None:
            others = _people("others", (composition.women or 0) + (composition.men or 0))
            left = derive("quota.left", "difference", seats_trace(composition), others)
            nodes.append(derive(f"quota.possible.{side}", "not-above", number, left))
    return derive("quota.fulfilled", "all-of", *nodes, rule=number.rule)


def _people(side: str, people: int | None) -> Trace:
    name = f"quota.held.{side}"
    return unknown(name, "quota.reason.not-said") if people is None else given(name, people)


def _part(least: Least, of: str, ref: RuleRef, composition: Composition) -> QuotaPart:
    number, seats = least.number.value, composition.seats
    params = {"least": number, "seats": seats}
    notes = []
    if not least.feasible.value:
        notes.append(Reason(f"quota.note.infeasible.{of}", params))
    elif of == "each-gender" and number and 2 * number == seats:
        notes.append(Reason("quota.note.parity", params))
    reached = None
    if least.fulfilled is not None:
        reached = _reached(least.fulfilled, of, params, composition)
    return QuotaPart(
        rule=ref,
        answer=known(least.feasible, *notes),
        within="",
        of=of,
        least=number,
        fulfilled=reached,
    )


def _reached(
    trace: Trace, of: str, params: dict[str, Any], composition: Composition
) -> Answer[bool]:
    if trace.value is None:
        reason = Reason("quota.reason.people-not-said")
        return Answer(value=None, trace=trace, reason=reason)
    if trace.value:
        return known(trace)
    notes = [Reason(f"quota.note.missed.{of}", params)]
    free = composition.seats - (composition.women or 0) - (composition.men or 0)
    if free:
        notes.append(Reason("quota.note.seats-free", {"n": free}))
    return known(trace, *notes)


def _noted(answer: Answer[bool], *notes: Reason) -> Answer[bool]:
    return replace(answer, notes=(*answer.notes, *notes))


def _with_readings(part: QuotaPart, codes: tuple[Rounding, ...], found: list[Least]) -> QuotaPart:
    readings = tuple(
        Reading(
            rounding=code,
            least=item.number.value,
            feasible=item.feasible.value,
            fulfilled=item.fulfilled.value if item.fulfilled else None,
        )
        for code, item in zip(codes, found, strict=True)
    )
    notes = [
        Reason(
            "quota.note.other-reading",
            {
                "rounding": Reason(f"quota.rounding.{item.rounding}"),
                "least": item.least,
                "feasible": item.feasible,
            },
        )
        for item in readings
        if (item.least, item.feasible) != (readings[0].least, readings[0].feasible)
    ]
    if notes:
        notes.insert(0, Reason("quota.note.rounding-undeclared"))
    answer = _noted(part.answer, *notes)
    trace = derive(NAME, "first", *(item.feasible for item in found), rule=part.rule)
    return replace(part, answer=replace(answer, trace=trace), readings=readings)
