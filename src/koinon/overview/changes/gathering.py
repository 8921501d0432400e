"""Reading changes from what is said: beginnings and ends of bonds, and figures."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import ExtractYear
from msgspec.structs import replace

from koinon.overview.changes.change import Change, Order, What
from koinon.overview.changes.key import Key, beyond
from koinon.overview.names import named, names_of_organisations
from koinon.overview.tenures import Person
from koinon.register.models import Basis, BondKind, Figure, Statement
from koinon.register.queries.figures import figure_of
from koinon.rules.bound import BEGINNING
from koinon.rules.rule import Text
from koinon.rules.term.last_day import last_day

type Names = dict[int, tuple[Text, Text]]


class Asked(NamedTuple):
    """Which changes are asked for: up to a day, of an organisation or of all, of a kind or all."""

    on: date
    order: Order
    organisation: int | None
    what: What | None
    after: Key | None
    most: int


class _Rows(NamedTuple):
    """Rows of one table: which columns hold their day, and how they come in between others."""

    prefix: str
    rank: int
    shift: int


BEGAN, ENDED, COUNTED = _Rows("from", 3, 0), _Rows("until", 2, 1), _Rows("dated", 1, 0)


class Found(NamedTuple):
    """A row and in which way it is a change."""

    key: Key
    row: Any
    rows: _Rows


def gather(asked: Asked) -> list[Found]:
    """Find the first changes after the place asked for, those with the greatest keys first.

    At most three queries.
    """
    found: list[Found] = []
    if asked.what is not What.FIGURES:
        for rows in (BEGAN, ENDED):
            found += _found(asked, rows, _statements(asked))
    if asked.what in (None, What.FIGURES):
        found += _found(asked, COUNTED, _figures(asked))
    return sorted(found, key=lambda item: item.key, reverse=True)[: asked.most]


def _statements(asked: Asked) -> QuerySet[Statement]:
    rows = Statement.objects.exclude(grade=None).annotate(goes_on=Exists(_earlier_word()))
    rows = rows.select_related(
        "bond__party",
        "bond__counterpart",
        "bond__tenure__post",
        "bond__tenure__person",
        "source",
        "entry",
        "withdrawn_by",
    )
    if asked.what is not None:
        is_post = Q(bond__kind=BondKind.TENURE)
        rows = rows.filter(is_post if asked.what is What.POSTS else ~is_post)
    if asked.organisation is not None:
        side = Q(bond__party=asked.organisation) | Q(bond__counterpart=asked.organisation)
        rows = rows.filter(side)
    return rows


def _earlier_word() -> QuerySet[Statement]:
    """Ask who said, before a beginning, that the bond had begun already and was not to end yet."""
    said = Statement.objects.exclude(grade=None).filter(bond=OuterRef("bond"), withdrawn_by=None)
    return said.filter(
        stated_on__lt=OuterRef("from_earliest"),
        from_latest__lt=OuterRef("from_earliest"),
        until_earliest__gte=OuterRef("from_earliest"),
    )


def _figures(asked: Asked) -> QuerySet[Figure]:
    rows = Figure.objects.filter(basis__in=Basis.values).select_related(
        "organisation", "source", "entry", "withdrawn_by"
    )
    return rows.filter(organisation=asked.organisation) if asked.organisation else rows


def _found(asked: Asked, rows: _Rows, query: QuerySet[Any]) -> Iterator[Found]:
    latest, earliest = f"{rows.prefix}_latest", f"{rows.prefix}_earliest"
    # Of what is rougher than a year nobody can say that it happened now.
    query = query.annotate(roughness=ExtractYear(latest) - ExtractYear(earliest)).filter(
        **{f"{earliest}__gt": BEGINNING, f"{latest}__lte": asked.on + timedelta(days=rows.shift)},
        roughness=0,
    )
    order = [f"-{latest}", f"-{earliest}", "-pk"]
    if asked.order is Order.HAPPENED:
        query = query.filter(withdrawn_by=None)
    else:
        order.insert(0, "-entry_id")
    if asked.after is not None:
        query = query.filter(beyond(asked.after, rows.prefix, rows.rank, rows.shift))
    shift = timedelta(days=rows.shift)
    for row in query.order_by(*order)[: asked.most]:
        entry = row.entry_id if asked.order is Order.ENTERED else 0
        days = getattr(row, latest) - shift, getattr(row, earliest) - shift
        yield Found(Key(entry, *days, rows.rank, row.pk), row, rows)


def changes(found: list[Found]) -> tuple[Change, ...]:
    """Make changes of rows, several sources of the same in one; one query for all names."""
    names = names_of_organisations(_organisations(found))
    built: dict[tuple[str, int], Change] = {}
    for item in found:
        change = _figure(item, names) if item.rows is COUNTED else _statement(item, names)
        same = (change.name, change.key.entry)
        built[same] = _joined(built[same], change) if same in built else change
    return tuple(built.values())


def _joined(one: Change, other: Change) -> Change:
    sources = tuple(dict.fromkeys((*one.sources, *other.sources)))
    withdrawn = one.withdrawn_at and other.withdrawn_at
    return replace(
        one,
        sources=sources,
        entered_at=max(one.entered_at, other.entered_at),
        withdrawn_at=withdrawn,
    )


def _organisations(found: list[Found]) -> set[int]:
    keys: set[int] = set()
    for item in found:
        if item.rows is COUNTED:
            keys.add(item.row.organisation_id)
        else:
            keys |= {item.row.bond.party_id, item.row.bond.counterpart_id}
    return keys


def _statement(item: Found, names: Names) -> Change:
    row: Statement = item.row
    bond, is_end = row.bond, item.rows is ENDED
    tenure = bond.tenure if bond.kind == BondKind.TENURE else None
    day = last_day(row.valid_until, row.valid_from) if is_end else row.valid_from
    # Who is confirmed for another term does not begin then, as the tenure's own page says.
    renewed = tenure is not None and not is_end and item.row.goes_on
    end = "ended" if is_end else "renewed" if renewed else "began"
    person = tenure.person if tenure else None
    return Change(
        key=item.key,
        name=f"{bond.code}/{end}/{day}",
        what=What.POSTS if tenure else What.TIES,
        code=f"change.{bond.kind}.{end}",
        day=day,
        party=named(bond.party.pk, bond.party.code, bond.party.kind, names),
        network=named(bond.counterpart.pk, bond.counterpart.code, bond.counterpart.kind, names),
        person=Person(person.code, person.full_name) if person else None,
        post=tenure.post.names if tenure else {},
        figure=None,
        sources=(row.source.ref,) if row.source else (),
        entry=row.entry.number or 0,
        entered_at=row.entry.at,
        withdrawn_at=row.withdrawn_by.at if row.withdrawn_by else None,
    )


def _figure(item: Found, names: Names) -> Change:
    row: Figure = item.row
    owner = row.organisation
    return Change(
        key=item.key,
        name=f"{owner.code}/{row.measure}/{row.basis}/{row.dated}/{row.source.code}",
        what=What.FIGURES,
        code=f"change.figure.{row.basis}",
        day=row.dated,
        party=None,
        network=named(owner.pk, owner.code, owner.kind, names),
        person=None,
        post={},
        figure=figure_of(row, row.dated_latest),
        sources=(row.source.ref,),
        entry=row.entry.number or 0,
        entered_at=row.entry.at,
        withdrawn_at=row.withdrawn_by.at if row.withdrawn_by else None,
    )
