"""What all pages of the way share: how they are asked for, and what becomes of damaged answers."""

from collections.abc import Callable
from functools import wraps
from typing import cast

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.text import Truncator
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from koinon.rules.answer import Reason
from koinon.web.day import ImpossibleDay
from koinon.web.links import keeping_day
from koinon.web.middleware import LONGEST_QUOTE, PageRequest
from koinon.web.pace import seconds_until_form, too_many
from koinon.web.public.start import files, pages
from koinon.web.public.start.carried import DamagedAnswers
from koinon.web.public.start.step import WRONG, anew
from koinon.web.translated import day_sent

TOO_LARGE = 413

type View = Callable[..., HttpResponse]


def asked(view: View) -> View:
    """Let a page say in one sentence what is wrong with answers that cannot be read."""

    @wraps(view)
    def safely(request: HttpRequest, **named: str) -> HttpResponse:
        seconds = seconds_until_form(request)
        if seconds:
            return too_many(request, seconds)
        try:
            return view(request, **named)
        except DamagedAnswers:
            return anew(request, Reason("start.error.carried"))
        except RequestDataTooBig:
            return anew(request, Reason("start.error.too-large"), status=TOO_LARGE)
        except SuspiciousOperation:
            return anew(request, Reason("start.error.carried"))

    return safely


def dated(view: View, instead: View) -> View:
    """Let a page be of the day that its form asks for; one that does not exist is said beside it.

    Then the page is shown once more with what was typed, or another ``instead``.
    """

    @wraps(view)
    def on_day(request: HttpRequest, **named: str) -> HttpResponse:
        page = cast("PageRequest", request)
        try:
            page.on = day_sent(page)
        except ImpossibleDay as error:
            page.day_refused = Truncator(error.text).chars(LONGEST_QUOTE)
            response = instead(request, **named)
            response.status_code = WRONG
            return response
        return view(request, **named)

    return on_day


def told(view: View) -> View:
    """Lead whoever comes without answers to the beginning: by a link, or in another language."""

    @wraps(view)
    def with_answers(request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseRedirect(keeping_day(reverse("start"), request))
        return view(request)

    return with_answers


def _place(route: str, view: View, name: str, instead: View | None = None) -> URLPattern:
    """Place a page. Its forms change nothing and know nobody: there is nothing to forge."""
    methods = require_http_methods(["GET", "HEAD", "POST"])
    return path(route, csrf_exempt(methods(asked(dated(view, instead or view)))), name=name)


urlpatterns = [
    _place("", pages.city, "start"),
    _place("about/", pages.about, "start-about"),
    _place("ties/", told(pages.ties), "start-ties"),
    _place("ties/<slug:code>/", pages.known, "start-known"),
    _place("missing/", told(pages.missing), "start-missing"),
    _place("networks/", told(pages.networks), "start-networks"),
    _place("head/", told(pages.head), "start-head"),
    _place("result/", told(pages.result), "start-result"),
    _place("workbook/", told(files.workbook), "start-workbook", pages.result),
    _place("letter/", told(files.letter), "start-letter", pages.result),
    _place("calendar/", told(files.calendar), "start-calendar", pages.result),
]
