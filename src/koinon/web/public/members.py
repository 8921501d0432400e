"""The page of all members of a network."""

from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import Truncator

from koinon.overview.directory import page_kind
from koinon.overview.member_filter import LONGEST_NAME, STATES, MemberFilter
from koinon.overview.member_page import members_on
from koinon.rules.answer import Reason
from koinon.web.language import language
from koinon.web.middleware import PageRequest

LETTERS = "abcdefghijklmnopqrstuvwxyz"
LONGEST_QUOTE = 40
WITHOUT_MEMBERS = "city"
"""The kind of page of whom nobody is a member."""


def members(request: HttpRequest, code: str) -> HttpResponse:
    """List a page of those who belong to a network on the day asked for, in order of names."""
    wrong = _wrong(request)
    asked = MemberFilter() if wrong else _asked(request)
    on, after = cast("PageRequest", request).on, request.GET.get("after", "")
    page = members_on(code, on, language(), asked=asked, after=after)
    if page is None or page_kind(page.organisation.kind) == WITHOUT_MEMBERS:
        raise Http404
    context = {
        "page": page,
        "wrong": wrong,
        "is_first": not after,
        "named_days": page.numbers.days,
        "section": "networks",
    }
    status = 400 if wrong else 200
    return render(request, "web/pages/members.html", context, status=status)


def _asked(request: HttpRequest) -> MemberFilter:
    return MemberFilter(
        name=_plain(request, "name"),
        country=_plain(request, "country").upper(),
        state=_plain(request, "state"),
        tie=_plain(request, "tie"),
        letter=_plain(request, "letter").lower(),
    )


def _wrong(request: HttpRequest) -> Reason | None:
    """Tell what a filter asks for that no member could be."""
    asked = _asked(request)
    if asked.state not in ("", *STATES):
        return Reason("members.wrong.state", {"text": _quoted(asked.state)})
    if asked.country and not (len(asked.country) == 2 and asked.country.isalpha()):
        return Reason("members.wrong.country", {"text": _quoted(asked.country)})
    if asked.letter and not (len(asked.letter) == 1 and asked.letter in LETTERS):
        return Reason("members.wrong.letter", {"text": _quoted(asked.letter)})
    return None


def _quoted(text: str) -> str:
    return Truncator(text).chars(LONGEST_QUOTE)


def _plain(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "")[:LONGEST_NAME].replace("\x00", "").strip()
