"""How answers leave the command line: one JSON object, or lines for people."""

import json
import sys
from collections.abc import Iterable
from typing import Any

import msgspec

from koinon.rules.bound import Bound
from koinon.rules.duration import Duration


def _encode(value: Any) -> Any:
    match value:
        case Bound() | Duration():
            return str(value)
        case frozenset():
            return sorted(value)
    return str(value)


def as_json(value: Any) -> str:
    """Give the JSON of an answer: amounts, shares and days as text."""
    plain = msgspec.to_builtins(value, enc_hook=_encode, str_keys=True)
    return json.dumps(plain, ensure_ascii=False)


def emit(value: Any, lines: Iterable[str], *, json_asked: bool) -> None:
    """Write an answer to standard output."""
    text = as_json(value) if json_asked else "\n".join(lines)
    sys.stdout.write(f"{text}\n")
