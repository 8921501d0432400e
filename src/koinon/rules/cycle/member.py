"""What happened on one member's bond, as its duties are counted from it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from koinon.rules.bound import BEGINNING, Bound
from koinon.rules.event import Event

_BEGINS = ("signature", "accession")
_RENEWAL = "renewal"
_ACCEPTS = frozenset({*_BEGINS, _RENEWAL})


class Anchor(NamedTuple):
    """An event that dues are counted from, and the next one of its code."""

    name: str
    event: Event
    following: Event | None


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """One member's events by code, the day its belonging began, how far dues are listed."""

    events: tuple[Event, ...]
    by_code: dict[str, list[Event]]
    since: Bound | None
    until: date
    bond: str
    text: str

    @classmethod
    def of(
        cls,
        events: tuple[Event, ...],
        *,
        since: Bound | None,
        until: date,
        bond: str = "",
        text: str = "",
    ) -> "Member":
        by_code: dict[str, list[Event]] = {}
        for event in events:
            by_code.setdefault(event.code, []).append(event)
        if since is None:
            begun = [by_code[code][0] for code in _BEGINS if code in by_code]
            since = begun[0].on if begun else None
        return cls(events=events, by_code=by_code, since=since, until=until, bond=bond, text=text)

    def anchors(self, code: str) -> tuple[Anchor, ...]:
        """List the events of a code; without any, the beginning of belonging, if it is one.

        A renewal is a new act of acceptance: what is counted from a signature counts from it.
        """
        events = self.by_code.get(code, [])
        if not events and code in _BEGINS and self.since is not None:
            events = [Event(code, self.since)]
        renewals = self.by_code.get(_RENEWAL) if code == _BEGINS[0] else None
        if renewals:
            events = sorted((*events, *renewals), key=lambda event: event.on.latest)
        counts = dict.fromkeys((code, _RENEWAL), 0)
        found = []
        for position, event in enumerate(events, start=1):
            counts[event.code] += 1
            following = events[position] if position < len(events) else None
            number = event.number or counts[event.code]
            found.append(Anchor(f"{event.code}-{number}", event, following))
        return tuple(found)

    def accepted_on(self, anchor: Event) -> Bound | None:
        """Give the day of the latest act of acceptance up to an event."""
        acts = [
            event.on
            for event in self.events
            if event.code in _ACCEPTS and event.on.latest <= anchor.on.latest
        ]
        return acts[-1] if acts else self.since

    def started(self) -> date | None:
        """Give the day from which belonging is sure."""
        if self.since is not None:
            return self.since.latest
        first = next((event.on for event in self.events if event.on.earliest > BEGINNING), None)
        return first.latest if first else None


def granted(
    member: Member, act: str, rule: str, window: Sequence[Bound | None] = (None, None)
) -> list[Event]:
    """List the acts (extension, waiver, hold) on a rule's dues, or on all of the bond's."""
    start, end = window
    events = [*member.by_code.get(act, ()), *member.by_code.get(f"{act}-{rule}", ())]
    return sorted(
        (
            event
            for event in events
            if (start is None or event.on.latest >= start.earliest)
            and (end is None or event.on.earliest < end.earliest)
        ),
        key=lambda event: (event.on.latest, event.number),
    )
