"""One address for each organisation: asked for under another, it leads to its own."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from koinon.overview.directory import page_kind
from koinon.overview.names import Named


def moved(request: HttpRequest, organisation: Named) -> HttpResponse | None:
    """Lead to an organisation's own address, None where it was asked for there."""
    address = reverse(page_kind(organisation.kind), args=[organisation.code])
    if request.path == address:
        return None
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
