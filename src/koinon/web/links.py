"""Addresses of the site's own pages, and how a link keeps the day that was asked for."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from koinon.overview.directory import page_kind
from koinon.overview.names import Named

_PAGES = {"network": "network", "city": "city", "person": "person"}


def page_of(kind: str, code: str) -> str:
    """Give the address of a network, city, person or other organisation."""
    return reverse(_PAGES.get(kind, "organisation"), args=[code])


def page_of_organisation(organisation: Named) -> str:
    """Give the address of an organisation's own page."""
    return page_of(page_kind(organisation.kind), organisation.code)


def with_query(address: str, query: dict[str, Any]) -> str:
    """Add to an address what is asked for and not empty, in front of a place within the page."""
    path, mark, place = address.partition("#")
    asked = urlencode({name: it for name, it in query.items() if it})
    joint = "&" if "?" in path else "?"
    return f"{path}{joint}{asked}{mark}{place}" if asked else address


def on_day(address: str, day: date) -> str:
    """Lead to a page as it was on a day."""
    return with_query(address, {"on": day.isoformat()})


def keeping_day(address: str, request: HttpRequest) -> str:
    """Lead to a page on the day that this one is asked for; today needs no mention."""
    on, today = getattr(request, "on", None), getattr(request, "today", None)
    return address if on is None or on == today else on_day(address, on)
