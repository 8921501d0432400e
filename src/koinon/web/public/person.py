"""The page of a person in office."""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from koinon.overview.named_days import days_in_office
from koinon.overview.person import person_on
from koinon.web.middleware import PageRequest


def person(request: HttpRequest, code: str) -> HttpResponse:
    """Show which offices and seats a person holds or held."""
    page = person_on(code, cast("PageRequest", request).on)
    if page is None:
        raise Http404
    named_days = days_in_office([*page.current, *page.others])
    return render(request, "web/pages/person.html", {"page": page, "named_days": named_days})
