"""The page of a body of a network."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from koinon.overview.body import BodyPage, body_on
from koinon.overview.directory import page_kind
from koinon.overview.named_days import NamedDay, day_after, days_around
from koinon.overview.names import Named
from koinon.overview.tenures import Tenancy
from koinon.register.models import Role
from koinon.rules.answer import Reason
from koinon.rules.term.answer import TermState
from koinon.web.middleware import PageRequest
from koinon.web.pictures.timeline.layout import drawn
from koinon.web.public.body_comparison import comparison, named_versions
from koinon.web.public.body_picture import mostly_unknown, seats_picture, too_many
from koinon.web.public.body_spans import tracks_of_body

MOST_NAMED_DAYS = 4


class Party(NamedTuple):
    """A city or organisation with the kind of its page."""

    page: str
    organisation: Named


class Parties(NamedTuple):
    """Seats that belong to cities or organisations, of which the same is said."""

    tenure: Tenancy
    parties: tuple[Party, ...]


class Holders(NamedTuple):
    """Who sits in the body on the day: by name, as a city, as a substitute, or perhaps."""

    people: tuple[Tenancy, ...]
    parties: tuple[Parties, ...]
    substitutes: tuple[Tenancy, ...]
    perhaps: tuple[Tenancy, ...]
    others: tuple[Tenancy, ...]


def body(request: HttpRequest, code: str, body: str) -> HttpResponse:
    """Show a body on the day asked for, beside another day where one is named."""
    if request.GET.get("with", "").strip():
        return comparison(request, code, body)
    on = cast("PageRequest", request).on
    page = body_on(code, body, on, after=request.GET.get("after", ""))
    if page is None:
        raise Http404
    language = get_language() or "de"
    context = {
        "page": page,
        "holders": holders(page.tenures),
        "picture": seats_picture(page, language),
        "too_many": too_many(page),
        "mostly_unknown": mostly_unknown(page),
        "run_out": page.term.answer.state is TermState.RUN_OUT and not page.is_seated,
        "timelines": drawn(
            tracks_of_body(page, language), page.on, cast("PageRequest", request).today
        ),
        "named_days": _named_days(page),
        "versions": named_versions(page),
        "section": "networks",
    }
    return render(request, "web/pages/body.html", context)


def holders(tenures: Sequence[Tenancy]) -> Holders:
    """Sort who holds and held the posts of a body, by how they hold them."""
    sure = [item for item in tenures if item.holds]
    members = [item for item in sure if item.role != Role.SUBSTITUTE]
    return Holders(
        people=tuple(item for item in members if item.person),
        parties=tuple(_parties(item for item in members if not item.person)),
        substitutes=tuple(item for item in sure if item.role == Role.SUBSTITUTE),
        perhaps=tuple(item for item in tenures if item.holds is None),
        others=tuple(item for item in tenures if item.holds is False),
    )


def _parties(tenures: Iterable[Tenancy]) -> Iterator[Parties]:
    groups: dict[str, list[Tenancy]] = {}
    for item in tenures:
        sources = [(said.source, said.voice) for said in item.sources]
        groups.setdefault(str((item.post, item.since, item.until, sources)), []).append(item)
    for items in groups.values():
        parties = (Party(page_kind(item.party.kind), item.party) for item in items)
        yield Parties(items[0], tuple(parties))


def _named_days(page: BodyPage) -> tuple[NamedDay, ...]:
    """Name the days of elections and the next end of the term, the latest first.

    Where a body has none of its own, those that its network's page names.
    """
    bounds = [(election.began, "election") for election in page.term.elections]
    if page.term.end is not None:
        bounds.append((page.term.end, "end"))
    days = {}
    for bound, what in bounds:
        told = day_after(bound)
        if told is not None:
            code = f"body.day.{what}" if bound.is_exact else f"body.day.after-{what}"
            days[told[0]] = NamedDay(told[0], Reason(code), told[1])
    own = tuple(days[day] for day in sorted(days, reverse=True)[:MOST_NAMED_DAYS])
    return own or days_around(page.network.code, page.on)
