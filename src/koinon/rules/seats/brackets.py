"""Seats that stand in a table by size."""

import koinon.rules.operators  # noqa: F401 - its operators make the traces
from koinon.rules.answer import Answer, Reason, known, not_known
from koinon.rules.seats.forms import Bracket, Brackets
from koinon.rules.trace import RuleRef, Trace, derive

SEATS = "seats"
"""The unit of all that is counted here."""

_BASES = frozenset({"last-fee-calculation"})


def bracket_seats(rule: Brackets, ref: RuleRef, size: Trace | None) -> Answer[int]:
    """Pick the number of seats for a size: inhabitants, or a yearly fee, as the rule says.

    The codes of the reasons: ``seats.reason.needs-population``, ``.needs-country-population``,
    ``.needs-agreed-fee``, ``.no-brackets``, ``.no-bracket``, ``.between-brackets``.
    """
    name = "seats.delegates"
    if not rule.brackets:
        inputs = () if size is None else (size,)
        return not_known(name, f"seats.reason.no-brackets.{rule.by}", *inputs, rule=ref)
    if size is None or size.value is None:
        return not_known(name, f"seats.reason.needs-{rule.by}", rule=ref)
    fitting = next((item for item in rule.brackets if _fits(item, size)), None)
    if fitting is None:
        return _in_a_hole(rule, ref, size)
    trace = derive(
        f"seats.bracket.{_side(fitting)}",
        "pick",
        size,
        unit=SEATS,
        rule=ref,
        rows=tuple((item.from_, item.up_to, item.seats) for item in rule.brackets),
        lower=fitting.from_,
        upper=fitting.up_to,
    )
    return known(trace, *_basis(rule))


def _basis(rule: Brackets) -> tuple[Reason, ...]:
    if not rule.basis:
        return ()
    code = f"seats.note.basis.{rule.basis}" if rule.basis in _BASES else "seats.note.basis"
    return (Reason(code),)


def _fits(bracket: Bracket, size: Trace) -> bool:
    lower, upper = bracket.from_, bracket.up_to
    return (lower is None or size.value >= lower) and (upper is None or size.value <= upper)


def _side(bracket: Bracket) -> str:
    if bracket.from_ is None:
        return "all" if bracket.up_to is None else "up-to"
    return "from" if bracket.up_to is None else "between"


def _in_a_hole(rule: Brackets, ref: RuleRef, size: Trace) -> Answer[int]:
    below = [it for it in rule.brackets if it.up_to is not None and it.up_to < size.value]
    above = [it for it in rule.brackets if it.from_ is not None and it.from_ > size.value]
    if not rule.holes or not below or not above:
        return not_known("seats.delegates", "seats.reason.no-bracket", size, rule=ref)
    return not_known(
        "seats.delegates",
        "seats.reason.between-brackets",
        size,
        rule=ref,
        least=max(below, key=lambda it: it.up_to or 0).seats,
        most=min(above, key=lambda it: it.from_ or 0).seats,
    )
