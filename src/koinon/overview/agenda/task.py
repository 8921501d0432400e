"""One thing that needs an office, and how tasks are put in order."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

import msgspec

from koinon.overview.names import Named
from koinon.overview.sayings import Said
from koinon.rules.answer import Reason
from koinon.rules.bound import OPEN_END, Bound
from koinon.rules.duration import Duration
from koinon.rules.rule import Text
from koinon.rules.spell.said import Side
from koinon.rules.spell.state import State
from koinon.rules.trace import Trace

SOON = Duration(1, "year")
"""How far ahead a task still counts as coming up."""


UNEQUAL = frozenset({State.DIFFERING, State.DENIED})
"""How a bond stands when somebody has to look at what is said of it."""


class When(StrEnum):
    """The heading a task stands under."""

    NOW = "now"
    SOON = "soon"
    LATER = "later"


class Kind(StrEnum):
    """What a task is about."""

    DIFFERENCE = "difference"
    DUTY = "duty"
    TERM = "term"
    SEAT = "seat"
    CONFIRM = "confirm"


class Voiced(NamedTuple):
    """What one side, or a third party, says where statements differ."""

    side: Side
    said: Said


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """Something that needs an office; ``day`` None: no day is known.

    ``about`` is the organisation whose page shows it, ``body`` the body of it; ``sides`` are the
    statements that differ.
    """

    kind: Kind
    day: Bound | None
    what: Reason | Text
    why: Reason | None
    about: Named
    body: str = ""
    sides: tuple[Voiced, ...] = ()
    trace: Trace | None = None
    is_overdue: bool = False
    is_unrecorded: bool = False

    def when(self, day: date) -> When:
        """Tell the heading it stands under: what differs or is overdue needs somebody now."""
        if self.is_overdue or self.kind is Kind.DIFFERENCE:
            return When.NOW
        if self.is_unrecorded or self.day is None or self.day.latest > SOON.after(day):
            return When.LATER
        return When.SOON if self.day.latest >= day else When.NOW


class Section(NamedTuple):
    """The tasks under a heading, those that need somebody first."""

    when: When
    tasks: tuple[Task, ...]


class Agenda(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that needs the office of an organisation on a day."""

    organisation: Named
    on: date
    sections: tuple[Section, ...]

    @property
    def number_now(self) -> int:
        """How many tasks need somebody now."""
        return sum(len(it.tasks) for it in self.sections if it.when is When.NOW)

    @property
    def next_day(self) -> Bound | None:
        """The next day by which something is due, None where no day is known."""
        days = [
            task.day
            for section in self.sections
            for task in section.tasks
            if task.day is not None and not task.is_overdue and task.day.latest >= self.on
        ]
        return min(days, key=lambda it: (it.latest, it.earliest), default=None)


def in_sections(tasks: Iterable[Task], day: date) -> tuple[Section, ...]:
    """Put tasks under their headings; a heading without any is left out."""
    ordered = sorted(tasks, key=_position)
    found = (Section(when, tuple(it for it in ordered if it.when(day) is when)) for when in When)
    return tuple(section for section in found if section.tasks)


def _position(task: Task) -> tuple[bool, bool, date, str, str]:
    is_difference = task.kind is Kind.DIFFERENCE
    day = task.day.latest if task.day else OPEN_END
    return (not is_difference, task.is_unrecorded, day, task.about.code, task.body)


def voiced(
    party: Said | None, network: Said | None, third: Iterable[Said | None]
) -> tuple[Voiced, ...]:
    """Put what everybody says in order; who says nothing is left out."""
    all_sides = ((Side.PARTY, party), (Side.NETWORK, network), *((Side.THIRD, it) for it in third))
    return tuple(Voiced(side, said) for side, said in all_sides if said is not None)
