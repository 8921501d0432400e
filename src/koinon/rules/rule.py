"""What every rule of a statute carries, whatever its kind and form."""

from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Annotated

import msgspec
from msgspec import Meta

from koinon.rules.bound import OPEN_BOUND, Bound
from koinon.rules.condition import Condition
from koinon.rules.period import Period, Truth
from koinon.rules.trace import RuleRef

type Code = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""A name by which documents refer to a thing: small letters, digits, hyphens. Never reused."""

type Text = Annotated[dict[str, str], Meta(extra={"words": "shown"})]
"""Words for people by language code; "mul" for a name that is the same in every language."""

type Name = Annotated[dict[str, str], Meta(extra={"words": "name"})]
"""What somebody is officially called: in the languages in which there is such a name."""

type Conditions = Condition | tuple[Condition, ...]
"""One table: all its keys must hold. A list of tables: one of them must hold."""


class Named(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A code with its words, one of several in a list."""

    code: Code
    names: Text


class Confidence(StrEnum):
    """Whether the source says it in so many words, or it is our reading of the source."""

    STATED = "stated"
    INFERRED = "inferred"


class Rule(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag_field="form",
):
    """One version of one rule: ``code`` names the rule, ``valid_from`` the version.

    A version ends at ``valid_until`` (the first day it no longer holds) or where the next
    version of the same code begins. ``also`` names further sources, ``disputes`` the code of
    the rule that this one contradicts: both are answered.
    """

    code: Code
    valid_from: Bound
    source: Code
    valid_until: Bound | None = None
    also: tuple[Code, ...] = ()
    article: str = ""
    layer: Code = ""
    confidence: Confidence = Confidence.STATED
    note: Text = {}
    disputes: Code = ""

    @property
    def form(self) -> str:
        return str(self.__struct_config__.tag)

    @property
    def validity(self) -> Period:
        return Period(self.valid_from, self.valid_until or OPEN_BOUND)

    def holds_on(self, day: date) -> Truth:
        """Tell whether this version is in force on a day."""
        return self.validity.holds_on(day)


class AppliedRule[R: Rule](msgspec.Struct, frozen=True, kw_only=True):
    """One version of a rule as a calculation takes it.

    ``validity`` ends where the next version begins, if nothing earlier ends it; ``ref`` names
    network, article and sources for the trace.
    """

    rule: R
    ref: RuleRef
    validity: Period

    def holds_on(self, day: date) -> Truth:
        """Tell whether this version is in force on a day."""
        return self.validity.holds_on(day)


type Ratio = Fraction
"""A share, written "40 %" or "1/3"."""
