"""Days worth a look: changes of office, elections, accessions, as the register has them."""

from collections.abc import Iterable, Iterator
from datetime import date
from operator import itemgetter

import msgspec
from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from koinon.history.belief import known
from koinon.overview.names import in_short, names_of_organisations
from koinon.overview.statutes import body_names
from koinon.overview.tenures import Tenancy
from koinon.overview.ties import INDIRECT, Tie
from koinon.overview.totals import total
from koinon.register.models import (
    BodyTerm,
    Bond,
    BondKind,
    Organisation,
    PostKind,
    Statement,
    Tenure,
)
from koinon.rules.answer import Reason
from koinon.rules.beginning import each_told
from koinon.rules.bound import Bound, Precision
from koinon.rules.rule import Text

MOST = 4
"""How many days a page names."""

FEW_DAYS = 7
"""An election known to so few days is named by the last of them, as a day after it."""

LATELY = 200
"""Among how many tenures, last recorded, the latest changes at the head of cities are sought."""


class NamedDay(msgspec.Struct, frozen=True):
    """A day worth a look, and what happened on it.

    ``rough`` is the month or the year of which the day is the last, where no source gives a day.
    """

    day: date
    what: Reason
    rough: Bound | None = None


def latest(days: Iterable[NamedDay]) -> tuple[NamedDay, ...]:
    """Keep the latest days, each once, with what is said of it first."""
    first: dict[date, NamedDay] = {}
    for item in days:
        first.setdefault(item.day, item)
    return tuple(first[day] for day in sorted(first, reverse=True)[:MOST])


def days_of_city(
    city: str, tenures: Iterable[Tenancy], ties: Iterable[Tie]
) -> tuple[NamedDay, ...]:
    """Name the days on which the head of a city changed and on which ties of its own began."""
    heads = [it for it in tenures if it.is_head and it.organisation.code == city]
    changes = [NamedDay(it.since.earliest, Reason("day.head")) for it in heads if it.since.is_exact]
    own = (it for it in ties if it.group != INDIRECT)
    return latest([*changes, *(day for tie in own for day in _beginnings_told(tie))])


def _beginnings_told(tie: Tie) -> Iterator[NamedDay]:
    """Name the day on which a tie began; where voices differ, each day that one of them gives."""
    if tie.valid_from is None:
        return
    told = each_told(tie.valid_from)
    code = f"day.tie.{tie.kind}" if len(told) == 1 else "day.tie.disputed"
    for day in (it.earliest for it in told if it.is_exact):
        yield NamedDay(day, Reason(code, {"with": tie.counterpart.short}))


def days_in_office(tenures: Iterable[Tenancy]) -> tuple[NamedDay, ...]:
    """Name the days on which someone's offices and seats began."""
    exact = (it for it in tenures if it.since.is_exact)
    return latest(
        NamedDay(it.since.earliest, Reason("day.post", {"post": it.post_names})) for it in exact
    )


def days_of_network(network: str) -> tuple[NamedDay, ...]:
    """Name the days on which bodies of a network were elected and its offices changed."""
    bodies: dict[tuple[date, str, Bound | None], list[Text]] = {}
    for term in known(BodyTerm.objects.filter(organisation__code=network)).order_by("body"):
        told, body = day_after(term.began), body_names(network, term.body)
        if told is not None and body:
            code = "election" if term.began.is_exact else "after-election"
            bodies.setdefault((told[0], code, told[1]), []).append(body)
    elections = [
        NamedDay(day, Reason(f"day.{code}", {"body": tuple(names)}), rough)
        for (day, code, rough), names in bodies.items()
    ]
    offices = Tenure.objects.filter(post__organisation__code=network, post__kind=PostKind.OFFICE)
    changes = [
        NamedDay(day, Reason("day.office", {"post": post}))
        for day, post in _beginnings(offices).values_list(
            "from_earliest", "bond__tenure__post__names"
        )
    ]
    return latest([*elections, *changes])


def days_for_network(network: str) -> tuple[NamedDay, ...]:
    """Name days for a network's page: its own, else those of its frame, else the latest of all.

    Its frame are the networks it is a part of or that are parts of it, and who belongs to it.
    """
    ties = Bond.objects.exclude(kind=BondKind.TENURE)
    frame = Q(pk__in=ties.filter(counterpart__code=network).values("party")) | Q(
        pk__in=ties.filter(party__code=network, kind=BondKind.SECTION).values("counterpart")
    )
    return days_of_network(network) or _latest_of(frame) or latest_days()


def days_around(network: str, day: date) -> tuple[NamedDay, ...]:
    """Give the days for a network's page where another page asks for them: looked up once."""
    return total("days", network, day=day, count=lambda: days_for_network(network))


def days_for_city(
    city: str, tenures: Iterable[Tenancy], ties: Iterable[Tie]
) -> tuple[NamedDay, ...]:
    """Name days for a city's page: its own, else of the networks it is in, else the latest."""
    shown = list(ties)
    own = days_of_city(city, tenures, shown)
    if own:
        return own
    return _latest_of(Q(code__in={it.counterpart.code for it in shown})) or latest_days()


def latest_days() -> tuple[NamedDay, ...]:
    """Name the latest elections of bodies and changes at the head of cities."""
    return _latest_of(Q())


def _latest_of(frame: Q) -> tuple[NamedDay, ...]:
    """Name the latest elections and changes at the head of some organisations, with their names."""
    whose = Organisation.objects.filter(frame).values("pk") if frame else None
    terms = known(BodyTerm.objects.all()).order_by("-began_latest")
    heads = Tenure.objects.filter(post__head_of_authority=True).order_by("-pk")
    if whose is not None:
        terms, heads = (
            terms.filter(organisation__in=whose),
            heads.filter(post__organisation__in=whose),
        )
    rows = terms.values_list("began_earliest", "began_latest", "organisation_id")
    elections = list(_told(rows[: MOST * MOST]))[:MOST]
    changes = _begun(heads[:LATELY])
    owners = [*(it[1] for it in changes), *(it[0] for it in elections)]
    names = names_of_organisations(owners)
    found = [
        *(NamedDay(day, Reason("day.head-of", {"city": _short(names, it)})) for day, it in changes),
        *(
            NamedDay(day, Reason("day.election-of", {"network": _short(names, it)}), rough)
            for it, day, rough in elections
        ),
    ]
    return latest(found)


def _short(names: dict[int, tuple[Text, Text]], organisation: int) -> Text:
    return in_short(*names.get(organisation, ({}, {})))


def day_after(bound: Bound) -> tuple[date, Bound | None] | None:
    """Give a day by which something was over: its own, else the last one that it may be.

    Of what is known to the month or year that is told beside the day; of what is known to no
    more than some span beyond a few days, no day is given.
    """
    if (bound.latest - bound.earliest).days <= FEW_DAYS:
        return bound.latest, None
    is_rough = bound.precision in (Precision.MONTH, Precision.YEAR)
    return (bound.latest, bound) if is_rough else None


def _told(
    rows: Iterable[tuple[date, date, int]],
) -> Iterator[tuple[int, date, Bound | None]]:
    """Keep of elections, by their first and last possible day, those of which a day is named."""
    for first, last, owner in rows:
        told = day_after(Bound(first, last))
        if told is not None:
            yield owner, *told


def _begun(tenures: QuerySet[Tenure]) -> list[tuple[date, int]]:
    """Give the latest days on which some of few tenures began, and whose post it is.

    The day is looked up for each: to look for the tenures among all statements takes PostgreSQL
    seconds as long as it has not counted the rows of a register just loaded.
    """
    said = _exactly_since().filter(bond=OuterRef("pk")).order_by("-from_earliest")
    began = Subquery(said.values("from_earliest")[:1])
    rows = tenures.annotate(began=began).values_list("began", "bond__counterpart_id")
    return sorted((row for row in rows if row[0]), key=itemgetter(0), reverse=True)[:MOST]


def _beginnings(tenures: QuerySet[Tenure]) -> QuerySet[Statement]:
    """Ask for what is said of tenures that began on a day known exactly."""
    return _exactly_since().filter(bond__in=tenures.values("pk"))


def _exactly_since() -> QuerySet[Statement]:
    return known(Statement.objects.filter(grade__isnull=False, from_earliest=F("from_latest")))
