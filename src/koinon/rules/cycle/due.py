"""What is due: by whom, to whom, by which day, and what moved that day."""

from datetime import date
from enum import StrEnum

import msgspec

from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.cycle.forms import Receiver
from koinon.rules.event import Event
from koinon.rules.trace import RuleRef, Trace

MOST = 1000
"""No list of the dues of one duty is longer, however far it is asked for."""

CALENDAR = "calendar"
"""What stands in a due's key in place of an event where the calendar alone decides."""


class DueState(StrEnum):
    """Where a due stands on a day.

    ``UNRECORDED`` is late by what is known, while a later source still lists the member.
    """

    OPEN = "open"
    LATE = "late"
    UNRECORDED = "unrecorded"
    DONE = "done"
    EXTENDED = "extended"
    ON_HOLD = "on-hold"
    WAIVED = "waived"
    INVITED = "invited"
    UNKNOWN = "unknown"


class DueKey(msgspec.Struct, frozen=True, order=True):
    """What tells one due from every other: rule, bond, the event it is counted from, number.

    ``anchor`` is the event's code and number; dues of the calendar have "calendar" and the year.
    """

    rule: str
    bond: str
    anchor: str
    n: int

    @property
    def is_of_calendar(self) -> bool:
        return self.anchor == CALENDAR

    def __str__(self) -> str:
        return "/".join(filter(None, (self.rule, self.bond, self.anchor, str(self.n))))


class Move(msgspec.Struct, frozen=True):
    """A day that an extension moved: when it was granted, and to which day (None: unknown)."""

    granted_on: Bound
    due_on: Bound | None


class Window(msgspec.Struct, frozen=True):
    """From when, and until before when, what is done counts for a due."""

    start: Bound
    end: Bound | None = None


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is due, whatever day it is asked about.

    ``due_on`` is the last day in time, None where it is not known (``reason`` says why);
    ``first_due_on`` the one before any extension; ``perhaps_on`` the day it has if its rule,
    of which that is not certain, is in force. ``any_day`` is true where every day of the span is
    in time. ``done_by`` is the event that fulfils it, the ``nth`` one in ``window``.
    ``returns_with`` are the events that end a hold. An invitation is no duty.
    """

    key: DueKey
    what: dict[str, str]
    due_on: Bound | None
    trace: Trace
    ref: RuleRef
    done_by: str
    owed_to: tuple[Receiver, ...] = ()
    to_body: str = ""
    first_due_on: Bound | None = None
    perhaps_on: Bound | None = None
    moves: tuple[Move, ...] = ()
    any_day: bool = False
    window: Window | None = None
    nth: int = 1
    invited: bool = False
    if_missed: str = ""
    returns_with: frozenset[str] = frozenset()
    reason: Reason | None = None
    notes: tuple[Reason, ...] = ()


class Standing(msgspec.Struct, frozen=True):
    """Where a due stands on a day, and the event or the day of a list that decides it, if any."""

    state: DueState
    event: Event | None = None
    listed_on: date | None = None


class NothingOwed(msgspec.Struct, frozen=True):
    """A rule that says that nothing is owed, which is not the same as not knowing."""

    what: dict[str, str]
    ref: RuleRef
    disputed_by: tuple[str, ...] = ()
