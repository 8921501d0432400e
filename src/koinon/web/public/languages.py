"""Which languages there are, and what is missing in them."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from koinon.overview.languages import languages_on
from koinon.web.language import language
from koinon.web.middleware import PageRequest


def languages(request: HttpRequest) -> HttpResponse:
    """Show what is missing in each language, or older than its original."""
    page = languages_on(language(), cast("PageRequest", request).on)
    context = {"page": page, "kinds": [share.what for share in page.languages[0].shares]}
    return render(request, "web/pages/languages.html", context)
