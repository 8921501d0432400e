"""The forms in which statutes lay down a fee."""

from decimal import Decimal
from enum import StrEnum
from typing import Literal

import msgspec
from msgspec import field

from koinon.rules.bound import Bound
from koinon.rules.rule import Code, Conditions, Ratio, Rule, Text


class Obligation(StrEnum):
    """Whether the fee must be paid, is asked for, or is left to the member."""

    OWED = "owed"
    REQUESTED = "requested"
    VOLUNTARY = "voluntary"


class FeeRule(Rule, frozen=True, kw_only=True):
    """What all forms of a fee share; ``who`` says which parties it is for."""

    who: Conditions = ()
    period: Literal["year", "once"] = "year"


class Band(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An amount for a range of inhabitants, both ends included; an end left out is open.

    ``known_from`` is the time from which a source speaks for this band, where it is later than
    for the rule as a whole: before, the band is a hole.
    """

    pay: Decimal
    from_: int | None = field(default=None, name="from")
    up_to: int | None = None
    known_from: Bound | None = None


class Observation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one party was asked to pay: a fact about one number of inhabitants, not a band.

    ``known_from`` is the time from which its source speaks.
    """

    population: int
    pay: Decimal
    source: Code
    party: str = ""
    known_from: Bound | None = None


class Bands(FeeRule, frozen=True, kw_only=True, tag="bands"):
    """Steps by inhabitants. ``holes`` declares that steps are missing: there, unknown."""

    currency: str
    bands: tuple[Band, ...]
    holes: bool = False
    observations: tuple[Observation, ...] = ()


class Rate(FeeRule, frozen=True, kw_only=True, tag="rate"):
    """A rate per inhabitant, with floor and cap, rounded to ``places`` decimals."""

    currency: str
    rate: Decimal
    floor: Decimal | None = None
    cap: Decimal | None = None
    places: int = 2
    rounding: Literal["half-up", "half-even", "up", "down"] = "half-up"


class Cell(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An amount for a range of inhabitants in a class of country."""

    pay: Decimal
    country_class: str
    from_: int | None = field(default=None, name="from")
    up_to: int | None = None


class TwoFactor(FeeRule, frozen=True, kw_only=True, tag="two-factor"):
    """An amount by inhabitants and by the class of the country's economy; no cells: unknown."""

    set_by: str = ""
    on_proposal_of: str = ""
    second_factor: str = "country-economy"
    currency: str = ""
    countries: dict[str, tuple[str, ...]] = {}
    cells: tuple[Cell, ...] = ()


class Flat(FeeRule, frozen=True, kw_only=True, tag="flat"):
    """One amount for all; 0 is free. ``at_least`` makes it the least that is asked for."""

    currency: str
    amount: Decimal
    at_least: bool = False
    obligation: Obligation = Obligation.OWED
    exemption: bool = False
    if_unpaid: Literal["", "nothing"] = ""
    collected_by: str = ""


class Share(FeeRule, frozen=True, kw_only=True, tag="share"):
    """A share of another fee of the document, for some.

    ``order`` says whether the share is taken before or after floor and cap; a source that does
    not say so leaves it "undeclared".
    """

    of: Code
    share: Ratio
    order: Literal["before-limits", "after-limits", "undeclared"] = "undeclared"
    at_least: bool = False


class Agreed(FeeRule, frozen=True, kw_only=True, tag="agreed"):
    """An amount that a body sets or the parties agree on; what decides it stands in ``factors``."""

    set_by: str
    on_proposal_of: str = ""
    factors: tuple[str, ...] = ()
    words: Text = {}


type BaseForm = Bands | Rate | TwoFactor | Flat | Agreed
"""A fee by itself."""

type FeeForm = Bands | Rate | TwoFactor | Flat | Share | Agreed
