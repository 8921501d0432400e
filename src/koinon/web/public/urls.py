"""The addresses of the public pages; segments are English in every language."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, include, path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from koinon.web.public import (
    body,
    changes,
    city,
    home,
    lists,
    network,
    person,
    search,
    texts,
)


def page(route: str, view: Callable[..., HttpResponse], name: str) -> URLPattern:
    """Place a page that is only read; whatever would write is answered with 405."""
    return path(route, csrf_exempt(require_safe(view)), name=name)


urlpatterns: list[URLPattern | URLResolver] = [
    page("", home.home, name="home"),
    page("cities/", lists.cities, name="cities"),
    page("cities/<slug:code>/", city.city, name="city"),
    page("organisations/<slug:code>/", city.city, name="organisation"),
    page("people/<slug:code>/", person.person, name="person"),
    page("networks/", lists.networks, name="networks"),
    page("networks/<slug:code>/", network.network, name="network"),
    path("networks/<slug:code>/bodies/<slug:body>/", body.body, name="body"),
    page("changes/", changes.changes, name="changes"),
    page("changes.atom", changes.feed, name="changes-feed"),
    page("sources/", lists.sources, name="sources"),
    page("search/", search.search, name="search"),
    page("search/hits/", search.hits, name="search-hits"),
    *(page(f"{code}/", texts.text(code), name=code) for code in texts.TEXTS),
    page("accessibility/report/", texts.report, name="report"),
    path("start/", include("koinon.web.public.start.urls")),
    path("embed/", include("koinon.web.public.embed.urls")),
]
