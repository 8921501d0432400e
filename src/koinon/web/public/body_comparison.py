"""A body on two days beside each other: ``?on=…&with=…``."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from koinon.overview.body import BodyPage
from koinon.overview.body_comparison import compared_on, versions_of
from koinon.overview.tenures import Tenancy
from koinon.web.day import ImpossibleDay, read_day
from koinon.web.middleware import PageRequest
from koinon.web.public.body_picture import seats_picture

MOST_VERSIONS = 8
"""How many versions of the rules are named; any other day can be typed."""


class Moved(NamedTuple):
    """Who came or went: people by name, and the seats of cities and organisations."""

    people: tuple[Tenancy, ...]
    parties: tuple[Tenancy, ...]

    @classmethod
    def of(cls, tenures: Sequence[Tenancy]) -> "Moved":
        """Tell people from seats without a name."""
        return cls(
            tuple(item for item in tenures if item.person),
            tuple(item for item in tenures if not item.person),
        )

    @property
    def number(self) -> int:
        return len(self.people) + len(self.parties)


def comparison(request: HttpRequest, code: str, body: str) -> HttpResponse:
    """Show what changed in a body between two days."""
    on = cast("PageRequest", request).on
    try:
        other = read_day(request.GET.get("with", "").strip())
    except ImpossibleDay as error:
        return render(request, "web/pages/bad_day.html", {"text": error.text}, status=400)
    found = compared_on(code, body, on, other)
    if found is None:
        raise Http404
    language = get_language() or "de"
    context = {
        "comparison": found,
        "page": found.after,
        "other": other,
        "pictures": [
            (shown, mark, seats_picture(shown, language))
            for shown, mark in ((found.before, "-before"), (found.after, "-after"))
        ],
        "moved": (Moved.of(found.joined), Moved.of(found.left)),
        "versions": named_versions(found.after),
        "named_days": (),
        "section": "networks",
    }
    return render(request, "web/pages/body_comparison.html", context)


def named_versions(page: BodyPage) -> list[tuple[date, object, tuple[str, ...]]]:
    """Name the versions of the rules about a body, the latest first."""
    found = versions_of(page.network.code, page.code)[:MOST_VERSIONS]
    return [(version.day, version.since, version.kinds) for version in found]
