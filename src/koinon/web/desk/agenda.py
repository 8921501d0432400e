"""What an office has to do, as the demonstration shows it without signing in."""

from typing import cast

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from koinon.overview.agenda.of_any import agenda_of
from koinon.web.middleware import PageRequest


def agenda(request: HttpRequest, code: str) -> HttpResponse:
    """Show what needs the office of a city or the secretariat of a network."""
    found = agenda_of(code, cast("PageRequest", request).on) if settings.KOINON_DEMO else None
    if found is None:
        raise Http404
    return render(request, "web/desk/agenda.html", {"agenda": found})
