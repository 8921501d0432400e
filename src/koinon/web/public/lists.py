"""Home, the lists, and search."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from koinon.overview import directory

LONGEST_QUERY = 100


def networks(request: HttpRequest) -> HttpResponse:
    """List the networks."""
    context = {"networks": directory.networks(), "section": "networks"}
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


def search(request: HttpRequest) -> HttpResponse:
    """Find by name."""
    query = request.GET.get("q", "")[:LONGEST_QUERY].replace("\x00", "").strip()
    context = {"query": query, "hits": directory.search(query)}
    return render(request, "web/pages/search.html", context)
