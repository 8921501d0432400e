"""Days worth a look: changes of office, elections, accessions, as the register has them."""

from collections.abc import Iterable
from datetime import date

import msgspec
from django.db.models import F, Q, QuerySet

from koinon.history.belief import known
from koinon.overview.names import names_of_organisations
from koinon.overview.statutes import body_names
from koinon.overview.tenures import Tenancy
from koinon.overview.ties import INDIRECT, Tie
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
from koinon.rules.rule import Text

MOST = 4
"""How many days a page names."""

A_YEAR = 366

LATELY = 200
"""Among how many tenures, last recorded, the latest changes at the head of cities are sought."""


class NamedDay(msgspec.Struct, frozen=True):
    """A day worth a look, and what happened on it."""

    day: date
    what: Reason


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
    own = [it for it in ties if it.group != INDIRECT and it.valid_from and it.valid_from.is_exact]
    begun = [
        NamedDay(
            it.valid_from.earliest, Reason(f"day.tie.{it.kind}", {"with": it.counterpart.short})
        )
        for it in own
        if it.valid_from
    ]
    return latest([*changes, *begun])


def days_in_office(tenures: Iterable[Tenancy]) -> tuple[NamedDay, ...]:
    """Name the days on which someone's offices and seats began."""
    exact = (it for it in tenures if it.since.is_exact)
    return latest(
        NamedDay(it.since.earliest, Reason("day.post", {"post": it.post_names})) for it in exact
    )


def days_of_network(network: str) -> tuple[NamedDay, ...]:
    """Name the days on which bodies of a network were elected and its offices changed."""
    bodies: dict[tuple[date, str], list[Text]] = {}
    for term in known(BodyTerm.objects.filter(organisation__code=network)).order_by("body"):
        day, code = _after_election(term)
        body = body_names(network, term.body)
        if day is not None and body:
            bodies.setdefault((day, code), []).append(body)
    elections = [
        NamedDay(day, Reason(f"day.{code}", {"body": tuple(names)}))
        for (day, code), names in bodies.items()
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


def days_for_city(
    city: str, tenures: Iterable[Tenancy], ties: Iterable[Tie]
) -> tuple[NamedDay, ...]:
    """Name days for a city's page: its own, else elections of the networks it is in."""
    shown = list(ties)
    own = days_of_city(city, tenures, shown)
    if own or not shown:
        return own
    return _latest_of(Q(code__in={it.counterpart.code for it in shown}))


def latest_days() -> tuple[NamedDay, ...]:
    """Name the latest elections of bodies and changes at the head of cities."""
    return _latest_of(Q())


def _latest_of(frame: Q) -> tuple[NamedDay, ...]:
    """Name the latest elections and changes at the head of some organisations, with their names."""
    whose = Organisation.objects.filter(frame).values("pk") if frame else None
    terms = _exact(known(BodyTerm.objects.all())).order_by("-began_latest")
    heads = Tenure.objects.filter(post__head_of_authority=True).order_by("-pk")
    if whose is not None:
        terms, heads = (
            terms.filter(organisation__in=whose),
            heads.filter(post__organisation__in=whose),
        )
    elections = list(terms.values_list("began_earliest", "organisation_id")[:MOST])
    begun = _beginnings(heads[:LATELY]).order_by("-from_earliest")
    changes = list(begun.values_list("from_earliest", "bond__counterpart_id")[:MOST])
    names = names_of_organisations(owner for _, owner in (*changes, *elections))
    found = [
        *(NamedDay(day, Reason("day.head-of", {"city": _short(names, it)})) for day, it in changes),
        *(
            NamedDay(day, Reason("day.election-of", {"network": _short(names, it)}))
            for day, it in elections
        ),
    ]
    return latest(found)


def _short(names: dict[int, tuple[Text, Text]], organisation: int) -> Text:
    official, short = names.get(organisation, ({}, {}))
    return short or official


def _after_election(term: BodyTerm) -> tuple[date | None, str]:
    """Give a day on which an election was over: its own, else the last one that it may be.

    Of an election known to no more than a span of years, no day is told.
    """
    first, last = term.began_earliest, term.began_latest
    if first == last:
        return first, "election"
    return (last if (last - first).days <= A_YEAR else None), "after-election"


def _exact(terms: QuerySet[BodyTerm]) -> QuerySet[BodyTerm]:
    return terms.filter(began_earliest=F("began_latest"))


def _beginnings(tenures: QuerySet[Tenure]) -> QuerySet[Statement]:
    """Ask for what is said of tenures that began on a day known exactly."""
    rows = known(Statement.objects.filter(bond__in=tenures.values("pk")))
    return rows.filter(grade__isnull=False, from_earliest=F("from_latest"))
