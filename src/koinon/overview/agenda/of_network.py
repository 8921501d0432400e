"""What needs a network's secretariat for its members and bodies."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from koinon.overview.agenda.seats import left_open, seat_task, term_task
from koinon.overview.agenda.task import UNEQUAL, Agenda, Kind, Task, in_sections, voiced
from koinon.overview.body_term import body_terms_on
from koinon.overview.dues import DueItem, dues_to_network, next_of_each
from koinon.overview.names import Named, named, names_of_organisations
from koinon.overview.sayings import Cited, said
from koinon.overview.statutes import body_names
from koinon.overview.tenures import tenancies
from koinon.register.models import Organisation
from koinon.register.queries.bonds import BondOn, bonds_of, bonds_on
from koinon.register.queries.tenures import tenures_of
from koinon.rules.answer import Reason
from koinon.rules.cycle.due import DueState
from koinon.rules.duration import Duration
from koinon.rules.kind import OrganisationKind
from koinon.rules.rule import Text

AHEAD = Duration(2, "year")
"""How far duties of members are looked for."""


def agenda_of_network(network: str, day: date) -> Agenda | None:
    """Gather what needs a secretariat, None where the register has no such network."""
    row = Organisation.objects.filter(code=network, kind=OrganisationKind.NETWORK).first()
    if row is None:
        return None
    own = named(row.pk, row.code, row.kind, names_of_organisations([row.pk]))
    return Agenda(organisation=own, on=day, sections=in_sections(_tasks(own, day), day))


def _tasks(network: Named, day: date) -> Iterator[Task]:
    yield from _differences(network.code, day)
    yield from _duties(dues_to_network(network.code, day, until=AHEAD.after(day)), day)
    for item in body_terms_on([network.code], day):
        names = body_names(item.network, item.body)
        task = term_task(network, item.body, names, item.shown)
        if task is not None and names:
            yield task
    held = tenancies(tenures_of(organisation=network.code), day)
    yield from map(seat_task, left_open(held, day))


def _differences(network: str, day: date) -> Iterator[Task]:
    """Find the members about whom statements differ, each with what is said."""
    found = [it for it in bonds_on(bonds_of(counterpart=network), day) if it.state in UNEQUAL]
    cited = Cited.by(item.spell for item in found)
    names = names_of_organisations(item.bond.party_id for item in found)
    yield from (_difference(item, cited, names) for item in found)


def _difference(item: BondOn, cited: Cited, names: dict[int, tuple[Text, Text]]) -> Task:
    party = item.bond.party
    member = named(party.pk, party.code, party.kind, names)
    spell = item.spell
    third = (said(saying, cited) for saying in spell.third)
    return Task(
        kind=Kind.DIFFERENCE,
        day=None,
        what=Reason("agenda.difference.member", {"member": member.short}),
        why=None,
        about=member,
        sides=voiced(said(spell.party, cited), said(spell.network, cited), third),
        is_overdue=True,
    )


def _duties(dues: Sequence[DueItem], day: date) -> Iterator[Task]:
    """Gather what members owe by duty and day; one task for all who owe the same."""
    shown = sorted(next_of_each(dues, day), key=_same)
    for _, group in groupby(shown, key=_same):
        yield _duty(tuple(group))


def _same(item: DueItem) -> tuple[str, str, str]:
    return item.key.partition("/")[0], str(item.due_on), item.state


def _duty(items: Sequence[DueItem]) -> Task:
    first = items[0]
    return Task(
        kind=Kind.DUTY,
        day=first.due_on,
        what=first.what,
        why=Reason("agenda.duty.members", {"n": len(items), "state": Reason(f"due.{first.state}")}),
        about=first.counterpart,
        trace=first.trace if len(items) == 1 else None,
        is_overdue=first.state == DueState.LATE,
        is_unrecorded=first.state == DueState.UNRECORDED,
    )
