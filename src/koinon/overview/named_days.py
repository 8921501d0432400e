"""Days worth a look: changes of office, elections, accessions, as the register has them."""

from collections.abc import Iterable
from datetime import date

import msgspec
from django.db.models import F, QuerySet

from koinon.history.belief import known
from koinon.overview.names import names_of_organisations
from koinon.overview.statutes import body_names
from koinon.overview.tenures import Tenancy
from koinon.overview.ties import INDIRECT, Tie
from koinon.register.models import BodyTerm, PostKind, Statement, Tenure
from koinon.rules.answer import Reason
from koinon.rules.rule import Text

MOST = 4
"""How many days a page names."""

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
    terms = _exact(known(BodyTerm.objects.filter(organisation__code=network)))
    bodies = ((term, body_names(network, term.body)) for term in terms)
    elections = [
        NamedDay(term.began_earliest, Reason("day.election", {"body": body}))
        for term, body in bodies
        if body
    ]
    offices = Tenure.objects.filter(post__organisation__code=network, post__kind=PostKind.OFFICE)
    changes = [
        NamedDay(day, Reason("day.office", {"post": post}))
        for day, post in _beginnings(offices).values_list(
            "from_earliest", "bond__tenure__post__names"
        )
    ]
    return latest([*elections, *changes])


def latest_days() -> tuple[NamedDay, ...]:
    """Name the latest elections of bodies and changes at the head of cities."""
    terms = _exact(known(BodyTerm.objects.all())).order_by("-began_latest")
    elections = list(terms.values_list("began_earliest", "organisation_id")[:MOST])
    heads = Tenure.objects.filter(post__head_of_authority=True).order_by("-pk")[:LATELY]
    begun = _beginnings(heads).order_by("-from_earliest")
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


def _exact(terms: QuerySet[BodyTerm]) -> QuerySet[BodyTerm]:
    return terms.filter(began_earliest=F("began_latest"))


def _beginnings(tenures: QuerySet[Tenure]) -> QuerySet[Statement]:
    """Ask for what is said of tenures that began on a day known exactly."""
    rows = known(Statement.objects.filter(bond__in=tenures.values("pk")))
    return rows.filter(grade__isnull=False, from_earliest=F("from_latest"))
