"""Home and the lists."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from koinon.overview.city_index import LONGEST_NAME, CityFilter, cities_on
from koinon.overview.network_index import networks_on
from koinon.web.language import language
from koinon.web.middleware import PageRequest


def networks(request: HttpRequest) -> HttpResponse:
    """List a page of the networks, or of those that a text occurs in."""
    on, text = cast("PageRequest", request).on, _plain(request, "name")
    index = networks_on(on, language(), text=text, after=_plain(request, "after"))
    context = {"index": index, "text": text, "section": "networks"}
    return render(request, "web/pages/networks.html", context)


def cities(request: HttpRequest) -> HttpResponse:
    """List a page of the cities: all, or by letter, country and a part of the name."""
    asked = CityFilter(
        name=_plain(request, "name"),
        country=_plain(request, "country").upper(),
        letter=_letter(_plain(request, "letter")),
    )
    on = cast("PageRequest", request).on
    index = cities_on(on, language(), asked=asked, after=_plain(request, "after"))
    context = {"index": index, "asked": asked, "section": "cities"}
    return render(request, "web/pages/cities.html", context)


def _plain(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "")[:LONGEST_NAME].replace("\x00", "").strip()


def _letter(text: str) -> str:
    """Keep one letter of the alphabet, else none."""
    letter = text[:1].lower()
    return letter if letter.isascii() and letter.isalpha() else ""
