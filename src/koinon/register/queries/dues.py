"""What is due on a day, and where it stands."""

from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet

from koinon.register.models import Bond
from koinon.register.reckoning import reckon
from koinon.rules.bound import OPEN_END
from koinon.rules.cycle.due import Due, Standing
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
    bonds: QuerySet[Bond], day: date, *, until: date | None = None, known_on: date | None = None
) -> tuple[DueOn, ...]:
    """List what is due on bonds up to a day (five years ahead unless said), by day.

    What has no known day comes last. Each due opens into its trace.
    """
    asked = bonds.select_related("party", "counterpart")
    found = [
        DueOn(reckoned.bond, due, judge(due, reckoned.events, day), reckoned.events)
        for reckoned in reckon(asked, until or AHEAD.after(day), known_on=known_on)
        for due in reckoned.dues
    ]
    found.sort(key=_position)
    return tuple(found)


def _position(item: DueOn) -> tuple[date, date, str]:
    on = item.due.due_on
    if on is None:
        return OPEN_END, OPEN_END, str(item.due.key)
    return on.latest, on.earliest, str(item.due.key)
