"""What a rule answers: a value or, where nobody knows, the reason; always with its trace."""

from typing import Any

import msgspec

from koinon.rules.trace import RuleRef, Trace, unknown


class Reason(msgspec.Struct, frozen=True, omit_defaults=True):
    """A wording code with typed parameters: why a value is unknown, or what to know about it."""

    code: str
    params: dict[str, Any] = {}


class OneOf(msgspec.Struct, frozen=True):
    """Parameters of which one is meant or suffices: said with "or"."""

    of: tuple[Any, ...]


class Answer[T](msgspec.Struct, frozen=True, kw_only=True):
    """A value with its trace; ``value`` is None when unknown, and then ``reason`` says why."""

    value: T | None
    trace: Trace
    reason: Reason | None = None
    notes: tuple[Reason, ...] = ()

    @property
    def is_known(self) -> bool:
        return self.reason is None


def known[T](trace: Trace, *notes: Reason) -> Answer[T]:
    """Answer with the value of a trace."""
    return Answer(value=trace.value, trace=trace, notes=notes)


def not_known[T](
    name: str, reason: str, *inputs: Trace, rule: RuleRef | None = None, **params: Any
) -> Answer[T]:
    """Answer that nobody knows, with the code of the reason and its parameters."""
    return Answer(
        value=None,
        trace=unknown(name, reason, *inputs, rule=rule, **params),
        reason=Reason(reason, params),
    )
