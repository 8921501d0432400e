"""Seats and terms that ended without anybody known to follow."""

from collections.abc import Iterable, Sequence
from datetime import date

from koinon.overview.agenda.task import Kind, Task
from koinon.overview.body_term import BodyTermShown
from koinon.overview.names import Named
from koinon.overview.tenures import Tenancy, tenancies
from koinon.register.queries.tenures import tenures_of
from koinon.rules.answer import Reason
from koinon.rules.bound import BEGINNING, OPEN_END, Bound
from koinon.rules.rule import Text
from koinon.rules.term.answer import TermState

type Seat = tuple[str, str]


def seat_of(item: Tenancy) -> Seat:
    """Name the post of a tenure: its organisation and its code."""
    return item.organisation.code, item.post


def in_seats(seats: Iterable[Seat], day: date) -> tuple[Tenancy, ...]:
    """Lay out everybody who ever was in posts; a fixed number of queries."""
    wanted = set(seats)
    rows = tenures_of().filter(
        post__organisation__code__in={it[0] for it in wanted},
        post__code__in={it[1] for it in wanted},
    )
    return tuple(it for it in tenancies(rows, day) if seat_of(it) in wanted)


def left_open(tenures: Sequence[Tenancy], day: date) -> tuple[Tenancy, ...]:
    """Give of each post the last who left it, where nobody is known to be in it on the day."""
    found: dict[Seat, Tenancy] = {}
    begun = [it for it in tenures if it.since.earliest <= day]
    taken = {seat_of(it) for it in begun if it.holds}
    for item in sorted(begun, key=lambda it: it.since.latest):
        if seat_of(item) not in taken and item.until is not None:
            found[seat_of(item)] = item
    return tuple(it for it in found.values() if it.until and it.until.earliest <= day)


def seat_task(item: Tenancy) -> Task:
    """Make the task that a post left open is."""
    who = item.person.name if item.person else item.party.short
    return Task(
        kind=Kind.SEAT,
        day=_told(item.last_day),
        what=Reason("agenda.seat", {"post": item.post_names, "network": item.organisation.short}),
        why=Reason("agenda.seat.why", {"who": who}),
        about=item.organisation,
        body=item.body,
        trace=item.trace,
        is_overdue=True,
    )


def _told(day: Bound | None) -> Bound | None:
    """Keep a day that tells anything."""
    return None if day is None or (day.earliest, day.latest) == (BEGINNING, OPEN_END) else day


def term_task(network: Named, body: str, names: Text, term: BodyTermShown) -> Task | None:
    """Make the task that the end of a body's term is, None where no end is known."""
    end = term.last_day
    if end is None:
        return None
    is_over = term.answer.state in {TermState.RUN_OUT, TermState.ENDED, TermState.HOLDING_OVER}
    params = {"body": names, "network": network.short}
    return Task(
        kind=Kind.TERM,
        day=_first(term.process.value, end, is_over=is_over),
        what=Reason("agenda.term.over" if is_over else "agenda.term.ends", params),
        why=Reason("agenda.term.why", {"day": term.elections[0].began}) if term.elections else None,
        about=network,
        body=body,
        trace=term.trace,
        is_overdue=is_over,
    )


def _first(process: Bound | None, end: Bound, *, is_over: bool) -> Bound:
    """Choose the day to act on: when the next election must begin, else when the term ends."""
    return end if is_over or process is None else process
