"""The forms in which statutes lay down a procedure."""

from typing import Literal

import msgspec

from koinon.rules.duration import Duration
from koinon.rules.rule import Code, Conditions, Rule, Text

type Side = Literal["party", "network", "third"]
type ProcedureKind = Literal["accession", "renewal", "appointment", "succession", "funding"]
type Act = Literal[
    "choose",
    "send",
    "declare",
    "resolve",
    "sign",
    "pay",
    "check",
    "circulate",
    "object",
    "forward",
    "decide",
    "confirm",
    "appoint",
    "approve",
    "enter",
    "certify",
    "rate",
    "grant",
    "renew",
]


class Step(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """One act of one side.

    ``by`` says who on that side acts ("council", a body of the network). ``within`` is the time
    the step may take from the step before; ``silence`` says what it means when it runs out.
    ``only_if`` names a condition under which the step is needed at all; ``optional`` steps do
    not hold up what follows.
    """

    code: Code
    side: Side
    act: Act
    names: Text
    by: str = ""
    to: str = ""
    document: tuple[Text, ...] = ()
    signed_by: tuple[str, ...] = ()
    within: Duration | None = None
    silence: Literal["", "consent"] = ""
    only_if: Text = {}
    optional: bool = False


class Effective(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From when it holds: the day of a step, or the first day of the month after it."""

    on: Code
    then: Literal["same-day", "first-of-next-month"] = "same-day"


class Steps(Rule, frozen=True, kw_only=True, tag="steps"):
    """Steps in their order, and the day from which the result holds (None: not known).

    ``names`` tell ways apart where there are several.
    """

    of: ProcedureKind
    steps: tuple[Step, ...]
    names: Text = {}
    effective: Effective | None = None
    strand: Code = ""
    who: Conditions = ()
    leads_to: Literal["bond", "offices"] = "bond"


class Exit(Rule, frozen=True, kw_only=True, tag="exit"):
    """How a member leaves: notice, form, the day it takes effect, what stays owed."""

    notice: Duration | None = None
    written: bool = False
    to: Literal["any-day", "end-of-month", "end-of-year", "unknown"] = "unknown"
    dues: Literal["", "pro-rata", "full-year"] = ""
    strand: Code = ""


class Suspension(Rule, frozen=True, kw_only=True, tag="suspension"):
    """When belonging pauses and how it returns.

    ``until`` is the event or the meeting that ends it; ``shown`` says whether it is public.
    """

    after: Literal["missed-duty", "decision"]
    until: str
    returns: Literal["automatic", "decided"]
    decided_by: Code = ""
    outcomes: tuple[Literal["lift", "exclude"], ...] = ()
    warned: bool = False
    shown: bool = True
    strand: Code = ""


type ProcedureForm = Steps | Exit | Suspension
