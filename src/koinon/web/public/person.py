"""The page of a person in office."""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from koinon.overview.person import person_on
from koinon.web.middleware import PageRequest


def person(request: HttpRequest, code: str) -> HttpResponse:
    """Show which offices and seats a person holds or held."""
    page = person_on(code, cast("PageRequest", request).on)
    if page is None:
        raise Http404
    return render(request, "web/pages/person.html", {"page": page})
