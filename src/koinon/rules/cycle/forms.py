"""The forms in which statutes lay down recurring duties."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from koinon.rules.duration import Duration
from koinon.rules.rule import Code, Conditions, Rule, Text

type MonthDay = Annotated[str, Meta(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
type Receiver = Literal["network", "council", "coordinator", "body"]


class CycleRule(Rule, frozen=True, kw_only=True):
    """What all forms share. ``owed_to`` empty: nothing is owed, which is not "unknown".

    ``charter`` names the texts that carry the duty, ``if_missed`` the suspension that follows.
    """

    what: Text
    owed_to: tuple[Receiver, ...] = ()
    to_body: Code = ""
    charter: tuple[Code, ...] = ()
    who: Conditions = ()
    strand: Code = ""
    invited: bool = False
    if_missed: Code = ""


class Extension(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a deadline may be moved; ``length`` None: the source does not say by how much."""

    at_most: int
    on_request: bool = False
    length: Duration | None = None


class After(CycleRule, frozen=True, kw_only=True, tag="after"):
    """Due a time after an event: once (``within``) or again and again (``every``).

    ``done_by`` names the event that fulfils it; ``from_day_known`` is false where the source
    gives the interval and not the day it runs from.
    """

    after: Code
    within: Duration | None = None
    every: Duration | None = None
    done_by: Code = ""
    extension: Extension | None = None
    from_day_known: bool = True


class Calendar(CycleRule, frozen=True, kw_only=True, tag="calendar"):
    """Due on a day of the calendar, or once in every period without a day (``on`` left out)."""

    every: Duration
    on: MonthDay = ""


class AtMeeting(CycleRule, frozen=True, kw_only=True, tag="meeting"):
    """Due at each meeting of a body."""

    body: Code


type CycleForm = After | Calendar | AtMeeting
