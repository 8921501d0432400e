"""Home and the lists."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from koinon.overview import directory
from koinon.web.language import language
from koinon.wording.collation import sort_key
from koinon.wording.language import pick


def networks(request: HttpRequest) -> HttpResponse:
    """List the networks."""
    shown = directory.networks()
    here = language()
    ordered = sorted(shown, key=lambda item: sort_key(pick(item.names, here), here))
    context = {"networks": ordered, "section": "networks"}
    return render(request, "web/pages/networks.html", context)


def cities(request: HttpRequest) -> HttpResponse:
    """List a page of the cities."""
    page = directory.cities(request.GET.get("after", ""))
    return render(request, "web/pages/cities.html", {"page": page, "section": "cities"})


def sources(request: HttpRequest) -> HttpResponse:
    """List a page of the sources."""
    page = directory.sources(request.GET.get("after", ""), at=request.GET.get("at", ""))
    context = {"page": page, "credits": directory.credits_owed()}
    return render(request, "web/pages/sources.html", context)
