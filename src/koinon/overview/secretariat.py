"""Who runs the office of a network, where it is, and for which networks a city runs one."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec
from django.db.models import QuerySet

from koinon.history.belief import known
from koinon.overview.names import Named, named, names_of_organisations
from koinon.register.models import Bond, BondKind, Organisation, Statement
from koinon.register.prepared import prepared
from koinon.register.queries.bonds import AGING_AFTER, spells_known
from koinon.rules.answer import Reason
from koinon.rules.bound import OPEN_END, Bound
from koinon.rules.period import Period, Truth
from koinon.rules.rule import Text
from koinon.rules.spell.conclusion import conclusion
from koinon.rules.spell.disc import half
from koinon.rules.spell.last_word import Word, last_end
from koinon.rules.spell.spell import Spell
from koinon.rules.spell.state import state
from koinon.rules.spell.words import state_words
from koinon.rules.term.last_day import last_day
from koinon.rules.trace import SourceRef
from koinon.statutes.applied import source_ref
from koinon.statutes.document import Secretariat, Statute


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office as a source describes it; ``holds`` is None where nobody knows whether still.

    ``organisation`` is where it is housed, if the register has it.
    """

    names: Text
    run_by: Text
    organisation: Named | None
    town: Text
    address: str
    contact: str
    since: Bound
    last_day: Bound | None
    holds: Truth
    sources: tuple[SourceRef, ...]


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What a side or a source says of it; ``last_day`` is None where it names no end."""

    denies: bool
    since: Bound
    last_day: Bound | None
    stated_on: date
    source: SourceRef | None
    note: Text


class Host(msgspec.Struct, frozen=True, kw_only=True):
    """An organisation of the register and the network it runs the office for.

    ``holds`` is False for one that did so before, None where rough bounds leave it open.
    """

    host: Named
    network: Named
    holds: Truth
    state: str
    words: Reason
    left: str
    right: str
    told: tuple[Told, ...]


class Secretariats(msgspec.Struct, frozen=True):
    """The offices of a network, those that run one now or perhaps, and those that did before."""

    offices: tuple[Office, ...] = ()
    hosts: tuple[Host, ...] = ()
    former: tuple[Host, ...] = ()

    @property
    def is_known(self) -> bool:
        """Whether anybody is named for the day."""
        return bool(self.offices or self.hosts)


def secretariats_of(network: int, statute: Statute | None, day: date) -> Secretariats:
    """Gather who runs the office of a network; one query, two more where anybody does."""
    found = _hosts(_told_of_network(network), day)
    return Secretariats(
        offices=_offices(statute, day) if statute else (),
        hosts=tuple(it for it in found if it.holds is not False),
        former=tuple(it for it in found if it.holds is False),
    )


def hosted_by(organisation: int, day: date) -> tuple[Host, ...]:
    """List the networks whose office an organisation runs, now or perhaps; as many queries."""
    found = _hosts(_told_of_party(organisation), day)
    return tuple(it for it in found if it.holds is not False)


def _offices(statute: Statute, day: date) -> tuple[Office, ...]:
    houses = _housing([it.organisation for it in statute.secretariat if it.organisation])
    shown = (_office(statute, it, houses, day) for it in statute.secretariat)
    return tuple(it for it in shown if it.holds is not False)


def _housing(codes: Sequence[str]) -> dict[str, Named]:
    """Name the organisations that house an office; no query where no statute names one."""
    rows = Organisation.objects.filter(code__in=codes) if codes else ()
    return {it.code: Named(it.code, it.kind, {}, {}) for it in rows}


def _office(statute: Statute, item: Secretariat, houses: Mapping[str, Named], day: date) -> Office:
    end = {"end": item.valid_until} if item.valid_until else {}
    return Office(
        names=item.names,
        run_by=item.run_by,
        organisation=houses.get(item.organisation),
        town=item.town,
        address=item.address,
        contact=item.contact,
        since=item.valid_from,
        last_day=last_day(item.valid_until, item.valid_from) if item.valid_until else None,
        holds=Period(item.valid_from, **end).holds_on(day),
        sources=tuple(source_ref(statute, code) for code in (item.source, *item.also)),
    )


@prepared
def _told_of_network(network: int) -> QuerySet[Statement]:
    return _in_order(Statement.objects.filter(bond__counterpart=network))


@prepared
def _told_of_party(party: int) -> QuerySet[Statement]:
    return _in_order(Statement.objects.filter(bond__party=party))


def _in_order(stated: QuerySet[Statement]) -> QuerySet[Statement]:
    rows = known(stated).filter(bond__kind=BondKind.SECRETARIAT)
    sides = rows.select_related("source", "bond__party", "bond__counterpart")
    return sides.order_by("bond__code", "stated_on", "pk")


def _hosts(rows: Iterable[Statement], day: date) -> tuple[Host, ...]:
    told: dict[Bond, list[Statement]] = {}
    for row in rows:
        told.setdefault(row.bond, []).append(row)
    if not told:
        return ()
    spells = spells_known(bond.pk for bond in told)
    names = names_of_organisations(it for bond in told for it in _sides(bond))
    hosts = []
    for bond, statements in told.items():
        spell = _begun(spells.get(bond.pk, ()), day)
        if spell is not None:
            holds = _holds(statements, spell, spells[bond.pk], day)
            hosts.append(_host(_named(bond, names), statements, spell, holds, day))
    return tuple(sorted(hosts, key=_begin, reverse=True))


def _begun(spells: Iterable[Spell], day: date) -> Spell | None:
    """Choose the spell of the day, else the last one before it of which somebody spoke."""
    begun = [it for it in spells if it.valid_from <= day and it.sayings]
    return max(begun, key=lambda it: it.valid_from, default=None)


def _sides(bond: Bond) -> tuple[int, int]:
    return bond.party_id, bond.counterpart_id


def _holds(
    statements: Sequence[Statement], spell: Spell, spells: Sequence[Spell], day: date
) -> Truth:
    if last_end((Word(it, it.stated_on, it.valid_until) for it in statements), day):
        return False
    return conclusion(spell, spells) if spell.covers(day) else False


def _named(bond: Bond, names: dict[int, tuple[Text, Text]]) -> tuple[Named, Named]:
    party, network = (
        named(it.pk, it.code, it.kind, names) for it in (bond.party, bond.counterpart)
    )
    return party, network


def _host(
    sides: tuple[Named, Named],
    statements: Iterable[Statement],
    spell: Spell,
    holds: Truth,
    day: date,
) -> Host:
    standing = state(spell, day, aging_after=AGING_AFTER)
    return Host(
        host=sides[0],
        network=sides[1],
        holds=holds,
        state=standing,
        words=state_words(spell, standing),
        left=half(spell.party),
        right=half(spell.network),
        told=tuple(_told(it) for it in statements),
    )


def _told(row: Statement) -> Told:
    is_open = row.valid_until.latest == OPEN_END
    return Told(
        denies=row.grade is None,
        since=row.valid_from,
        last_day=None if is_open else last_day(row.valid_until, row.valid_from),
        stated_on=row.stated_on,
        source=row.source.ref if row.source else None,
        note=row.note,
    )


def _begin(host: Host) -> tuple[date, str]:
    return max(it.since.latest for it in host.told), host.host.code
