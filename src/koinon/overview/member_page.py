"""Everything that the page of a network's members says on a day."""

from datetime import date

import msgspec
from django.db.models import QuerySet

from koinon.overview.member_filter import MemberFilter
from koinon.overview.member_numbers import MemberNumbers, member_numbers
from koinon.overview.members import Members, members_of
from koinon.overview.names import Named, by_use, named
from koinon.register.models import Organisation
from koinon.register.prepared import prepared
from koinon.register.queries.statutes import statute_of
from koinon.rules.bound import Bound
from koinon.rules.kind import OrganisationKind
from koinon.rules.rule import Text

NOT_ON_RECORD = 0
"""Stands for a network that has a statute and no row in the register."""


type NameRow = tuple[int, str, date | None, date | None, str | None, str | None, str | None]


class Network(msgspec.Struct, frozen=True, kw_only=True):
    """A network by its key and names, with the acts of belonging that its statute tells apart."""

    key: int
    shown: Named
    strands: dict[str, Text]
    founded: Bound | None = None


class MemberPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page of a network's members, and all numbers beside it."""

    organisation: Named
    strands: dict[str, Text]
    members: Members
    numbers: MemberNumbers
    asked: MemberFilter


def network_named(code: str) -> Network | None:
    """Find a network, None where neither register nor statute knows it; one query."""
    rows = _names_of_network(code)
    statute = statute_of(code)
    strands = {it: strand.names for it, strand in statute.strands.items()} if statute else {}
    if rows:
        key, kind, earliest, latest = rows[0][:4]
        shown = named(key, code, kind, by_use(_use(row) for row in rows if row[4]))
        founded = Bound(earliest, latest) if earliest and latest else None
        return Network(key=key, shown=shown, strands=strands, founded=founded)
    if statute is None:
        return None
    shown = Named(code, OrganisationKind.NETWORK, statute.names, statute.names)
    return Network(key=NOT_ON_RECORD, shown=shown, strands=strands)


def _use(row: NameRow) -> tuple[int, str, str, str]:
    return row[0], row[4] or "", row[5] or "", row[6] or ""


@prepared
def _names_of_network(code: str) -> QuerySet[Organisation, NameRow]:
    rows = Organisation.objects.filter(code=code).order_by("names__pk")
    founded = ("founded_earliest", "founded_latest")
    return rows.values_list("pk", "kind", *founded, "names__language", "names__name", "names__use")


def members_on(
    code: str, day: date, language: str, *, asked: MemberFilter, after: str = ""
) -> MemberPage | None:
    """Gather a page of members, None for a network that nobody knows.

    Numbers are counted once for each state of the register; the rest takes as many queries for
    a network of sixty members as for one of a hundred thousand.
    """
    network = network_named(code)
    if network is None:
        return None
    numbers = member_numbers(network.key, code, day, language)
    return MemberPage(
        organisation=network.shown,
        strands=network.strands,
        members=members_of(network.key, day, numbers.languages, after=after, asked=asked),
        numbers=numbers,
        asked=asked,
    )
