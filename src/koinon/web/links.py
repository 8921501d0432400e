"""Addresses of the site's own pages, and how a link keeps the day that was asked for."""

import re
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import get_language

from koinon.overview.directory import page_kind
from koinon.overview.names import Named

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)
"""What the first part of an address looks like where it names a language, also one that we lack."""

_PAGES = {"network": "network", "city": "city", "person": "person"}


def page_named(to: str, *args: str) -> str:
    """Give the address of a page by its name, in the page's language."""
    return _page_named(get_language() or "", to, args)


@lru_cache(maxsize=10_000)
def _page_named(_language: str, to: str, args: tuple[str, ...]) -> str:
    return reverse(to, args=args)


def page_of(kind: str, code: str) -> str:
    """Give the address of a network, city, person or other organisation."""
    return page_named(_PAGES.get(kind, "organisation"), code)


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


def in_language_of(address: str, code: str) -> str:
    """Lead to the same page in another language, also where there is no such page or language."""
    language, rest = _split(address)
    return f"/{code}{rest if language else address}"


def is_in_unknown_language(path: str) -> bool:
    """Tell whether an address names a page in a language that the site does not speak."""
    language, rest = _split(path)
    if not language or language in dict(settings.LANGUAGES):
        return False
    try:
        resolve(f"/{get_language()}{rest}")
    except Resolver404:
        return False
    return True


def _split(address: str) -> tuple[str, str]:
    """Split an address after what looks like its language; empty where nothing does."""
    first, slash, rest = address.removeprefix("/").partition("/")
    return (first, f"/{rest}") if slash and _LANGUAGE.fullmatch(first) else ("", address)
