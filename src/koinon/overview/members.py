"""The members of a network on a day, a page at a time."""

from datetime import date

import msgspec
from django.db.models import Count, Exists, OuterRef, QuerySet

from koinon.overview.member_filter import EVERYBODY, MemberFilter, narrowed
from koinon.overview.names import Named, named, names_of_organisations, names_of_places
from koinon.overview.totals import total
from koinon.register.models import Bond, Spell
from koinon.register.queries.bonds import BondOn, bonds_of, bonds_on
from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.period import Truth
from koinon.rules.rule import Text
from koinon.rules.spell.disc import half
from koinon.rules.spell.words import state_words

PAGE_SIZE = 50


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A member as the list shows it."""

    organisation: Named
    country: Text
    kind: str
    strand: str
    since: Bound | None
    holds: Truth
    state: str
    words: Reason
    left: str
    right: str


class Counted(msgspec.Struct, frozen=True):
    """How many surely belong by one kind and strand; kinds are never added up."""

    kind: str
    strand: str
    number: int


class Members(msgspec.Struct, frozen=True, kw_only=True):
    """A page of members, the numbers by kind, and where to go on from."""

    rows: tuple[Member, ...]
    counted: tuple[Counted, ...]
    after: str


def members_of(
    network: str, day: date, *, after: str = "", asked: MemberFilter = EVERYBODY
) -> Members:
    """Give a page of those who belong, or may belong, to a network on a day, by code."""
    bonds = bonds_of(counterpart=network)
    perhaps = _spells(day).exclude(holds=False)
    present = bonds.filter(Exists(perhaps)).select_related("party__place")
    page = narrowed(present, asked).filter(code__gt=after).order_by("code")[: PAGE_SIZE + 1]
    found = bonds_on(page, day)
    shown = found[:PAGE_SIZE]
    names = names_of_organisations(item.bond.party_id for item in shown)
    countries = names_of_places({_country(item) for item in shown} - {0})
    return Members(
        rows=tuple(_member(item, names, countries) for item in shown),
        counted=total("members", network, day=day, count=lambda: _counted(bonds, day)),
        after=shown[-1].bond.code if len(found) > PAGE_SIZE else "",
    )


def _spells(day: date) -> QuerySet[Spell]:
    """Ask for a bond's spell of a day: bond by bond, or a database reads the day's of all bonds."""
    return Spell.objects.filter(bond=OuterRef("pk"), valid_from__lte=day, valid_until__gt=day)


def _counted(bonds: QuerySet[Bond], day: date) -> tuple[Counted, ...]:
    rows = (
        bonds.filter(Exists(_spells(day).filter(holds=True)))
        .order_by("kind", "strand")
        .values_list("kind", "strand")
        .annotate(number=Count("pk"))
    )
    return tuple(Counted(*row) for row in rows)


def _country(item: BondOn) -> int:
    place = item.bond.party.place
    return (place.parent_id or place.pk) if place else 0


def _member(
    item: BondOn, names: dict[int, tuple[Text, Text]], countries: dict[int, Text]
) -> Member:
    party, spell = item.bond.party, item.spell
    begins = [voice.begins for voice in spell.sayings if voice.holds is not False]
    return Member(
        organisation=named(party.pk, party.code, party.kind, names),
        country=countries.get(_country(item), {}),
        kind=item.bond.kind,
        strand=item.bond.strand,
        since=min(begins, key=lambda it: it.latest - it.earliest, default=None),
        holds=spell.holds,
        state=item.state,
        words=state_words(spell, item.state),
        left=half(spell.party),
        right=half(spell.network),
    )
