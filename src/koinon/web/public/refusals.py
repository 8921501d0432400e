"""Addresses that cannot be answered, and what is said to machines that read along."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

ROBOTS = """\
User-agent: *
Disallow: /*?*on=
Disallow: /*/search/
"""


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that an address cannot be read; what is wrong with it is not repeated."""
    del exception
    return render(request, "web/pages/bad_request.html", status=400)


def robots(request: HttpRequest) -> HttpResponse:
    """Ask machines not to walk through all days and searches."""
    del request
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")
