"""The page of a person in office."""

from collections.abc import Iterator
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from koinon.overview.named_days import days_in_office, latest_days
from koinon.overview.person import PersonPage, person_on
from koinon.overview.tenures import Tenancy
from koinon.register.models import Role
from koinon.web.middleware import PageRequest
from koinon.web.pictures.timeline.layout import drawn
from koinon.web.pictures.timeline.track import Stretch, Track
from koinon.wording.language import pick
from koinon.wording.say import say


def person(request: HttpRequest, code: str) -> HttpResponse:
    """Show which offices and seats a person holds or held."""
    page = person_on(code, cast("PageRequest", request).on)
    if page is None:
        raise Http404
    tracks = list(tracks_of_person(page, get_language() or "de"))
    ends = {it.bond: it.until for it in page.current}
    context = {
        "page": page,
        "past_term": {bond for bond, end in ends.items() if end and end.latest <= page.on},
        "named_days": days_in_office([*page.current, *page.others]) or latest_days(),
        "timelines": drawn(tracks, page.on, cast("PageRequest", request).today),
    }
    return render(request, "web/pages/person.html", context)


def tracks_of_person(page: PersonPage, language: str) -> Iterator[Track]:
    """Give each post of a person a row, offices first, each in the order they began."""
    posts: dict[tuple[str, str], list[Tenancy]] = {}
    for item in sorted([*page.current, *page.others], key=_position):
        posts.setdefault((item.organisation.code, item.post), []).append(item)
    for items in posts.values():
        first = items[0]
        note = pick(first.organisation.short, language)
        stretches = tuple(_stretch(item, language) for item in items)
        colon = say("mark.colon", language)
        yield Track(pick(first.post_names, language), note, stretches, colon=colon)


def _position(item: Tenancy) -> tuple[bool, int, str]:
    return not _is_office(item), item.since.latest.toordinal(), item.bond


def _is_office(item: Tenancy) -> bool:
    return item.role in (Role.HOLDER, Role.DEPUTY)


def _stretch(item: Tenancy, language: str) -> Stretch:
    name = pick(item.party.short, language)
    is_office = _is_office(item)
    return Stretch(item.bond, item.since, item.until, name, own=is_office, rests_on=item.rests_on)
