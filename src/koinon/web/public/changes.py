"""What changed: as a page, and as a feed that programs read."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple, cast
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from koinon.overview.changes.change import Change, Order, What
from koinon.overview.changes.page import changes_on, last_entered
from koinon.rules.bound import Bound
from koinon.web.atom import Feed, feed_of
from koinon.web.language import language
from koinon.web.middleware import PageRequest
from koinon.wording.collation import sort_key
from koinon.wording.language import pick

LONGEST_NAME = 200


class Line(NamedTuple):
    """The same change of one or more cities: the first of them says what and where."""

    first: Change
    changes: tuple[Change, ...]


class Group(NamedTuple):
    """Changes of one day, or of one entry."""

    day: Bound
    entry: int
    entered_on: date
    lines: tuple[Line, ...]


def changes(request: HttpRequest) -> HttpResponse:
    """Show a page of what changed up to the day asked for."""
    page = changes_on(
        cast("PageRequest", request).on,
        order=_order(request),
        of=_organisation(request),
        what=_what(request),
        after=request.GET.get("after", "")[:LONGEST_NAME],
    )
    context = {
        "page": page,
        "groups": _groups(page.changes, page.order),
        "orders": [(order, _address(request, order=order)) for order in Order],
        "kinds": tuple(What),
        "next": _address(request, order=page.order, after=page.after) if page.after else "",
        "feed": _feed_query(page.organisation.code if page.organisation else ""),
        "section": "changes",
    }
    return render(request, "web/pages/changes.html", context, status=404 if page.nobody else 200)


def feed(request: HttpRequest) -> HttpResponse:
    """Give the changes entered last as an Atom feed, those of one organisation where asked."""
    today = cast("PageRequest", request).today
    page = changes_on(today, order=Order.ENTERED, of=_organisation(request))
    if page.nobody:
        return HttpResponse(status=404)
    shown = tuple(change for change in page.changes if change.withdrawn_at is None)
    entered = max((change.entered_at for change in shown), default=None) or last_entered()
    text = feed_of(Feed(shown, page.organisation, entered, language()), request)
    return HttpResponse(text, content_type="application/atom+xml; charset=utf-8")


def _order(request: HttpRequest) -> Order:
    return Order.ENTERED if request.GET.get("order") == Order.ENTERED else Order.HAPPENED


def _organisation(request: HttpRequest) -> str:
    return request.GET.get("of", "").replace("\x00", "").strip()[:LONGEST_NAME]


def _what(request: HttpRequest) -> What | None:
    what = request.GET.get("what", "")
    return What(what) if what in list(What) else None


def _groups(shown: Sequence[Change], order: Order) -> tuple[Group, ...]:
    def heading(change: Change) -> object:
        return change.entry if order is Order.ENTERED else (change.day.earliest, change.day.latest)

    return tuple(
        Group(items[0].day, items[0].entry, localdate(items[0].entered_at), _lines(items))
        for items in (tuple(group) for _, group in groupby(shown, key=heading))
    )


def _lines(shown: Sequence[Change]) -> tuple[Line, ...]:
    """Say once what several cities have in common, and name them beside it."""
    lines: dict[object, list[Change]] = {}
    for change in shown:
        same = (change.code, change.day, change.network.code, str(change.post), change.sources)
        alone = change.name if change.figure or change.withdrawn_at else ""
        lines.setdefault((*same, alone), []).append(change)
    return tuple(Line(items[0], _sorted(items)) for items in lines.values())


def _sorted(items: Sequence[Change]) -> tuple[Change, ...]:
    return tuple(sorted(items, key=lambda item: sort_key(_who(item), language())))


def _who(change: Change) -> str:
    if change.person is not None:
        return change.person.name
    return pick((change.party or change.network).names, language())


def _address(request: HttpRequest, **changed: str) -> str:
    """Give the address of this page with something else asked for."""
    query = {name: request.GET[name] for name in ("of", "what", "on") if request.GET.get(name)}
    query |= {name: value for name, value in changed.items() if value != Order.HAPPENED}
    return f"?{urlencode(query)}" if query else request.path


def _feed_query(of: str) -> str:
    return f"?{urlencode({'of': of})}" if of else ""
