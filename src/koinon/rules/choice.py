"""Which versions of rules govern something that began on one day, asked about on another."""

from collections.abc import Sequence
from datetime import date

from koinon.rules.rule import AppliedRule, Rule


def versions_for[R: Rule](
    rules: Sequence[AppliedRule[R]], began: date, day: date
) -> tuple[AppliedRule[R], ...]:
    """List the versions that govern what began on a day, as is known on the day asked.

    Those surely in force when it began; for a rule of which none surely was, the one that is
    surely in force on the day asked and may have been so when it began.
    """
    certain = {item.rule.code for item in rules if item.holds_on(began) is True}
    return tuple(item for item in rules if _governs(item, began, day, certain))


def _governs[R: Rule](item: AppliedRule[R], began: date, day: date, certain: set[str]) -> bool:
    then = item.holds_on(began)
    if then is True:
        return True
    return then is None and item.rule.code not in certain and item.holds_on(day) is True
