"""Who sits in a body: all at once, or page by page where there are very many."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from koinon.overview.delegations import Seated, Sitting, seated
from koinon.overview.tenures import Tenancy, tenancies
from koinon.overview.totals import total
from koinon.register.models import Post, PostKind, Spell, Tenure
from koinon.register.prepared import prepared
from koinon.register.queries.tenures import (
    tenures_in,
    tenures_of,
    tenures_on,
    tenures_with,
)
from koinon.register.tenure_rows import TenureColumns, TenureRow
from koinon.rules.seats.composition import BodySeats

MOST_AT_ONCE = 300
"""A body with more tenures, of all times, shows those of the day, a page at a time."""

PAGE_SIZE = 50


class BodyHolders(NamedTuple):
    """Tenures in a body, and how many sit there by delegation.

    Of a very large body the tenures are a page of those that hold or may hold on the day;
    ``after`` is where to go on from, empty at the end.
    """

    tenures: tuple[Tenancy, ...]
    seated: dict[str, Seated]
    is_page: bool = False
    after: str = ""

    @property
    def everybody(self) -> tuple[Tenancy, ...]:
        """All tenures, none where they are only a page."""
        return () if self.is_page else self.tenures


def holders_of(
    network: str,
    body: str,
    day: date,
    *,
    composed: BodySeats | None,
    after: str = "",
) -> BodyHolders:
    """Give who is in a body's posts, and in the offices that bring a seat there by a rule."""
    offices = _offices(composed) if composed else ()
    posts = _posts(network, body) if not offices else list(_with_offices(network, body, offices))
    seats = frozenset(post[1] for post in posts if post[2:] == (body, PostKind.SEAT))
    keys = [post[0] for post in posts]
    if not total("many", network, body, day=day, count=lambda: len(_some(keys)) > MOST_AT_ONCE):
        found = tenancies(tenures_in(keys), day)
        return BodyHolders(found, seated(map(_sitting, found), composed, seats))
    here = tenures_of().filter(Exists(_spells(day)), post__in=keys)
    page = tenures_with(_following(keys, day, after))
    counted = total(
        "body", network, body, day=day, count=lambda: seated(_all(here, day), composed, seats)
    )
    return BodyHolders(
        tenures=tenancies(page[:PAGE_SIZE], day),
        seated=counted,
        is_page=True,
        after=TenureRow._make(page[PAGE_SIZE - 1]).code if len(page) > PAGE_SIZE else "",
    )


type _PostRow = tuple[int, str, str, str]


def _with_offices(network: str, body: str, offices: Sequence[str]) -> QuerySet[Post, _PostRow]:
    wanted = Q(body=body) | Q(code__in=offices)
    rows = Post.objects.filter(wanted, organisation__code=network)
    return rows.values_list("pk", "code", "body", "kind")


@prepared
def _posts(network: str, body: str) -> QuerySet[Post, _PostRow]:
    return _with_offices(network, body, ())


@prepared
def _some(posts: Sequence[int]) -> QuerySet[Tenure, int]:
    """Ask for as many tenures as tell whether there are too many."""
    rows = Tenure.objects.filter(post__in=posts)
    return rows.values_list("pk", flat=True)[: MOST_AT_ONCE + 1]


@prepared
def _following(posts: Sequence[int], day: date, after: str) -> QuerySet[Tenure, int]:
    """Ask for a page of tenures by their keys alone: all else would be fetched for each in vain."""
    rows = Tenure.objects.filter(Exists(_spells(day)), post__in=posts, bond__code__gt=after)
    return rows.order_by("bond__code").values_list("pk", flat=True)[: PAGE_SIZE + 1]


def _offices(found: BodySeats) -> tuple[str, ...]:
    rows = (*found.delegations, *found.advisory)
    return tuple(row.delegation for row in rows if row.ex_officio)


def _spells(day: date) -> QuerySet[Spell]:
    """Ask for what is said of a tenure's day, unless it says that nobody is there."""
    spells = Spell.objects.filter(bond=OuterRef("pk"), valid_from__lte=day, valid_until__gt=day)
    return spells.exclude(holds=False)


def _sitting(item: Tenancy) -> Sitting:
    sender = item.sent_by.code if item.sent_by else ""
    return Sitting(item.post, item.role, item.holds, (item.delegation, item.party.code, sender))


def _all(tenures: QuerySet[Tenure, TenureColumns], day: date) -> Iterator[Sitting]:
    for item in tenures_on(tenures.order_by(), day):
        row = item.tenure
        codes = (row.delegation, row.party_code, row.sender_code or "")
        yield Sitting(row.post, row.role, item.holds, codes)
