"""What is due on a day, and where it stands."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from koinon.register.models import Bond
from koinon.register.reckoning import Reckoned, reckon
from koinon.rules.bound import OPEN_END
from koinon.rules.condition import Party
from koinon.rules.cycle.due import Due, DueState, Standing
from koinon.rules.cycle.standing import judge
from koinon.rules.duration import Duration
from koinon.rules.event import Event

AHEAD = Duration(5, "year")
"""How far dues are listed where nobody says how far."""


class DueOn(NamedTuple):
    """Something due on a bond, and where it stands on a day by the events known then."""

    bond: Bond
    due: Due
    standing: Standing
    events: tuple[Event, ...]


def dues_on(
    bonds: Iterable[Bond],
    day: date,
    *,
    until: date | None = None,
    known_on: date | None = None,
    parties: Mapping[int, Party] | None = None,
) -> tuple[DueOn, ...]:
    """List what is due on bonds, as they are on a day, up to a last day (five years ahead).

    What has no known day comes last. Each due opens into its trace. Where only sources report a
    bond, of what a calendar asked for in the past the latest stands for all before it. ``parties``
    are those looked up for that day already.
    """
    last = until or AHEAD.after(day)
    found = [
        item
        for reckoned in reckon(bonds, day, until=last, known_on=known_on, parties=parties)
        for item in _listed(reckoned, day)
    ]
    found.sort(key=_position)
    return tuple(found)


def _listed(reckoned: Reckoned, day: date) -> list[DueOn]:
    items = [_on(reckoned, due, day) for due in reckoned.dues]
    if reckoned.is_kept:
        return items
    past = {item.due.key.rule: item for item in items if _is_past(item, day)}
    return [item for item in items if not _is_past(item, day) or item is past[item.due.key.rule]]


def _on(reckoned: Reckoned, due: Due, day: date) -> DueOn:
    listed_on = None if reckoned.is_kept else reckoned.listed_on
    standing = judge(due, reckoned.events, day, listed_on=listed_on)
    return DueOn(reckoned.bond, due, standing, reckoned.events)


def _is_past(item: DueOn, day: date) -> bool:
    """Tell whether a day of the calendar went by and nobody recorded anything of it."""
    on = item.due.due_on
    if on is None or not item.due.key.is_of_calendar or on.latest >= day:
        return False
    return item.standing.state in (DueState.LATE, DueState.UNRECORDED, DueState.INVITED)


def _position(item: DueOn) -> tuple[date, date, str]:
    on = item.due.due_on
    if on is None:
        return OPEN_END, OPEN_END, str(item.due.key)
    return on.latest, on.earliest, str(item.due.key)
