"""Who is, or was, in which post: the days, the sources, and what a seat rests on."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import msgspec
from django.db.models import QuerySet

from koinon.overview.names import Named, named, names_of_organisations
from koinon.overview.sayings import Cited, Said, said
from koinon.overview.statutes import body_names
from koinon.register.models import Tenure
from koinon.register.queries.bonds import spells_known
from koinon.register.queries.tenures import TenureOn, tenures_on
from koinon.register.reckoning import roughness
from koinon.rules.answer import Reason
from koinon.rules.bound import OPEN_BOUND, Bound, Precision
from koinon.rules.period import Period, Truth
from koinon.rules.rule import Text
from koinon.rules.spell.conclusion import conclusion
from koinon.rules.spell.spell import Spell
from koinon.rules.term.last_day import last_day, last_day_of
from koinon.rules.trace import Trace


class Person(msgspec.Struct, frozen=True):
    """Someone in office, by code and name."""

    code: str
    name: str


class Tenancy(msgspec.Struct, frozen=True, kw_only=True):
    """Someone in a post for a time.

    ``until`` is the first day the tenure no longer holds (None: no end is known), as it follows
    from what is said, from the term and from what the tenure rests on. An end that says nothing
    beside the beginning, or contradicts it, is none. ``trace`` derives the last day.
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

    @property
    def last_day(self) -> Bound | None:
        """The last day of the tenure, None where no end is known."""
        return None if self.until is None else last_day(self.until, self.since)


class _Around(NamedTuple):
    """What tenures refer to, gathered beforehand."""

    cited: Cited
    names: dict[int, tuple[Text, Text]]
    foundations: dict[int, str]


def tenancies(
    tenures: QuerySet[Tenure], day: date, *, known_on: date | None = None
) -> tuple[Tenancy, ...]:
    """Lay out tenures over time, as they stand on a day, those that began last first."""
    rows = list(tenures)
    on_day = {item.tenure.pk: item for item in tenures_on(tenures, day, known_on=known_on)}
    spells = spells_known((row.pk for row in rows), known_on)
    cited = Cited.by(spell for found in spells.values() for spell in found)
    organisations = {row.post.organisation_id for row in rows}
    organisations |= {row.bond.party_id for row in rows}
    organisations |= {row.sent_by_id for row in rows if row.sent_by_id}
    around = _Around(cited, names_of_organisations(organisations), _foundations(rows))
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
    holding = [it for it in spells if conclusion(it, spells) is not False] or list(spells)
    since, said_until = _bounds(holding)
    end = None if item is None else item.term.end
    first_after = end.value if end and end.value else said_until
    until = _end(since, first_after)
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
        until=until,
        holds=False if item is None else item.holds,
        reason=_reason(item, Period(since, first_after)),
        trace=last_day_of(end.trace, since) if until and end and end.value else None,
        sources=_voices(holding, around.cited),
    )


def _sender(row: Tenure, names: dict[int, tuple[Text, Text]]) -> Named | None:
    sender = row.sent_by
    return named(sender.pk, sender.code, sender.kind, names) if sender else None


def _bounds(spells: list[Spell]) -> tuple[Bound, Bound]:
    sayings = [saying for spell in spells for saying in spell.sayings if saying.holds is not False]
    if not sayings:
        return Bound(spells[0].valid_from), Bound(spells[-1].valid_until)
    first = min(sayings, key=lambda item: (item.begins.latest, roughness(item.begins)))
    latest = [saying for saying in spells[-1].sayings if saying.holds is not False] or sayings
    return first.begins, min((saying.ends for saying in latest), key=roughness)


def _reason(item: TenureOn | None, period: Period) -> Reason | None:
    """Say what leaves the state of a tenure open, first of all an end before its beginning."""
    if not period.is_possible:
        return Reason("term.reason.end-before-start", {"day": last_day(period.end)})
    return None if item is None else item.term.reason


def _end(since: Bound, until: Bound) -> Bound | None:
    """Keep an end that says more than that it comes after the beginning."""
    if until.precision is Precision.AT_EARLIEST and until.earliest <= since.earliest:
        return None
    return until if until != OPEN_BOUND and Period(since, until).is_possible else None


def _voices(spells: list[Spell], cited: Cited) -> tuple[Said, ...]:
    latest = {saying.speaker: saying for spell in spells for saying in spell.sayings}
    shown = (said(saying, cited) for saying in latest.values())
    return tuple(item for item in shown if item is not None)
