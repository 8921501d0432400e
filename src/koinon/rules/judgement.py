"""Operators whose value is a judgement: yes, no or (None) unknown."""

from collections.abc import Mapping
from typing import Any

import koinon.rules.operators  # noqa: F401 - whoever judges also reckons
from koinon.rules.condition import Party, all_of, any_of, in_any_place, negation
from koinon.rules.period import Truth
from koinon.rules.trace import operator


@operator("all-of")
def judge_all(values: tuple[Any, ...], params: Mapping[str, Any]) -> Truth:
    """Tell whether all inputs hold."""
    return all_of(*values)


@operator("any-of")
def judge_any(values: tuple[Any, ...], params: Mapping[str, Any]) -> Truth:
    """Tell whether one input holds."""
    return any_of(*values)


@operator("not")
def judge_not(values: tuple[Any, ...], params: Mapping[str, Any]) -> Truth:
    """Tell the opposite."""
    return negation(values[0])


@operator("among")
def judge_among(values: tuple[Any, ...], params: Mapping[str, Any]) -> Truth:
    """Tell whether one of the codes held is among those ``wanted``."""
    (held,) = values
    return None if held is None else not set(params["wanted"]).isdisjoint(held)


@operator("within")
def judge_within(values: tuple[Any, ...], params: Mapping[str, Any]) -> Truth:
    """Tell whether a number lies from ``lower`` to ``upper``, both inclusive or None."""
    (number,) = values
    if number is None:
        return None
    lower, upper = params["lower"], params["upper"]
    return (lower is None or number >= lower) and (upper is None or number <= upper)


@operator("in-places")
def judge_places(values: tuple[Any, ...], params: Mapping[str, Any]) -> Truth:
    """Tell whether one of the places held is among ``codes``, with the ``groups`` they name."""
    (held,) = values
    places = None if held is None else frozenset(held)
    return in_any_place(params["codes"], Party(places=places), params["groups"])


@operator("not-above")
def judge_not_above(values: tuple[Any, ...], params: Mapping[str, Any]) -> Truth:
    """Tell whether the first number is at most the second."""
    return None if None in values else values[0] <= values[1]


@operator("first")
def take_first(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the first input; the others are further readings, kept beside it."""
    return values[0]
