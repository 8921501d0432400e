"""Events as examples write them, and answers as plain data."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.event import Event
from koinon.rules.trace import Trace
from koinon.statutes.values import encode
from tests.rules.rulebook import assert_can_be_said, assert_holds_together


def read_events(lines: Iterable[str]) -> tuple[Event, ...]:
    """Read events written as "code day" or "code day until day"."""
    found = []
    for number, line in enumerate(lines, start=1):
        code, _, days = line.partition(" ")
        on, _, until = days.partition(" until ")
        end = Bound.parse(until) if until else None
        found.append(Event(code, Bound.parse(on), end, number))
    return tuple(found)


def plain(answer: object, *left_out: str) -> Any:
    """Write an answer as plain data, without its traces and what is empty."""
    return _without(msgspec.to_builtins(answer, enc_hook=encode), {"trace", *left_out})


def _without(value: Any, names: set[str]) -> Any:
    if isinstance(value, dict):
        kept = {key: _without(item, names) for key, item in value.items() if key not in names}
        return {key: item for key, item in kept.items() if item is not None}
    if isinstance(value, list | tuple):
        return [_without(item, names) for item in value]
    return value


def parts[P](value: object, kind: type[P]) -> Iterator[P]:
    """Walk an answer and give its traces or its reasons."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, msgspec.Struct) and not isinstance(value, Trace | Reason):
        for name in value.__struct_fields__:
            yield from parts(getattr(value, name), kind)
    elif isinstance(value, tuple):
        for item in value:
            yield from parts(item, kind)


def assert_explains_itself(answer: object) -> None:
    """Every trace of an answer computes again, and all it says has its words."""
    traces = list(parts(answer, Trace))
    reasons = list(parts(answer, Reason))
    assert_holds_together(*traces)
    for trace in traces:
        assert_can_be_said(trace, *reasons)
