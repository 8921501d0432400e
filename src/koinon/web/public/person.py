"""The page of a person in office."""

from collections.abc import Iterator
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from koinon.overview.named_days import days_in_office
from koinon.overview.person import PersonPage, person_on
from koinon.overview.tenures import Tenancy
from koinon.register.models import Role
from koinon.web.middleware import PageRequest
from koinon.web.pictures.spans import Kind, Row, Span
from koinon.web.public.span_pictures import span_pictures
from koinon.wording.language import pick


def person(request: HttpRequest, code: str) -> HttpResponse:
    """Show which offices and seats a person holds or held."""
    page = person_on(code, cast("PageRequest", request).on)
    if page is None:
        raise Http404
    rows = list(rows_of_person(page, get_language() or "de"))
    context = {
        "page": page,
        "named_days": days_in_office([*page.current, *page.others]),
        **span_pictures(rows, page.on),
    }
    return render(request, "web/pages/person.html", context)


def rows_of_person(page: PersonPage, language: str) -> Iterator[Row]:
    """Give each post of a person a row, offices first, each in the order they began."""
    posts: dict[tuple[str, str], list[Tenancy]] = {}
    for item in sorted([*page.current, *page.others], key=_position):
        posts.setdefault((item.organisation.code, item.post), []).append(item)
    for items in posts.values():
        first = items[0]
        note = pick(first.organisation.short, language)
        yield Row(
            pick(first.post_names, language), note, tuple(_span(item, language) for item in items)
        )


def _position(item: Tenancy) -> tuple[bool, int, str]:
    return _kind(item) is not Kind.OFFICE, item.since.latest.toordinal(), item.bond


def _kind(item: Tenancy) -> Kind:
    return Kind.OFFICE if item.role in (Role.HOLDER, Role.DEPUTY) else Kind.SEAT


def _span(item: Tenancy, language: str) -> Span:
    return Span(item.since, item.until, pick(item.party.short, language), _kind(item))
