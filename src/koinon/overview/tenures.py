"""Who is, or was, in which post: the days, the sources, and what a seat rests on."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

import msgspec

from koinon.overview.names import Named, named, names_of_organisations
from koinon.overview.sayings import Cited, Said, bounds_said, said
from koinon.overview.sourcing import each_once
from koinon.overview.statutes import body_names
from koinon.register.queries.sources import notes_in
from koinon.register.queries.tenures import TenureOn, TenureOverTime, tenures_over_time
from koinon.register.tenure_rows import TenureColumns, TenureRow
from koinon.rules.answer import Reason
from koinon.rules.bound import OPEN_BOUND, Bound, Precision
from koinon.rules.condition import Party
from koinon.rules.period import Period, Truth
from koinon.rules.rule import Text
from koinon.rules.spell.conclusion import conclusion
from koinon.rules.spell.spell import Spell
from koinon.rules.term.last_day import last_day, last_day_of
from koinon.rules.trace import SourceRef, Trace


class Person(msgspec.Struct, frozen=True):
    """Someone in office, by code and name; ``family`` is the name where there is little room."""

    code: str
    name: str
    family: str = ""


class Tenancy(msgspec.Struct, frozen=True, kw_only=True):
    """Someone in a post for a time.

    ``until`` is the first day the tenure no longer holds (None: no end is known), as it follows
    from what is said, from the term and from what the tenure rests on. An end that says nothing
    beside the beginning, or contradicts it, is none. ``trace`` derives the last day, and
    ``end_sources`` are those of its end. ``renewed``: another term follows that of the day.
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
    end_sources: tuple[SourceRef, ...] = ()
    renewed: bool = False

    @property
    def last_day(self) -> Bound | None:
        """The last day of the tenure, None where no end is known."""
        return None if self.until is None else last_day(self.until, self.since)

    @property
    def cites_end(self) -> bool:
        """Whether to name the sources of the end, since the first source shown is another."""
        shown = [said.source for said in self.sources]
        return bool(self.end_sources) and set(shown) != set(self.end_sources)


class _Around(NamedTuple):
    """What tenures refer to, gathered beforehand."""

    cited: Cited
    names: dict[int, tuple[Text, Text]]


def tenancies(
    tenures: Iterable[TenureColumns],
    day: date,
    *,
    known_on: date | None = None,
    parties: Mapping[int, Party] | None = None,
) -> tuple[Tenancy, ...]:
    """Lay out tenures over time, as they stand on a day, those that began last first.

    ``parties`` are those that were looked up for that day already.
    """
    found = tenures_over_time(tenures, day, known_on=known_on, parties=parties)
    notes = notes_in(spell for row in found.rows for spell in row.spells)
    names = names_of_organisations(_involved(row.tenure for row in found.rows))
    around = _Around(Cited(found.sources, notes), names)
    return tuple(sorted((_tenancy(row, around) for row in found.rows), key=_position))


def _position(item: Tenancy) -> tuple[str, int, str]:
    return item.organisation.code, -item.since.latest.toordinal(), item.bond


def _involved(rows: Iterable[TenureRow]) -> set[int]:
    keys = ((row.owner_id, row.party_id, row.sender_id) for row in rows)
    return {key for found in keys for key in found if key}


def _tenancy(found: TenureOverTime, around: _Around) -> Tenancy:
    row, spells, below, item, following, ends = found
    holding = [it for it in spells if conclusion(it, spells) is not False] or list(spells)
    since, said_until = bounds_said(holding)
    end = None if item is None else (following or item.term).end
    first_after = end.value if end and end.value else said_until
    until = _end(since, first_after)
    return Tenancy(
        bond=row.code,
        post=row.post,
        post_names=row.post_names,
        is_head=row.is_head,
        organisation=named(row.owner_id, row.owner_code, row.owner_kind, around.names),
        body=row.body,
        body_names=body_names(row.owner_code, row.body),
        party=named(row.party_id, row.party_code, row.party_kind, around.names),
        person=_person(row),
        role=row.role,
        delegation=row.delegation,
        sent_by=_sender(row, around.names),
        rests_on=below.code if below else "",
        since=since,
        until=until,
        holds=False if item is None else item.holds,
        reason=_reason(item, Period(since, first_after)),
        trace=last_day_of(end.trace, since) if until and end and end.value else None,
        sources=_voices(holding, around.cited),
        end_sources=each_once(ends) if until else (),
        renewed=following is not None,
    )


def _person(row: TenureRow) -> Person | None:
    if row.person_code is None:
        return None
    return Person(row.person_code, row.person_name, row.family_name or "")


def _sender(row: TenureRow, names: dict[int, tuple[Text, Text]]) -> Named | None:
    if row.sender_id is None:
        return None
    return named(row.sender_id, row.sender_code or "", row.sender_kind or "", names)


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
