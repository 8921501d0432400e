"""What a rule about a body says, in plain lines: for the comparison of two days."""

from collections.abc import Iterable
from typing import Any

from koinon.overview.body_lines import lines_of
from koinon.overview.body_quota import asks
from koinon.rules.answer import Reason
from koinon.rules.rule import Text
from koinon.rules.seats.forms import (
    Brackets,
    EqualShares,
    ExOfficio,
    Fixed,
    Proportional,
    Size,
)
from koinon.statutes.document import Statute


def rule_lines(kind: str, rule: Any, statute: Statute) -> tuple[Reason, ...]:
    """Say a rule about seats, composition, representation, terms or votes in plain lines."""
    if kind == "seats":
        return tuple(_seats(rule, statute))
    if kind == "quota":
        return tuple(asks(rule, statute))
    return lines_of(kind, rule, statute)


def _seats(rule: Any, statute: Statute) -> Iterable[Reason]:
    match rule:
        case Size():
            code = "comparison.rule.at-most" if rule.at_most else "comparison.rule.size"
            yield Reason(code, {"n": rule.seats})
        case Fixed():
            yield from _number("each", rule.seats, rule.per, statute)
            if rule.substitutes:
                yield Reason("body.substitutes", {"n": rule.substitutes})
        case EqualShares():
            yield from _number("equal-shares", rule.seats, rule.among, statute)
        case Proportional():
            yield from _number(f"by-{rule.by}", rule.seats, rule.among, statute)
        case ExOfficio():
            if names := _names(rule.posts, statute):
                yield Reason("comparison.rule.ex-officio", {"posts": names})
        case Brackets():
            yield Reason(f"comparison.rule.brackets.{rule.by}")


def _number(code: str, seats: int, whose: tuple[str, ...], statute: Statute) -> Iterable[Reason]:
    yield Reason(f"comparison.rule.{code}", {"n": seats})
    if names := _names(whose, statute):
        yield Reason("comparison.rule.whose", {"whose": names})


def _names(codes: tuple[str, ...], statute: Statute) -> tuple[Text, ...]:
    """Name those of the codes to which the document gives a name."""
    tables = (statute.delegations, statute.grades, statute.posts, statute.groups)
    found = (table[code].names for code in codes for table in tables if code in table)
    return tuple(names for names in found if names)
