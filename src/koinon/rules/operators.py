"""The arithmetic that traces are made of. Further operators stand beside the rule they serve."""

from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import ceil, floor, prod
from typing import Any

from koinon.rules.trace import operator

ROUNDINGS = {
    "half-up": ROUND_HALF_UP,
    "half-even": ROUND_HALF_EVEN,
    "up": ROUND_CEILING,
    "down": ROUND_FLOOR,
}


@operator("multiply")
def multiply(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Multiply all inputs."""
    return prod(values)


@operator("sum")
def add(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Add all inputs."""
    return sum(values)


@operator("difference")
def subtract(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the second input from the first."""
    return values[0] - values[1]


@operator("at-least")
def raise_to(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the largest input: a floor."""
    return max(values)


@operator("at-most")
def lower_to(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the smallest input: a cap."""
    return min(values)


@operator("earliest")
def earliest(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the earliest day."""
    return min(values)


@operator("latest")
def latest(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the latest day."""
    return max(values)


@operator("round")
def round_money(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Round a number to ``places`` decimals in the declared ``mode``."""
    (value,) = values
    step = Decimal(1).scaleb(-params["places"])
    if isinstance(value, Fraction):
        return _round_fraction(value, step, params["mode"])
    return Decimal(value).quantize(step, rounding=ROUNDINGS[params["mode"]])


def _round_fraction(value: Fraction, step: Decimal, mode: str) -> Decimal:
    steps = value / Fraction(step)
    match mode:
        case "up":
            count = ceil(steps)
        case "down":
            count = floor(steps)
        case "half-up":
            count = floor(steps + Fraction(1, 2))
        case _:
            count = round(steps)
    return count * step


@operator("round-up")
def round_up(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the smallest whole number that is not below the input."""
    return ceil(values[0])


@operator("round-down")
def round_down(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the largest whole number that is not above the input."""
    return floor(values[0])


@operator("round-nearest")
def round_nearest(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the nearest whole number, a half upwards."""
    return floor(Fraction(values[0]) + Fraction(1, 2))


@operator("pick")
def pick(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take from ``rows`` of (from, up to, value), both inclusive or None, the one that fits."""
    (number,) = values
    for lower, upper, value in params["rows"]:
        if (lower is None or number >= lower) and (upper is None or number <= upper):
            return value
    return None


@operator("same")
def same(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the input as it is."""
    return values[0]


@operator("after")
def after(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the day a duration after a day, ``times`` times over (once, unless said)."""
    day, duration = values
    return duration.after(day, params.get("times", 1))


@operator("before")
def before(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the day a duration before a day."""
    day, duration = values
    return duration.before(day)


@operator("first-of-next-month")
def first_of_next_month(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the first day of the month after a day."""
    (day,) = values
    return day.replace(year=day.year + day.month // 12, month=day.month % 12 + 1, day=1)
