"""Keeps pages: the key names everything that a page depends on, so that none is ever stale."""

import gzip
import re
from collections.abc import Callable, Collection
from functools import wraps
from hashlib import sha256
from typing import NamedTuple, cast

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_language

from koinon.history.queries import latest_entry
from koinon.history.reading import reading_at
from koinon.register.queries.statutes import library
from koinon.web.kept.address import is_for_search_engines, simplify
from koinon.web.kept.build import build, site_settings
from koinon.web.middleware import PageRequest
from koinon.web.pace import refused

type View = Callable[..., HttpResponse]

PAGES = "pages"
ASKED = "asked"
"""Where pages with a query are kept, so that they never push out those without."""

NO_INDEX = "noindex"
_ZIPPED = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")


class Kept(NamedTuple):
    """A page as it is kept: as it is, and compressed."""

    content: bytes
    zipped: bytes
    headers: tuple[tuple[str, str], ...]


def kept(view: View, asks: Collection[str] | None, *, listed: bool = True) -> View:
    """Make a view keep its pages; ``asks`` names the parameters it reads, beside the day.

    Without ``asks`` no page is kept. ``listed``: whether search engines are welcome to it.
    """

    @wraps(view)
    def answer(request: HttpRequest, **path: str) -> HttpResponse:
        page = cast("PageRequest", request)
        if asks is not None:
            simplify(page, asks)
        page.is_listed = listed and is_for_search_engines(page)
        is_kept = asks is not None and not _is_personal(request)
        response = _kept(page, view, path) if is_kept else _afresh(page, view, path)
        if not page.is_listed:
            response["X-Robots-Tag"] = NO_INDEX
        return response

    vars(answer)["asks"] = asks
    return answer


def _is_personal(request: HttpRequest) -> bool:
    """Tell whether a page is for one visitor, or a part of a page for a script."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES or "HX-Request" in request.headers


def _afresh(request: PageRequest, view: View, path: dict[str, str]) -> HttpResponse:
    return refused(request) or view(request, **path)


def _kept(request: PageRequest, view: View, path: dict[str, str]) -> HttpResponse:
    state = latest_entry()
    key = _key(request, state)
    tag = f'W/"{key[:32]}"'
    answer = get_conditional_response(request, etag=tag)
    if answer is None:
        cache = caches[ASKED if request.GET else PAGES]
        found = cache.get(key)
        if found is None:
            with reading_at(state):
                response = _afresh(request, view, path)
            if not _may_be_kept(request, response):
                return response
            found = _to_keep(response)
            cache.set(key, found, timeout=None)
        answer = _answer(request, found)
    answer["ETag"] = tag
    answer["Cache-Control"] = "no-cache"
    patch_vary_headers(answer, ["Accept-Encoding", "Cookie", "HX-Request"])
    return answer


def _key(request: PageRequest, state: str) -> str:
    """Name all that a page depends on, first the state of the history."""
    parts = (
        state,
        library().state(),
        request.today.isoformat(),
        get_language() or "",
        build(),
        site_settings(),
        request.build_absolute_uri(request.path),
        request.META["QUERY_STRING"],
    )
    return sha256(repr(parts).encode()).hexdigest()


def _may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    """Tell whether everybody may see a page: it sets no cookie, and nothing in it is one's own."""
    session = getattr(request, "session", None)
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
        and not (session is not None and session.accessed)
    )


def _to_keep(response: HttpResponse) -> Kept:
    zipped = gzip.compress(response.content, compresslevel=4, mtime=0)
    return Kept(response.content, zipped, tuple(response.items()))


def _answer(request: HttpRequest, found: Kept) -> HttpResponse:
    is_zipped = _ZIPPED.search(request.headers.get("Accept-Encoding", "")) is not None
    answer = HttpResponse(found.zipped if is_zipped else found.content)
    for name, value in found.headers:
        answer[name] = value
    if is_zipped:
        answer["Content-Encoding"] = "gzip"
    return answer
