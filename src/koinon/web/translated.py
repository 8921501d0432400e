"""Pages whose answers travel in a form: another language must take the form along."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url

from koinon.web.links import keeping_day

TRANSLATED = "translated"
"""The field that says: show the same page in another language, with what was typed."""


def in_languages(name: str, request: HttpRequest) -> tuple[tuple[str, str], ...]:
    """List where the form of a page leads in each language, for the menu in the header."""
    here = keeping_day(reverse(name), request)
    return tuple((code, translate_url(here, code)) for code, _ in settings.LANGUAGES)


def is_translated(request: HttpRequest) -> bool:
    """Tell whether a form was only sent to be shown in another language."""
    return TRANSLATED in request.POST
