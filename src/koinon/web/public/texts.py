"""The texts of the site itself: imprint, privacy, accessibility, easy language."""

from collections.abc import Callable
from typing import cast
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override

from koinon.overview.texts import text_on
from koinon.web.language import language
from koinon.web.markdown import as_markup
from koinon.web.middleware import PageRequest
from koinon.wording.say import say

TEXTS = ("imprint", "privacy", "accessibility", "easy-language")
"""The texts that every site has, each at its own address."""

LONGEST_ADDRESS = 500


def text(code: str) -> Callable[[HttpRequest], HttpResponse]:
    """Make the view of a text: it shows the version of the day asked for."""

    def view(request: HttpRequest) -> HttpResponse:
        days = cast("PageRequest", request)
        page = text_on(code, language(), days.on, today=days.today)
        body = as_markup(page.text.body, page.text.figures, request) if page.text else ""
        context = {"page": page, "body": body, "title": f"text.{code}"}
        return render(request, "web/pages/text.html", context)

    return view


def report(request: HttpRequest) -> HttpResponse:
    """Show how to report a barrier, with a mail that names the page already written."""
    address = _page_named(request)
    mail = ""
    if settings.KOINON_CONTACT:
        subject = say("report.mail.subject", language())
        body = say("report.mail.body", language(), page=address)
        mail = f"mailto:{quote(settings.KOINON_CONTACT, safe='@')}?{_query(subject, body)}"
    context = {"page": address, "mail": mail, "contact": settings.KOINON_CONTACT}
    return render(request, "web/pages/report.html", context)


def _query(subject: str, body: str) -> str:
    return f"subject={quote(subject)}&body={quote(body)}"


def _page_named(request: HttpRequest) -> str:
    """Give the whole address of the page that is reported, in whatever language; else nothing."""
    path = request.GET.get("page", "")[:LONGEST_ADDRESS]
    plain = path.partition("?")[0]
    try:
        with override(get_language_from_path(plain) or language()):
            resolve(plain)
    except Resolver404:
        return ""
    return request.build_absolute_uri(path)
