"""Pages whose answers travel in a form: another language, or another day, takes the form along."""

from datetime import date

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url

from koinon.web.day import day_asked
from koinon.web.links import keeping_day
from koinon.web.middleware import PageRequest

TRANSLATED = "translated"
"""The field that says: show the same page once more, with what was typed."""

NAMED_DAY = "day"
"""The field of a named day: the same page, as it is on that day."""


def in_languages(name: str, request: HttpRequest) -> tuple[tuple[str, str], ...]:
    """List where the form of a page leads in each language, for the menu in the header."""
    here = keeping_day(reverse(name), request)
    return tuple((code, translate_url(here, code)) for code, _ in settings.LANGUAGES)


def is_translated(request: HttpRequest) -> bool:
    """Tell whether a form is only shown again: in another language, or on another day."""
    is_asked = TRANSLATED in request.POST or NAMED_DAY in request.POST
    return is_asked or bool(getattr(request, "day_refused", ""))


def day_sent(request: PageRequest) -> date:
    """Take the day from the form, which begins with that of the address; raises ImpossibleDay."""
    if NAMED_DAY in request.POST:
        return day_asked(request.POST, request.today, NAMED_DAY)
    return day_asked(request.POST, request.today) if "on" in request.POST else request.on
