"""What is due from one member: computed from its rules and events, whatever day it is."""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.condition import Party, applies
from koinon.rules.cycle.after import dues_after
from koinon.rules.cycle.at_meeting import dues_at_meetings
from koinon.rules.cycle.calendar import dues_of_calendar
from koinon.rules.cycle.due import Due
from koinon.rules.cycle.duties import Duties, Duty, is_meant
from koinon.rules.cycle.forms import After, AtMeeting, Calendar
from koinon.rules.cycle.member import Member
from koinon.rules.cycle.seen import as_seen, each_once
from koinon.rules.event import Events, in_order

_LAST = (date.max, date.max)
_NOBODY = Party()
_PARTY = Reason("cycle.reason.party-not-known")


def dues(
    duties: Duties,
    events: Events,
    *,
    until: date,
    seen_on: date | None = None,
    since: Bound | None = None,
    bond: str = "",
    party: Party = _NOBODY,
    strand: str = "",
    text: str = "",
) -> tuple[Due, ...]:
    """List what is due from one member up to a day, in the order of the days.

    ``since`` is the day its belonging began, where no event says so; ``text`` the text it
    accepted, where it is named; else the texts of the days of signing and renewal count. A due
    whose day is not known comes last. Nothing here depends on today; with ``seen_on`` a duty
    without a known day is listed once at most, and by a rule that may be in force on that day.
    """
    member = Member.of(in_order(events), since=since, until=until, bond=bond, text=text)
    found: list[Due] = []
    for duty in duties.duties:
        if not is_meant(duty.rule, strand):
            continue
        concerns = applies(duty.rule.who, party, duties.groups) if duty.rule.who else True
        if concerns is not False:
            made = _of_duty(duty, member, None if concerns else _PARTY)
            found.extend(made if seen_on is None else as_seen(duty, made, seen_on))
    found.sort(key=_position)
    if seen_on is not None:
        found = each_once(found)
    if len({due.key for due in found}) == len(found):
        return tuple(found)
    return tuple(_renumbered(found))


def _of_duty(duty: Duty, member: Member, blocked: Reason | None) -> Iterator[Due]:
    match duty.rule:
        case After():
            return dues_after(duty, duty.rule, member, blocked)
        case Calendar():
            return dues_of_calendar(duty, duty.rule, member, blocked)
        case AtMeeting():
            return dues_at_meetings(duty, duty.rule, member, blocked)


def _position(due: Due) -> tuple[date, date, str, str, int]:
    on = due.due_on
    last, first = _LAST if on is None else (on.latest, on.earliest)
    return last, first, due.key.rule, due.key.anchor, due.key.n


def _renumbered(found: list[Due]) -> Iterator[Due]:
    """Count the dues of several versions of one rule through, each day once."""
    days: set[tuple[str, str, Bound | None]] = set()
    counts: dict[tuple[str, str], int] = {}
    for due in found:
        series = due.key.rule, due.key.anchor
        if (*series, due.due_on) in days or (due.due_on is None and series in counts):
            continue
        days.add((*series, due.due_on))
        if due.key.is_of_calendar:
            counts[series] = due.key.n
            yield due
            continue
        counts[series] = counts.get(series, 0) + 1
        n = counts[series]
        yield replace(due, key=replace(due.key, n=n), nth=n)
