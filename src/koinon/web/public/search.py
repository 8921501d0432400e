"""Search: the page of results, and the list beneath a search field while somebody types."""

from collections.abc import Sequence
from typing import NamedTuple, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from koinon.overview.search import Found, Hit
from koinon.overview.search import search as find
from koinon.web.middleware import PageRequest

MOST_BENEATH = 8


class Group(NamedTuple):
    """The hits of one kind."""

    kind: str
    hits: tuple[Hit, ...]


def search(request: HttpRequest) -> HttpResponse:
    """Find by name, as a page of its own."""
    found = find(request.GET.get("q", ""), cast("PageRequest", request).on)
    context = {
        "query": found.text,
        "found": found,
        "groups": _groups(found.hits),
        "has_own_search": True,
    }
    return render(request, "web/pages/search.html", context)


def hits(request: HttpRequest) -> HttpResponse:
    """Find by name, as a list for the search field."""
    found = _beneath(request)
    return render(request, "web/components/search_hits.html", {"found": found})


def _beneath(request: HttpRequest) -> Found:
    day = cast("PageRequest", request).on
    return find(request.GET.get("q", ""), day, most=MOST_BENEATH)


def _groups(found: Sequence[Hit]) -> tuple[Group, ...]:
    """Group hits by kind, the kind of the likeliest hit first."""
    kinds = dict.fromkeys(hit.kind for hit in found)
    return tuple(Group(kind, tuple(hit for hit in found if hit.kind == kind)) for kind in kinds)
