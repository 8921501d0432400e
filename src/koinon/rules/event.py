"""What happened on a bond on a day: an act of one side, a submission, an extension."""

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from koinon.rules.bound import Bound
from koinon.rules.trace import SourceRef

EXTENSION = "extension"
HOLD = "hold"
WAIVER = "waiver"
WARNING = "warning"
OBJECTION = "objection"
REFUSAL = "refusal"
WITHDRAWAL = "withdrawal"
SUSPENSION = "suspension"
LIFT = "lift"
EXCLUDE = "exclude"
MEETING = "meeting"


class Event(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something that happened; ``until`` is the day an extension or a waiver reaches.

    ``number`` tells apart events of one code on one bond.
    """

    code: str
    on: Bound
    until: Bound | None = None
    number: int = 0
    source: SourceRef | None = None


type Events = Mapping[str, Bound | date] | Iterable[Event]
"""Events as they are handed over: by their code, or as a list."""


def in_order(events: Events) -> tuple[Event, ...]:
    """List events by their day; days may be given as dates."""
    if isinstance(events, Mapping):
        events = [Event(code, _bound(on)) for code, on in events.items()]
    return tuple(sorted(events, key=_position))


def _bound(on: Bound | date) -> Bound:
    return on if isinstance(on, Bound) else Bound(on)


def _position(event: Event) -> tuple[date, date, int, str, date]:
    """Order by day; the rest only makes the order the same however events are handed over."""
    until = date.min if event.until is None else event.until.latest
    return event.on.latest, event.on.earliest, event.number, event.code, until
