"""The addresses of the public pages; segments are English in every language."""

from collections.abc import Callable, Collection

from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, include, path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from koinon.web.kept.page import kept
from koinon.web.public import (
    body,
    changes,
    checking,
    city,
    home,
    languages,
    lists,
    members,
    network,
    person,
    search,
    sources,
    texts,
)


def page(
    route: str,
    view: Callable[..., HttpResponse],
    name: str,
    *,
    asks: Collection[str] | None = None,
    listed: bool = True,
) -> URLPattern:
    """Place a page that is only read; whatever would write is answered with 405.

    ``asks`` names the parameters that the page reads beside the day: it never sees others, and
    is kept for the next visitor. Without ``asks`` it is made anew each time. Search engines are
    asked to stay away from what is not ``listed``.
    """
    return path(route, csrf_exempt(require_safe(kept(view, asks, listed=listed))), name=name)


CITIES = ("after", "country", "letter", "name")
MEMBERS = ("after", "country", "letter", "name", "state", "tie")
NETWORK = ("population", "year")

urlpatterns: list[URLPattern | URLResolver] = [
    page("", home.home, name="home", asks=[]),
    page("cities/", lists.cities, name="cities", asks=CITIES),
    page("cities/<slug:code>/", city.city, name="city", asks=[]),
    page("organisations/<slug:code>/", city.city, name="organisation", asks=[]),
    page("people/<slug:code>/", person.person, name="person", asks=[]),
    page("networks/", lists.networks, name="networks", asks=["after", "name"]),
    page("networks/<slug:code>/", network.network, name="network", asks=NETWORK),
    page("networks/<slug:code>/members/", members.members, name="members", asks=MEMBERS),
    page(
        "networks/<slug:code>/bodies/<slug:body>/", body.body, name="body", asks=["after", "with"]
    ),
    page("changes/", changes.changes, name="changes", asks=["after", "of", "order", "what"]),
    page("changes.atom", changes.feed, name="changes-feed", asks=["of"]),
    path("check/", checking.checking, name="check"),
    page("sources/", sources.sources, name="sources", asks=["after", "at", "q", "type"]),
    page("sources/<slug:code>/", sources.source, name="source", asks=[]),
    page("search/", search.search, name="search", listed=False),
    page("search/hits/", search.hits, name="search-hits", listed=False),
    *(page(f"{code}/", texts.text(code), name=code, asks=[]) for code in texts.TEXTS),
    page("accessibility/report/", texts.report, name="report", asks=["page"], listed=False),
    page("languages/", languages.languages, name="languages", asks=[]),
    path("start/", include("koinon.web.public.start.urls")),
    path("embed/", include("koinon.web.public.embed.urls")),
]
