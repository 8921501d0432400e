"""The forms in which texts set numeric targets."""

from decimal import Decimal
from typing import Literal

import msgspec

from koinon.rules.duration import Duration
from koinon.rules.rule import Code, Ratio, Rule

type Measure = Literal["CO2", "CO2e"]
type Per = Literal["absolute", "head", "either", "unknown"]


class TargetRule(Rule, frozen=True, kw_only=True):
    """What all forms share: the texts that set the target, what is measured, and per what."""

    charter: tuple[Code, ...]
    measure: Measure
    per: Per = "unknown"


class Reduction(TargetRule, frozen=True, kw_only=True, tag="reduction"):
    """A reduction by a share: until a year against a base year, or in every period."""

    by: Ratio
    base: int | None = None
    or_closest: bool = False
    year: int | None = None
    every: Duration | None = None


class Mark(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A point of a corridor: by how much until when, or which level."""

    year: int | None = None
    by_at_least: Ratio | None = None
    level: Decimal | None = None
    unit: str = ""


class Corridor(TargetRule, frozen=True, kw_only=True, tag="corridor"):
    """Marks that a path must keep to."""

    marks: tuple[Mark, ...]


class Follows(TargetRule, frozen=True, kw_only=True, tag="follows"):
    """At least as ambitious as another target."""

    follows: tuple[str, ...]
    year: int | None = None
    neutral: bool = False


type TargetForm = Reduction | Corridor | Follows
