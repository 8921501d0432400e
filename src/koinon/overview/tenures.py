"""Who is, or was, in which post: the days, the sources, and what a seat rests on."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import msgspec
from django.db.models import QuerySet

from koinon.overview.names import Named, named, names_of_organisations
from koinon.overview.sayings import Said, said
from koinon.overview.statutes import body_names
from koinon.register.models import Tenure
from koinon.register.queries.bonds import spells_known
from koinon.register.queries.sources import refs_in
from koinon.register.queries.tenures import TenureOn, tenures_on
from koinon.rules.answer import Reason
from koinon.rules.bound import OPEN_BOUND, Bound
from koinon.rules.period import Truth
from koinon.rules.rule import Text
from koinon.rules.spell.spell import Spell
from koinon.rules.trace import SourceRef, Trace


class Person(msgspec.Struct, frozen=True):
    """Someone in office, by code and name."""

    code: str
    name: str


class Tenancy(msgspec.Struct, frozen=True, kw_only=True):
    """Someone in a post for a time.

    ``until`` is the first day the tenure no longer holds (None: no end is known), as it follows
    from what is said, from the term and from what the tenure rests on; ``trace`` derives it.
    """

    bond: str
    post: str
    post_names: Text
    is_head: bool
    organisation: Named
    body: str
    body_names: Text
    party: Named
    person: Person | None
    role: str
    delegation: str
    sent_by: Named | None
    rests_on: str
    since: Bound
    until: Bound | None
    holds: Truth
    reason: Reason | None
    trace: Trace | None
    sources: tuple[Said, ...]


class _Around(NamedTuple):
    """What tenures refer to, gathered beforehand."""

    sources: dict[str, SourceRef]
    names: dict[int, tuple[Text, Text]]
    foundations: dict[int, str]


def tenancies(
    tenures: QuerySet[Tenure], day: date, *, known_on: date | None = None
) -> tuple[Tenancy, ...]:
    """Lay out tenures over time, as they stand on a day, those that began last first."""
    rows = list(tenures)
    on_day = {item.tenure.pk: item for item in tenures_on(tenures, day, known_on=known_on)}
    spells = spells_known((row.pk for row in rows), known_on)
    sources = refs_in(spell for found in spells.values() for spell in found)
    organisations = {row.post.organisation_id for row in rows}
    organisations |= {row.bond.party_id for row in rows}
    organisations |= {row.sent_by_id for row in rows if row.sent_by_id}
    around = _Around(sources, names_of_organisations(organisations), _foundations(rows))
    laid_out = (
        _tenancy(row, on_day.get(row.pk), spells[row.pk], around)
        for row in rows
        if row.pk in spells
    )
    return tuple(sorted(laid_out, key=_position))


def _position(item: Tenancy) -> tuple[str, int, str]:
    return item.organisation.code, -item.since.latest.toordinal(), item.bond


def _foundations(rows: Iterable[Tenure]) -> dict[int, str]:
    wanted = {row.rests_on_id for row in rows if row.rests_on_id}
    return dict(Tenure.objects.filter(pk__in=wanted).values_list("pk", "bond__code"))


def _tenancy(
    row: Tenure, item: TenureOn | None, spells: tuple[Spell, ...], around: _Around
) -> Tenancy:
    holding = [spell for spell in spells if spell.holds is not False] or list(spells)
    since, until = _bounds(holding)
    if item is not None and item.term.end.value is not None:
        until = item.term.end.value
    owner, party = row.post.organisation, row.bond.party
    return Tenancy(
        bond=row.bond.code,
        post=row.post.code,
        post_names=row.post.names,
        is_head=row.post.head_of_authority,
        organisation=named(owner.pk, owner.code, owner.kind, around.names),
        body=row.post.body,
        body_names=body_names(owner.code, row.post.body),
        party=named(party.pk, party.code, party.kind, around.names),
        person=Person(row.person.code, row.person.full_name) if row.person else None,
        role=row.role,
        delegation=row.delegation,
        sent_by=_sender(row, around.names),
        rests_on=around.foundations.get(row.rests_on_id or 0, ""),
        since=since,
        until=None if until == OPEN_BOUND else until,
        holds=False if item is None else item.holds,
        reason=None if item is None else item.term.reason,
        trace=None if item is None else item.term.end.trace,
        sources=_voices(holding, around.sources),
    )


def _sender(row: Tenure, names: dict[int, tuple[Text, Text]]) -> Named | None:
    sender = row.sent_by
    return named(sender.pk, sender.code, sender.kind, names) if sender else None


def _bounds(spells: list[Spell]) -> tuple[Bound, Bound]:
    sayings = [saying for spell in spells for saying in spell.sayings if saying.holds is not False]
    if not sayings:
        return Bound(spells[0].valid_from), Bound(spells[-1].valid_until)
    first = min(sayings, key=lambda item: (item.begins.latest, item.begins.earliest))
    last = min(sayings, key=lambda item: (item.ends.latest, item.ends.earliest))
    return first.begins, last.ends


def _voices(spells: list[Spell], sources: dict[str, SourceRef]) -> tuple[Said, ...]:
    latest = {saying.speaker: saying for spell in spells for saying in spell.sayings}
    shown = (said(saying, sources) for saying in latest.values())
    return tuple(item for item in shown if item is not None)
