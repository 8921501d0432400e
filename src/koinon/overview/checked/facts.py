"""What the register knows of networks, as facts that claims can be held against."""

from collections.abc import Collection, Iterator
from datetime import date
from itertools import chain

from django.db.models import Q
from msgspec import structs

from koinon.history.belief import known
from koinon.overview.directory import CITIES
from koinon.overview.names import names_of_organisations
from koinon.overview.sayings import Said
from koinon.overview.tenures import Tenancy, tenancies
from koinon.register.models import Basis, BondKind, Figure, Organisation, Statement, Tenure
from koinon.register.queries.tenures import tenures_of
from koinon.register.reckoning import roughness
from koinon.rules.bound import OPEN_BOUND, Bound
from koinon.rules.claim.claim import ClaimKind, Fact
from koinon.rules.claim.hosting import LOCATED
from koinon.rules.period import Period
from koinon.rules.spell.last_word import Word, last_end
from koinon.rules.term.last_day import last_day


def figures(codes: Collection[str], day: date) -> Iterator[Fact]:
    """List what sources say in numbers of some networks; one query."""
    rows = known(
        Figure.objects.filter(
            basis=Basis.STATED, dated_earliest__lte=day, organisation__code__in=codes
        )
    )
    for row in rows.select_related("source", "organisation").order_by("pk"):
        yield Fact(
            subject=row.organisation.code,
            aspect=row.measure,
            value=int(row.value),
            qualifier=row.qualifier,
            begins=row.dated,
            source=row.source.ref,
        )


def foundations(codes: Collection[str]) -> Iterator[Fact]:
    """List when organisations were founded; one query."""
    rows = Organisation.objects.filter(code__in=codes).exclude(founded_earliest=None)
    for row in rows.select_related("source").order_by("pk"):
        yield Fact(
            subject=row.code,
            aspect=str(ClaimKind.FOUNDED),
            value=row.founded,
            begins=row.founded,
            source=row.source.ref if row.source else None,
        )


def tenancies_of(codes: Collection[str], day: date) -> tuple[Tenancy, ...]:
    """Gather the posts that some people hold or held, and those in some organisations."""
    theirs = Tenure.objects.filter(person__code__in=codes).values("post")
    wanted = Q(post__organisation__code__in=codes) | Q(post__in=theirs)
    return tenancies(tenures_of().filter(wanted), day)


def holders(found: Collection[Tenancy], day: date) -> Iterator[Fact]:
    """Say who holds or held which post."""
    ended = _ended(found, day)
    for item in found:
        if item.person is None:
            continue
        end = ended.get(item.bond) if item.holds is None else None
        shown = end or _of_beginning(item)
        of_end = item.end_sources[:1] if item.holds is False else ()
        source = of_end[0] if of_end else shown.source if shown else None
        yield Fact(
            subject=item.organisation.code,
            aspect=f"post:{item.post}",
            value=item.person.code,
            begins=item.since,
            ends=end.last_day if end else item.last_day,
            source=source,
            note=shown.note if shown else {},
            names={"mul": item.person.name},
            holds=False if end else item.holds,
            of_end=item.end_sources[0] if item.end_sources else None,
        )


def _of_beginning(item: Tenancy) -> Said | None:
    """Give the voice that says most exactly when a tenure began."""
    said = [it for it in item.sources if it.source]
    return min(said, key=lambda it: roughness(it.begins), default=None)


def _ended(found: Collection[Tenancy], day: date) -> dict[str, Said]:
    """Find the tenures of which a source tells the end, and no later one that they go on.

    What rests on a tenure ends with it.
    """
    ended = {item.bond: end for item in found if (end := _end_said(item.sources, day))}
    resting = {item.bond: ended[item.rests_on] for item in found if item.rests_on in ended}
    return resting | ended


def _end_said(sayings: Collection[Said], day: date) -> Said | None:
    return last_end((Word(it, it.stated_on, it.ends or OPEN_BOUND) for it in sayings), day)


def beginnings(codes: Collection[str], day: date) -> Iterator[Fact]:
    """Say since when and until when members belong to networks, as each source tells it."""
    rows = known(
        Statement.objects.filter(
            bond__party__code__in=codes, bond__counterpart__code__in=codes, grade__isnull=False
        ).exclude(bond__kind__in=(BondKind.TENURE, BondKind.SECRETARIAT))
    )
    told: dict[int, list[Statement]] = {}
    for row in rows.select_related("source", "bond__party", "bond__counterpart").order_by("pk"):
        told.setdefault(row.bond_id, []).append(row)
    for row in chain.from_iterable(told.values()):
        end = last_end((Word(it, it.stated_on, it.valid_until) for it in told[row.bond_id]), day)
        yield Fact(
            subject=row.bond.counterpart.code,
            aspect=f"joined:{row.bond.party.code}",
            value=row.valid_from,
            begins=row.valid_from,
            ends=_last_day(end or row),
            as_of=Bound(row.stated_on),
            holds=False if end else Period(row.valid_from, row.valid_until).holds_on(day),
            source=row.source.ref if row.source else None,
            is_signing=row.bond.kind == BondKind.SIGNATURE,
        )


def hosts(codes: Collection[str], day: date) -> Iterator[Fact]:
    """Say who housed or houses the secretariat of networks; two queries."""
    stated = Statement.objects.filter(
        bond__kind=BondKind.SECRETARIAT, bond__counterpart__code__in=codes, grade__isnull=False
    )
    rows = list(known(stated).select_related("source", "bond__party", "bond__counterpart"))
    names = names_of_organisations(row.bond.party_id for row in rows)
    latest: dict[int, list[Statement]] = {}
    for row in sorted(rows, key=lambda it: (it.bond.code, it.stated_on)):
        latest.setdefault(row.bond_id, []).append(row)
    for told in latest.values():
        row = last_end((Word(it, it.stated_on, it.valid_until) for it in told), day) or told[-1]
        party = row.bond.party
        fact = Fact(
            subject=row.bond.counterpart.code,
            aspect=str(ClaimKind.HOST),
            value=party.code,
            begins=row.valid_from,
            ends=_last_day(row),
            source=row.source.ref if row.source else None,
            names=names.get(party.pk, ({"mul": party.code}, {}))[0],
            holds=Period(row.valid_from, row.valid_until).holds_on(day),
        )
        yield fact
        if party.kind in CITIES:
            yield structs.replace(fact, aspect=LOCATED)


def _last_day(row: Statement) -> Bound | None:
    return None if row.valid_until == OPEN_BOUND else last_day(row.valid_until, row.valid_from)
