"""The list of sources, and the page of each."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from koinon.overview import directory
from koinon.overview.sources import TYPES, source_page
from koinon.overview.sources import sources as sources_listed

LONGEST_QUERY = 100


def sources(request: HttpRequest) -> HttpResponse:
    """List a page of the sources, those with a word or of a type where asked so."""
    words = request.GET.get("q", "")[:LONGEST_QUERY].replace("\x00", "").strip()
    type_ = request.GET.get("type", "")
    page = sources_listed(
        request.GET.get("after", ""), at=request.GET.get("at", ""), words=words, type_=type_
    )
    context = {
        "page": page,
        "words": words,
        "type": type_ if type_ in TYPES else "",
        "types": TYPES,
        "credits": directory.credits_owed(),
    }
    return render(request, "web/pages/sources.html", context)


def source(request: HttpRequest, code: str) -> HttpResponse:
    """Show what a source backs."""
    page = source_page(code)
    if page is None:
        raise Http404
    return render(request, "web/pages/source.html", {"page": page})
