"""The page of a city or of any other organisation that has ties."""

from collections.abc import Sequence
from typing import NamedTuple, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from koinon.gazetteer.slug import slug
from koinon.overview.city import city_on
from koinon.overview.dues import next_of_each
from koinon.overview.named_days import days_for_city
from koinon.overview.ties import INDIRECT, PROGRAMME, Tie
from koinon.register.models import BondKind
from koinon.web.middleware import PageRequest
from koinon.web.pictures.timeline.tenures import timelines
from koinon.web.public.addresses import moved
from koinon.web.public.city_fees import fee_rows
from koinon.web.public.city_pictures import ties_drawn, ways_of
from koinon.wording.language import pick

GROUPS = (
    BondKind.MEMBERSHIP,
    BondKind.SIGNATURE,
    INDIRECT,
    BondKind.PARTICIPATION,
    PROGRAMME,
    BondKind.PARTNERSHIP,
    BondKind.SECTION,
)


class Group(NamedTuple):
    """The ties of one kind of belonging; kinds are never added up."""

    kind: str
    ties: tuple[Tie, ...]


def city(request: HttpRequest, code: str) -> HttpResponse:
    """Show a city on the day asked for."""
    on, today = cast("PageRequest", request).on, cast("PageRequest", request).today
    page = city_on(code, on)
    if page is None:
        raise Http404
    elsewhere = moved(request, page.organisation)
    if elsewhere is not None:
        return elsewhere
    language = get_language() or "de"
    context = {
        "page": page,
        "groups": _groups(page.ties, language),
        "ties_drawn": ties_drawn(page, language, today),
        "ways": ways_of(page, language),
        "fees": fee_rows(page.fees, page.ties),
        "named_days": days_for_city(code, page.tenures, page.ties),
        "dues": next_of_each(page.dues, on),
        "timelines": timelines(page.tenures, code, on, language, today=today),
        "section": "cities",
    }
    return render(request, "web/pages/city.html", context)


def _groups(ties: Sequence[Tie], language: str) -> tuple[Group, ...]:
    """Group ties by kind, in the order of the names that the reader sees."""
    ordered = sorted(ties, key=lambda tie: slug(pick(tie.counterpart.names, language)))
    found = ((kind, tuple(tie for tie in ordered if tie.group == kind)) for kind in GROUPS)
    return tuple(Group(str(kind), items) for kind, items in found if items)
