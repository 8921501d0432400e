"""The page of a city or of any other organisation that has ties."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from koinon.overview.city import CityPage, city_on
from koinon.overview.dues import next_of_each
from koinon.overview.ties import INDIRECT, PROGRAMME, Tie
from koinon.register.models import BondKind
from koinon.rules.answer import Reason
from koinon.web.middleware import PageRequest
from koinon.web.pictures.timeline import timelines
from koinon.web.public.addresses import moved

GROUPS = (
    BondKind.MEMBERSHIP,
    BondKind.SIGNATURE,
    INDIRECT,
    BondKind.PARTICIPATION,
    PROGRAMME,
    BondKind.PARTNERSHIP,
    BondKind.SECTION,
)
MOST_NAMED_DAYS = 5


class Group(NamedTuple):
    """The ties of one kind of belonging; kinds are never added up."""

    kind: str
    ties: tuple[Tie, ...]


class NamedDay(NamedTuple):
    """A day worth a look, and what happened on it."""

    day: date
    what: Reason


def city(request: HttpRequest, code: str) -> HttpResponse:
    """Show a city on the day asked for."""
    on = cast("PageRequest", request).on
    page = city_on(code, on)
    if page is None:
        raise Http404
    elsewhere = moved(request, page.organisation)
    if elsewhere is not None:
        return elsewhere
    context = {
        "page": page,
        "groups": _groups(page.ties),
        "named_days": _named_days(page),
        "dues": next_of_each(page.dues, on),
        "timelines": timelines(page.tenures, code, on),
        "section": "cities",
    }
    return render(request, "web/pages/city.html", context)


def _groups(ties: Sequence[Tie]) -> tuple[Group, ...]:
    found = ((kind, tuple(tie for tie in ties if tie.group == kind)) for kind in GROUPS)
    return tuple(Group(str(kind), items) for kind, items in found if items)


def _named_days(page: CityPage) -> tuple[NamedDay, ...]:
    """Name the days on which the head of the city changed and ties began, the latest first."""
    heads = {office.post for office in page.offices if office.head_of_authority}
    days = {
        item.since.earliest: Reason("city.day.head")
        for item in page.tenures
        if item.post in heads
        and item.organisation.code == page.organisation.code
        and item.since.is_exact
    }
    for tie in page.ties:
        if tie.valid_from and tie.valid_from.is_exact and tie.group != INDIRECT:
            what = Reason("city.day.tie", {"network": tie.counterpart.short})
            days.setdefault(tie.valid_from.earliest, what)
    return tuple(NamedDay(day, days[day]) for day in sorted(days, reverse=True)[:MOST_NAMED_DAYS])
