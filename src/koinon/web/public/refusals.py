"""Addresses that cannot be answered, and what is said to machines that read along."""

import sys

from django.core.exceptions import DisallowedHost
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from koinon.web.links import is_in_unknown_language

ROBOTS = """\
User-agent: *
Disallow: /*?*on=
Disallow: /*/search/
"""

BROKEN = 500
AWAY = 503
SECONDS_AWAY = 60
"""After how long it is worth asking again for a page whose database did not answer."""


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that an address cannot be read, or that it names another host; it is not repeated.

    On another host no link within the site leads on.
    """
    context = {"is_elsewhere": isinstance(exception, DisallowedHost)}
    return render(request, "web/pages/bad_request.html", context, status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that nothing is found there; lead on where only the language does not exist."""
    del exception
    lacks_language = is_in_unknown_language(request.path)
    context = {"lacks_language": lacks_language, "has_own_search": not lacks_language}
    return render(request, "web/pages/not_found.html", context, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that Koinon is at fault: for a while where its database does not answer.

    The page asks the database for nothing, so that it can always be shown.
    """
    is_away = isinstance(sys.exception(), (InterfaceError, OperationalError))
    status = AWAY if is_away else BROKEN
    context = {"refusal": "away" if is_away else "broken"}
    response = render(request, "web/pages/server_error.html", context, status=status)
    if is_away:
        response["Retry-After"] = str(SECONDS_AWAY)
    return response


def robots(request: HttpRequest) -> HttpResponse:
    """Ask machines not to walk through all days and searches."""
    del request
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")
