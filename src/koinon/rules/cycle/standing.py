"""Where a due stands on a day: judged when it is read, by the events known on that day."""

from datetime import date

from koinon.rules.bound import Bound
from koinon.rules.cycle.due import Due, DueState, Standing
from koinon.rules.days import is_reached
from koinon.rules.event import HOLD, LIFT, SUSPENSION, WAIVER, Event, Events, in_order
from koinon.rules.period import Truth


def judge(due: Due, events: Events, day: date, *, listed_on: date | None = None) -> Standing:
    """Tell where a due stands on a day, by the events of its bond known on that day.

    Each fulfilment, and each waiver without an end, settles the oldest due still open; a waiver
    with an end settles all days from its own up to that. A hold lasts until the missing thing
    comes or the hold is lifted. ``listed_on`` is given for a bond that only sources report: when
    one of them last listed the member. Listed after the last day in time, it may well have handed
    in what nobody wrote down.
    """
    known = [event for event in in_order(events) if event.on.earliest <= day]
    settling = _settling(due, known)
    if settling is not None:
        return _settled(settling, day)
    spared = _spared(due, known, day)
    if spared is not None:
        return Standing(DueState.WAIVED, spared)
    if due.invited:
        return Standing(DueState.UNKNOWN if due.due_on is None else DueState.INVITED)
    found = _by_the_day(due, known, day)
    if found.state == DueState.LATE and _is_listed_later(due, listed_on):
        return Standing(DueState.UNRECORDED, listed_on=listed_on)
    return found


def _is_listed_later(due: Due, listed_on: date | None) -> bool:
    return listed_on is not None and due.due_on is not None and listed_on > due.due_on.latest


def _by_the_day(due: Due, known: list[Event], day: date) -> Standing:
    on, is_moved = _known_day(due, day)
    late = _is_late(on, day, any_day=due.any_day)
    hold = _hold(due, known)
    if hold is not None and late is not False and (on is not None or is_moved):
        return Standing(DueState.ON_HOLD, hold)
    states = {None: DueState.UNKNOWN, True: DueState.LATE, False: DueState.OPEN}
    first = due.first_due_on
    is_before_the_first = on is None and first is not None and day <= first.earliest
    if is_moved and (late is False or is_before_the_first):
        return Standing(DueState.EXTENDED)
    return Standing(states[late])


def _means(due: Due, act: str, event: Event) -> bool:
    return event.code in (act, f"{act}-{due.key.rule}")


def _settling(due: Due, known: list[Event]) -> Event | None:
    window = due.window
    if window is None:
        return None
    fitting = [
        event
        for event in known
        if (event.code == due.done_by or (event.until is None and _means(due, WAIVER, event)))
        and event.on.latest >= window.start.earliest
        and (window.end is None or event.on.earliest < window.end.earliest)
    ]
    return fitting[due.nth - 1] if len(fitting) >= due.nth else None


def _settled(event: Event, day: date) -> Standing:
    if is_reached(event.on, day) is None:
        return Standing(DueState.UNKNOWN, event)
    return Standing(DueState.WAIVED if event.code.startswith(WAIVER) else DueState.DONE, event)


def _spared(due: Due, known: list[Event], day: date) -> Event | None:
    on = due.due_on
    if on is None:
        return None
    first = on.latest if due.any_day else on.earliest
    return next(
        (
            event
            for event in known
            if event.until is not None
            and _means(due, WAIVER, event)
            and is_reached(event.on, day)
            and event.on.latest <= first
            and on.latest <= event.until.earliest
        ),
        None,
    )


def _known_day(due: Due, day: date) -> tuple[Bound | None, bool]:
    """Give the last day in time as it is known on a day, and whether an extension moved it."""
    granted = [move for move in due.moves if is_reached(move.granted_on, day)]
    return (granted[-1].due_on, True) if granted else (due.first_due_on, False)


def _is_late(on: Bound | None, day: date, *, any_day: bool) -> Truth:
    if on is None:
        return None
    if day > on.latest:
        return True
    return False if any_day or day <= on.earliest else None


def _hold(due: Due, known: list[Event]) -> Event | None:
    begins = [event for event in known if _means(due, HOLD, event) or event.code == SUSPENSION]
    if not begins:
        return None
    begin = begins[-1]
    ended = any(
        event.on.latest >= begin.on.latest
        and (event.code in due.returns_with or event.code == LIFT)
        for event in known
    )
    return None if ended else begin
