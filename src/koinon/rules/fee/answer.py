"""What a fee is: the amount and all that a payer has to know about it."""

from decimal import Decimal
from typing import Self

import msgspec
from msgspec.structs import replace

from koinon.rules.answer import Answer, Reason
from koinon.rules.fee.forms import Obligation
from koinon.rules.trace import RuleRef


class FeeAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """An amount with its currency, period and force.

    ``currency``, ``period`` and ``obligation`` are empty where no rule is known. ``at_least``
    makes the amount the least that is asked for. ``alternatives`` answer by rules that
    contradict the one of the main answer, or that may apply as well.
    """

    answer: Answer[Decimal]
    currency: str = ""
    period: str = ""
    obligation: Obligation | None = None
    at_least: bool = False
    exemption: bool = False
    if_unpaid: str = ""
    collected_by: str = ""
    set_by: str = ""
    rule: RuleRef | None = None
    alternatives: tuple["FeeAnswer", ...] = ()

    @property
    def amount(self) -> Decimal | None:
        return self.answer.value

    @property
    def binding(self) -> bool | None:
        """Whether something must be paid; None where no rule is known."""
        if self.obligation is None:
            return None
        return self.obligation is Obligation.OWED and self.amount != 0

    def noted(self, *notes: Reason) -> Self:
        """The same answer with further notes."""
        inner = self.answer
        return replace(self, answer=replace(inner, notes=(*inner.notes, *notes)))
