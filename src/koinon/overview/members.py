"""The members of a network on a day, a page at a time, in the order of their names."""

from collections.abc import Sequence
from datetime import date

import msgspec
from django.db.models import Exists, OuterRef, Q, QuerySet

from koinon.overview.member_filter import EVERYBODY, LONGEST_NAME, MemberFilter, Moment
from koinon.overview.sayings import bounds_of_day
from koinon.register.models import Listing, OrganisationName
from koinon.register.models.spell import read_spell
from koinon.register.queries.bonds import AGING_AFTER
from koinon.register.queries.listings import (
    Row,
    after_day,
    before_day,
    ending,
    listed,
    of_day,
    page_of,
    present_page,
    with_detail,
)
from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.period import Truth
from koinon.rules.spell.disc import half
from koinon.rules.spell.state import State, aged, fresh_from, last_confirmed_on
from koinon.rules.spell.words import state_words

PAGE_SIZE = 50

AGES = (State.AGREED, State.ONE_SIDE)
"""What becomes aging with time."""


class Member(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A member as the list shows it; ``until`` is its last day, None where none is known."""

    bond: str
    code: str
    name: str
    sort: str
    country: str
    kind: str
    strand: str
    since: Bound | None
    until: Bound | None
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
    """A page of members, and where to go on from."""

    rows: tuple[Member, ...]
    after: str


COLUMNS = (
    "name",
    "country",
    "bond__code",
    "bond__kind",
    "bond__strand",
    "bond__party__code",
    "bond__party__kind",
    "bond__spells__holds",
    "bond__spells__standing",
    "detail",
)


def members_of(
    network: int,
    day: date,
    languages: Sequence[str],
    *,
    after: str = "",
    asked: MemberFilter = EVERYBODY,
    most: int = PAGE_SIZE,
) -> Members:
    """Give a page of those who belong, or may belong, to a network on a day, in order of names.

    A state of ``Moment`` may ask for those who belonged before or will belong later. A query for
    each of the languages whose lines there are.
    """
    if asked.is_empty:
        rows = present_page(network, day, languages, COLUMNS, after=after, most=most + 1)
    else:
        lines = narrowed(chosen(listed(network), day, asked.state), asked)
        rows = page_of(with_detail(lines), languages, COLUMNS, after=after, most=most + 1)
    shown = tuple(_member(row, day) for row in rows[:most])
    return Members(rows=shown, after=shown[-1].bond if len(rows) > most else "")


def chosen(lines: QuerySet[Listing], day: date, state: str) -> QuerySet[Listing]:
    """Keep those whose tie stands on a day as a reader asks."""
    match state:
        case Moment.FORMER:
            return before_day(lines, day)
        case Moment.COMING:
            return after_day(lines, day)
    return lines.filter(of_day(day) & _stands(state, day))


def _stands(state: str, day: date) -> Q:
    match state:
        case "":
            return Q()
        case Moment.UNCERTAIN:
            return Q(bond__spells__holds=None)
        case Moment.ENDING:
            return ending()
    fresh = fresh_from(day, AGING_AFTER)
    if state == State.AGING:
        return Q(bond__spells__standing__in=AGES, bond__spells__confirmed_on__lt=fresh)
    found = Q(bond__spells__standing=state)
    return found & Q(bond__spells__confirmed_on__gte=fresh) if state in AGES else found


def narrowed(lines: QuerySet[Listing], asked: MemberFilter) -> QuerySet[Listing]:
    """Keep those whom a reader asks for by name, country, kind of tie and letter."""
    if asked.name:
        names = OrganisationName.objects.filter(organisation=OuterRef("bond__party"))
        lines = lines.filter(Exists(names.filter(name__icontains=asked.name[:LONGEST_NAME])))
    if asked.country:
        lines = lines.filter(country=asked.country)
    if asked.tie:
        kind, _, strand = asked.tie.partition(".")
        lines = lines.filter(bond__kind=kind, bond__strand=strand)
    if asked.letter:
        first = asked.letter.encode()
        lines = lines.filter(order__gte=first, order__lt=first[:-1] + bytes([first[-1] + 1]))
    return lines


def _member(row: Row, day: date) -> Member:
    _, _, name, country, bond, kind, strand, code, sort, holds, standing, detail = row
    spell = read_spell(detail)
    confirmed_on = last_confirmed_on(spell)
    state = aged(State(standing), day, confirmed_on, AGING_AFTER)
    since, until = bounds_of_day(spell)
    return Member(
        bond=bond,
        code=code,
        name=name,
        sort=sort,
        country=country,
        kind=kind,
        strand=strand,
        since=since,
        until=until,
        holds=holds,
        state=state,
        words=state_words(spell, state, confirmed_on),
        left=half(spell.party),
        right=half(spell.network),
    )
