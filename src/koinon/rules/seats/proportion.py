"""Seats in equal shares, and seats in proportion; whoever ties is named, nobody is preferred."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import Any

from koinon.rules.answer import Answer, Reason, known, not_known
from koinon.rules.seats.apportionment import Apportionment, apportion
from koinon.rules.seats.brackets import SEATS
from koinon.rules.seats.composition import Tie
from koinon.rules.seats.forms import EqualShares, Method, Proportional
from koinon.rules.seats.limits import CannotApportion
from koinon.rules.trace import RuleRef, Trace, derive, given, operator

NAME = "seats.share"


@operator("equal-share")
def equal_share(values: tuple[Any, ...], params: Mapping[str, Any]) -> int | None:
    """Part a number of seats between ``among``; None where it does not come out even."""
    (seats,) = values
    each, rest = divmod(seats, len(params["among"]))
    return None if rest else each


@operator("proportional-share")
def proportional_share(values: tuple[Any, ...], params: Mapping[str, Any]) -> int | None:
    """Share ``seats`` out in proportion to the inputs, which belong to ``among`` in order.

    The seats of ``whose``; None where it ties for one.
    """
    result = _apportion(values, params)
    name = params["whose"]
    return None if any(name in tie for tie in result.ties) else result.seats[name]


def _apportion(values: Sequence[Any], params: Mapping[str, Any]) -> Apportionment:
    return apportion(
        dict(zip(params["among"], _whole(values), strict=True)),
        params["seats"],
        method=Method(params["method"]),
        at_least=params["at_least"],
        at_most=params["at_most"],
    )


def _whole(values: Sequence[Any]) -> list[int]:
    """Make whole numbers of fees, in the same proportion."""
    fractions = [Fraction(value) for value in values]
    factor = lcm(*(fraction.denominator for fraction in fractions))
    return [int(fraction * factor) for fraction in fractions]


type Shared = tuple[dict[str, Answer[int]], tuple[Tie, ...]]
"""The seats of each, and who ties for the rest."""


def equal_shares(rule: EqualShares, ref: RuleRef) -> Shared:
    """Part seats in equal shares; an indivisible rest is a tie between all."""
    seats = given("seats.shared", rule.seats, SEATS, rule=ref)
    trace = derive(NAME, "equal-share", seats, unit=SEATS, rule=ref, among=rule.among)
    each, rest = divmod(rule.seats, len(rule.among))
    if not rest:
        return dict.fromkeys(rule.among, known(trace)), ()
    answer = _tied(trace, each, Tie(rule.among, rest))
    return dict.fromkeys(rule.among, answer), (Tie(rule.among, rest),)


def proportional_shares(rule: Proportional, ref: RuleRef, figures: Mapping[str, Trace]) -> Shared:
    """Share seats out in proportion to a figure of each.

    The codes of the reasons: ``seats.reason.no-method``, ``seats.reason.needs-figures`` (whose),
    ``seats.reason.cannot-share-out``, ``seats.reason.tie``.
    """
    reason = _why_not(rule, figures)
    if reason is not None:
        unknown: Answer[int] = not_known(NAME, reason.code, rule=ref, **reason.params)
        return dict.fromkeys(rule.among, unknown), ()
    inputs = [figures[name] for name in rule.among]
    params: dict[str, Any] = {
        "among": rule.among,
        "seats": rule.seats,
        "method": str(rule.method),
        "at_least": rule.at_least,
        "at_most": rule.at_most,
    }
    try:
        result = _apportion([item.value for item in inputs], params)
    except CannotApportion:
        unknown = not_known(NAME, "seats.reason.cannot-share-out", *inputs, rule=ref)
        return dict.fromkeys(rule.among, unknown), ()
    ties = tuple(Tie(names, result.unassigned) for names in result.ties)
    found = {}
    for name in rule.among:
        trace = derive(
            NAME, "proportional-share", *inputs, unit=SEATS, rule=ref, whose=name, **params
        )
        tie = next((tie for tie in ties if name in tie.names), None)
        found[name] = known(trace) if tie is None else _tied(trace, result.seats[name], tie)
    return found, ties


def _why_not(rule: Proportional, figures: Mapping[str, Trace]) -> Reason | None:
    if rule.method is None:
        return Reason("seats.reason.no-method")
    missing = tuple(name for name in rule.among if _value(figures.get(name)) is None)
    return Reason("seats.reason.needs-figures", {"names": missing}) if missing else None


def _value(figure: Trace | None) -> Any:
    return None if figure is None else figure.value


def _tied(trace: Trace, certain: int, tie: Tie) -> Answer[int]:
    params = {"certain": certain, "names": tie.names, "n": tie.seats}
    return Answer(value=None, trace=trace, reason=Reason("seats.reason.tie", params))
