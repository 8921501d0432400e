"""Addresses of organisations: asked for under another's, one leads to its own."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from koinon.overview.directory import page_kind
from koinon.overview.names import Named

BESIDE = {"organisation": ("organisation", "network")}
"""What is neither a city nor a network may have members and bodies: it has both pages."""


def moved(request: HttpRequest, organisation: Named) -> HttpResponse | None:
    """Lead to an organisation's own address, None where it was asked for there."""
    kind = page_kind(organisation.kind)
    pages = BESIDE.get(kind, (kind,))
    addresses = [reverse(page, args=[organisation.code]) for page in pages]
    if request.path in addresses:
        return None
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{addresses[0]}?{query}" if query else addresses[0])
