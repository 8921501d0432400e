"""Pages are kept for everybody, in bounded room, and never with what is somebody's own."""

import gzip
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.cache import caches
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from koinon.web.kept.memory import BoundedMemory
from koinon.web.kept.page import kept
from koinon.web.middleware import DayMiddleware
from tests.register.town import fill

pytestmark = pytest.mark.django_db

ADDRESSES = (
    "",
    "cities/koeln/",
    "networks/eccar/",
    "networks/uclg/bodies/council/",
    "people/reker/",
    "sources/",
    "imprint/",
    "cities/koeln/?on=2015-06-01",
)


@pytest.fixture(autouse=True)
def town() -> None:
    fill()


def held(name: str) -> BoundedMemory:
    cache = caches[name]
    assert isinstance(cache, BoundedMemory)
    return cache


def shown(view: Callable[[HttpRequest], HttpResponse], **cookies: str) -> HttpResponse:
    """Answer by a view that is kept, as the site does."""
    request = RequestFactory().get("/de/own/")
    request.COOKIES |= cookies
    return DayMiddleware(kept(view, []))(request)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_unchanged_page_takes_one_question(client: Client, address: str) -> None:
    first = client.get(f"/en/{address}")
    with CaptureQueriesContext(connection) as again:
        second = client.get(f"/en/{address}")
    with CaptureQueriesContext(connection) as unchanged:
        third = client.get(f"/en/{address}", headers={"if-none-match": first["ETag"]})
    assert (first.status_code, second.status_code, third.status_code) == (200, 200, 304)
    assert first.content == second.content
    assert third.content == b""
    assert (len(again), len(unchanged)) == (1, 1)


def test_what_is_kept_has_all_headers_of_a_page(client: Client) -> None:
    first, second = client.get("/de/cities/koeln/"), client.get("/de/cities/koeln/")
    assert dict(first.items()) == dict(second.items())
    assert "default-src 'none'" in second["Content-Security-Policy"]
    assert second["X-Frame-Options"] == "DENY"
    assert second["Content-Language"] == "de"
    assert second["Cache-Control"] == "no-cache"
    assert {"Accept-Encoding", "Cookie"} <= set(second["Vary"].split(", "))


def test_whoever_can_read_it_gets_the_page_compressed(client: Client) -> None:
    plain = client.get("/de/cities/koeln/")
    zipped = client.get("/de/cities/koeln/", headers={"accept-encoding": "br, gzip;q=0.8"})
    refused = client.get("/de/cities/koeln/", headers={"accept-encoding": "gzip;q=0"})
    assert zipped["Content-Encoding"] == "gzip"
    assert gzip.decompress(zipped.content) == plain.content == refused.content
    assert len(zipped.content) < len(plain.content) / 2


def test_a_head_is_answered_from_what_is_kept(client: Client) -> None:
    client.get("/de/cities/koeln/")
    with CaptureQueriesContext(connection) as asked:
        response = client.head("/de/cities/koeln/")
    assert (response.status_code, response.content, len(asked)) == (200, b"", 1)


def test_what_a_page_does_not_read_changes_nothing(client: Client) -> None:
    first = client.get("/en/cities/koeln/")
    for junk in ("?utm_source=x", "?fbclid=1&x[]=2", "?%FF=%00", "?on=", "?after=zzz"):
        assert client.get(f"/en/cities/koeln/{junk}").content == first.content
    assert (len(held("pages")), len(held("asked"))) == (1, 0)


def test_a_day_is_kept_once_however_it_is_written(client: Client) -> None:
    written = ("2015-06-01", "2015-6-1", "%202015-06-01%20", "2000-01-01&on=2015-06-01")
    pages = {client.get(f"/en/cities/koeln/?on={day}").content for day in written}
    assert (len(pages), len(held("asked"))) == (1, 1)


def test_walking_through_all_days_leaves_little_behind(client: Client) -> None:
    client.get("/en/imprint/")
    for n in range(600):
        day = date(2000, 1, 1) + timedelta(days=n)
        assert client.get(f"/en/imprint/?on={day}").status_code == 200
    assert len(held("asked")) == 500
    with CaptureQueriesContext(connection) as asked:
        client.get("/en/imprint/")
    assert len(asked) == 1


def test_a_page_with_a_cookie_of_its_own_is_made_for_each() -> None:
    def view(_: HttpRequest) -> HttpResponse:
        response = HttpResponse("own")
        response.set_cookie("seen", "1")
        return response

    response = shown(view)
    assert "ETag" not in response
    assert len(held("pages")) == 0


def test_a_page_with_a_form_s_token_is_made_for_each() -> None:
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse(get_token(request))

    assert "ETag" not in shown(view)
    assert "ETag" not in shown(view, csrftoken="a" * 32)
    assert len(held("pages")) == 0


def test_who_has_a_session_is_answered_without_what_is_kept() -> None:
    answers = iter(("for everybody", "for one"))

    def view(_: HttpRequest) -> HttpResponse:
        return HttpResponse(next(answers))

    assert shown(view).content == b"for everybody"
    assert shown(view, sessionid="mine").content == b"for one"
    assert shown(view).content == b"for everybody"


@pytest.mark.parametrize("status", [404, 500, 302])
def test_only_pages_are_kept(status: int) -> None:
    response = shown(lambda _: HttpResponse("", status=status))
    assert response.status_code == status
    assert "ETag" not in response
    assert len(held("pages")) == 0
