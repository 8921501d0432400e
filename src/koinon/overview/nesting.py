"""What a network is a part of on a day: as the register knows it, else as its statute says."""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from koinon.overview.names import named, names_of_organisations
from koinon.overview.sayings import bounds_of_day
from koinon.overview.statutes import network_names
from koinon.register.models import Organisation
from koinon.register.queries.bonds import BondOn, bonds_on, sections_of
from koinon.register.queries.statutes import statute_of
from koinon.rules.bound import Bound
from koinon.rules.period import Period
from koinon.rules.rule import Text
from koinon.statutes.document import Nesting, Statute

SECTION = "section"


class Outer(msgspec.Struct, frozen=True, kw_only=True):
    """A network that another is a part of; one that is not known has no page."""

    code: str
    names: Text
    is_known: bool


class Nested(msgspec.Struct, frozen=True, kw_only=True):
    """In which way a network is a part of another."""

    way: str
    inside: Outer
    valid_from: Bound | None
    valid_until: Bound | None


def nested_in(network: str, statute: Statute | None, day: date) -> tuple[Nested, ...]:
    """Give what a network is, or may be, a part of on a day.

    Where the register has a tie to the outer network, that tie alone answers, as it does in the
    list of members there; a statute's word stands for networks the register ties it to nowhere.
    """
    bonds = sections_of(network)
    tied = {bond.counterpart.code for bond in bonds}
    laid = statute.nesting if statute else ()
    ways = {it.inside: it.way for it in laid}
    of_day = [it for it in bonds_on(bonds, day) if it.holds is not False]
    names = names_of_organisations([it.bond.counterpart_id for it in of_day])
    told = [it for it in laid if it.inside not in tied and _may_hold(it, day)]
    return (*(_of_bond(it, ways, names) for it in of_day), *_of_statute(told))


def _of_bond(item: BondOn, ways: Mapping[str, str], names: dict[int, tuple[Text, Text]]) -> Nested:
    outer = item.bond.counterpart
    since, until = bounds_of_day(item.spell)
    return Nested(
        way=ways.get(outer.code, SECTION),
        inside=Outer(
            code=outer.code,
            names=named(outer.pk, outer.code, outer.kind, names).names,
            is_known=True,
        ),
        valid_from=since,
        valid_until=until,
    )


def _of_statute(found: Sequence[Nesting]) -> tuple[Nested, ...]:
    """Name what a statute says it is a part of: as the register does, its statute, or this one."""
    outer = Organisation.objects.filter(code__in=[it.inside for it in found])
    rows = list(outer.values_list("pk", "code", "kind")) if found else []
    names = names_of_organisations([row[0] for row in rows])
    known = {row[1]: named(*row, names).names for row in rows}
    return tuple(
        Nested(
            way=it.way,
            inside=Outer(
                code=it.inside,
                names=known.get(it.inside) or network_names(it.inside) or it.names,
                is_known=it.inside in known or statute_of(it.inside) is not None,
            ),
            valid_from=it.valid_from,
            valid_until=it.valid_until,
        )
        for it in found
    )


def _may_hold(item: Nesting, day: date) -> bool:
    end = {"end": item.valid_until} if item.valid_until else {}
    return Period(item.valid_from, **end).holds_on(day) is not False
