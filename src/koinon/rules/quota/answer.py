"""What a composition asks for, whether it can be met, and whether it is."""

from typing import Literal

import msgspec

from koinon.rules.answer import Answer, Reason
from koinon.rules.bad_input import BadInput
from koinon.rules.condition import Party
from koinon.rules.period import Truth
from koinon.rules.quota.forms import Corrective
from koinon.rules.rule import Named
from koinon.rules.trace import RuleRef


class ImpossibleComposition(BadInput):
    """Fewer than no seats, or more people than seats."""


class Composition(msgspec.Struct, frozen=True, kw_only=True):
    """The seats and, as far as known, who holds them now; None stands for "not known".

    Raises ImpossibleComposition.
    """

    seats: int
    women: int | None = None
    men: int | None = None
    holders: tuple[Party, ...] | None = None

    def __post_init__(self) -> None:
        if self.seats < 0:
            raise ImpossibleComposition(
                f"{self.seats} seats: give a whole number from 0 upwards",
                code="quota.refused.seats",
                given=self.seats,
            )
        for number in (self.women, self.men):
            if number is not None and number < 0:
                raise ImpossibleComposition(
                    f"{number} people: give a whole number from 0 upwards",
                    code="quota.refused.people",
                    given=number,
                )
        people = max((self.women or 0) + (self.men or 0), len(self.holders or ()))
        if people > self.seats:
            raise ImpossibleComposition(
                f"{people} people on {self.seats} seats: give at most as many people as seats",
                code="quota.refused.too-many-people",
                people=people,
                seats=self.seats,
            )


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What one way of rounding makes of a share: the least number, and whether it can be met."""

    rounding: Literal["strict", "up", "nearest", "down"]
    least: int
    feasible: bool
    fulfilled: Truth = None


class QuotaPart(msgspec.Struct, frozen=True, kw_only=True):
    """What one rule asks for.

    ``least`` is the least number of each gender (of women, where ``of`` says so). ``readings``
    stand where the rule does not declare how to round; ``least`` and ``answer`` then follow the
    strict one. ``fulfilled`` is about those who sit now. ``corrective`` is what a missed
    composition brings, ``criteria`` what is weighed, not computed.
    """

    rule: RuleRef
    answer: Answer[bool]
    within: str
    of: str = ""
    least: int | None = None
    readings: tuple[Reading, ...] = ()
    fulfilled: Answer[bool] | None = None
    corrective: Corrective | None = None
    condition_of_admission: bool = False
    criteria: tuple[Named, ...] = ()


class QuotaAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Whether all rules on a composition can be met together, and rule by rule what they ask."""

    answer: Answer[bool]
    least: int | None = None
    fulfilled: Answer[bool] | None = None
    parts: tuple[QuotaPart, ...] = ()
    alternatives: tuple[QuotaPart, ...] = ()

    @property
    def feasible(self) -> Truth:
        return self.answer.value

    @property
    def reason(self) -> Reason | None:
        """Why it is unknown or cannot be met; else why those who sit now do not meet it."""
        if self.answer.reason is not None:
            return self.answer.reason
        if self.answer.value is False:
            return self.answer.notes[0]
        if self.fulfilled is None or self.fulfilled.value:
            return None
        return self.fulfilled.reason or self.fulfilled.notes[0]
