"""What needs a city's office for its networks."""

from collections.abc import Iterable, Iterator
from datetime import date

from koinon.overview.agenda.seats import in_seats, left_open, seat_of, seat_task, term_task
from koinon.overview.agenda.task import UNEQUAL, Agenda, Kind, Task, in_sections, voiced
from koinon.overview.body_term import body_terms_on
from koinon.overview.city import CityPage, city_on
from koinon.overview.dues import DueItem, next_of_each
from koinon.overview.statutes import body_names
from koinon.overview.tenures import Tenancy
from koinon.overview.ties import INDIRECT, Tie
from koinon.register.queries.bonds import AGING_AFTER
from koinon.rules.answer import Reason
from koinon.rules.cycle.due import DueState


def agenda_of_city(city: str, day: date) -> Agenda | None:
    """Gather what needs a city's office, None where the register knows no such organisation."""
    page = city_on(city, day)
    return None if page is None else agenda_from(page)


def agenda_from(page: CityPage) -> Agenda:
    """Gather what needs the office of a city whose page was gathered before."""
    return Agenda(
        organisation=page.organisation,
        on=page.on,
        sections=in_sections(_tasks(page), page.on),
    )


def _tasks(page: CityPage) -> Iterator[Task]:
    own = [tie for tie in page.ties if tie.group != INDIRECT]
    yield from (difference_task(tie) for tie in own if tie.state in UNEQUAL)
    yield from (due_task(item) for item in next_of_each(page.dues, page.on))
    yield from map(seat_task, _seats_left(page))
    yield from _terms(page, own)
    yield from _to_confirm(page, own)


def difference_task(tie: Tie) -> Task:
    """Make the task that a difference about a tie is."""
    return Task(
        kind=Kind.DIFFERENCE,
        day=None,
        what=Reason("agenda.difference", {"network": tie.counterpart.short}),
        why=None,
        about=tie.counterpart,
        sides=voiced(tie.member_says, tie.network_says, tie.third),
        is_overdue=True,
    )


def due_task(item: DueItem) -> Task:
    """Make the task that a duty is."""
    return Task(
        kind=Kind.DUTY,
        day=item.due_on,
        what=item.what,
        why=item.reason or Reason(f"due.{item.state}"),
        about=item.counterpart,
        trace=item.trace,
        is_overdue=item.state == DueState.LATE,
        is_unrecorded=item.state == DueState.UNRECORDED,
    )


def _seats_left(page: CityPage) -> Iterator[Tenancy]:
    """Find the posts elsewhere that the city's people left and nobody is known to be in."""
    own = page.organisation.code
    left = {seat_of(it) for it in page.tenures if it.organisation.code != own and not it.holds}
    if left:
        open_now = left_open(in_seats(left, page.on), page.on)
        yield from (it for it in open_now if it.party.code == own)


def _terms(page: CityPage, own: Iterable[Tie]) -> Iterator[Task]:
    networks = {tie.counterpart.code: tie.counterpart for tie in own if tie.holds}
    for item in body_terms_on(networks, page.on):
        names = body_names(item.network, item.body)
        task = term_task(networks[item.network], item.body, names, item.shown)
        if task is not None and names:
            yield task


def _to_confirm(page: CityPage, own: Iterable[Tie]) -> Iterator[Task]:
    """Ask to say again what the city's own sources said long ago: one task for all of it."""
    old = tuple(
        tie.member_says
        for tie in own
        if tie.member_says is not None
        and tie.member_says.of_day
        and tie.state not in UNEQUAL
        and page.on > AGING_AFTER.after(tie.member_says.stated_on)
    )
    if old:
        yield Task(
            kind=Kind.CONFIRM,
            day=None,
            what=Reason("agenda.confirm", {"n": len(old)}),
            why=Reason("agenda.confirm.why", {"day": min(it.stated_on for it in old)}),
            about=page.organisation,
        )
