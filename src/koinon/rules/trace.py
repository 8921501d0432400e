"""How a value came about: a tree of codes with typed parameters, never sentences.

A leaf is *given* (with the source it was read in); every other node names the operator that
made its value from its inputs' values, so that the whole tree can be computed again.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import msgspec

from koinon.rules.bound import Bound
from koinon.rules.duration import Duration

type Value = (
    int | Decimal | Fraction | date | Bound | Duration | str | bool | tuple[Any, ...] | None
)
type Operator = Callable[[tuple[Any, ...], Mapping[str, Any]], Value]

GIVEN = "given"
UNKNOWN = "unknown"

OPERATORS: dict[str, Operator] = {}


class SourceRef(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where something was read: title, address, kind, and the time it speaks for."""

    code: str
    title: str
    type: str = ""
    dated: str = ""
    url: str = ""


class RuleRef(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The version of a rule that a value follows from."""

    network: str
    kind: str
    form: str
    code: str
    valid_from: str
    valid_until: str = ""
    article: str = ""
    confidence: str = "stated"
    sources: tuple[SourceRef, ...] = ()
    note: dict[str, str] = {}


class Trace(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A value with its unit, the operator that made it, and what it was made from.

    ``name`` is the wording code of what the value is. ``params`` are the operator's constants.
    ``bites`` is false for a limit that was tried and did not change the result.
    """

    name: str
    value: Any
    unit: str = ""
    operator: str = GIVEN
    inputs: tuple["Trace", ...] = ()
    params: dict[str, Any] = {}
    rule: RuleRef | None = None
    source: SourceRef | None = None
    bites: bool = True


class UnknownOperator(LookupError):
    """A trace names an operator that nobody registered."""


def operator(name: str) -> Callable[[Operator], Operator]:
    """Register a function of (values of the inputs, params) as the operator of that name."""

    def register(function: Operator) -> Operator:
        if name in OPERATORS:
            raise ValueError(f"two operators are named {name}")
        OPERATORS[name] = function
        return function

    return register


def given(
    name: str,
    value: Value,
    unit: str = "",
    *,
    source: SourceRef | None = None,
    rule: RuleRef | None = None,
) -> Trace:
    """Make a leaf: a value as it was read or entered."""
    return Trace(name=name, value=value, unit=unit, source=source, rule=rule)


def unknown(
    name: str, reason: str, *inputs: Trace, rule: RuleRef | None = None, **params: Any
) -> Trace:
    """Make a node whose value nobody knows, with the code of the reason."""
    return Trace(
        name=name,
        value=None,
        operator=UNKNOWN,
        inputs=inputs,
        params={"reason": reason, **params},
        rule=rule,
    )


def derive(
    name: str,
    operation: str,
    *inputs: Trace,
    unit: str = "",
    rule: RuleRef | None = None,
    source: SourceRef | None = None,
    bites: bool = True,
    **params: Any,
) -> Trace:
    """Make a node by applying an operator to its inputs' values."""
    return Trace(
        name=name,
        value=_apply(operation, tuple(item.value for item in inputs), params),
        unit=unit,
        operator=operation,
        inputs=inputs,
        params=params,
        rule=rule,
        source=source,
        bites=bites,
    )


def recompute(trace: Trace) -> Any:
    """Compute the value of a trace again, from its leaves up, ignoring the values in between.

    Raises UnknownOperator for an operator nobody registered.
    """
    if trace.operator == GIVEN:
        return trace.value
    if trace.operator == UNKNOWN:
        return None
    return _apply(trace.operator, tuple(map(recompute, trace.inputs)), trace.params)


def _apply(operation: str, values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    function = OPERATORS.get(operation)
    if function is None:
        raise UnknownOperator(operation)
    return function(values, params)


def leaves(trace: Trace) -> tuple[Trace, ...]:
    """List the nodes of a trace that have no inputs, left to right."""
    if not trace.inputs:
        return (trace,)
    return tuple(leaf for item in trace.inputs for leaf in leaves(item))
