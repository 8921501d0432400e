"""Values that a document writes as text: days, lengths of time, shares."""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from koinon.rules.bound import Bound
from koinon.rules.duration import Duration

_PERCENT = re.compile(r"(\d+(?:\.\d+)?) ?%\Z")
_FRACTION = re.compile(r"(\d+)/([1-9]\d*)\Z")


class BadRatio(ValueError):
    """The text names no share."""

    def __init__(self, text: str) -> None:
        super().__init__(f'"{text}" is not a share: write "40 %" or "1/3"')


def parse_ratio(text: str) -> Fraction:
    """Read a share such as "40 %" or "1/3"; raises BadRatio."""
    if match := _PERCENT.match(text):
        return Fraction(match[1]) / 100
    if match := _FRACTION.match(text):
        return Fraction(int(match[1]), int(match[2]))
    raise BadRatio(text)


PARSERS: dict[type, Callable[[str], Any]] = {
    Bound: Bound.parse,
    Duration: Duration.parse,
    Fraction: parse_ratio,
}

CODES = {Bound: "day", Duration: "duration", Fraction: "share"}
"""What a type of value is called in the codes of faults."""


def decode(kind: type, value: object) -> Any:
    """Turn a text of a document into a value of ours, as the conversion asks for it."""
    parse = PARSERS.get(kind)
    if parse is None or not isinstance(value, str):
        raise ValueError(f"no {kind.__name__} can be read from {value!r}")
    return parse(value)


def encode(value: object) -> Any:
    """Turn a value of ours into its text."""
    if isinstance(value, Bound | Duration):
        return str(value)
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    raise NotImplementedError(f"no text for {type(value).__name__}")
