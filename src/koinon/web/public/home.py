"""The first page: the way in, and in the demonstration what can be seen of its city."""

from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from koinon.overview import directory
from koinon.overview.home import showcase_on
from koinon.web.middleware import PageRequest
from koinon.web.pictures.timeline.tenures import timelines


def home(request: HttpRequest) -> HttpResponse:
    """Show the way in: search, and the networks on record or the demonstration's city."""
    day = cast("PageRequest", request).on
    shown = showcase_on(day) if settings.KOINON_DEMO else None
    if shown is None:
        context = {"networks": directory.networks(), "has_own_search": True}
        return render(request, "web/pages/home.html", context)
    leaving = shown.leaving
    drawn = (
        timelines(leaving.drawn, shown.city.code, day, get_language() or "de") if leaving else ()
    )
    context = {"shown": shown, "timelines": drawn, "has_own_search": True}
    return render(request, "web/pages/home.html", context)
