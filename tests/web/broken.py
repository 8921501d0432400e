"""The addresses of the site, and beside them pages that go wrong."""

from django.conf.urls.i18n import i18n_patterns
from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.urls import path

from koinon.config import urls
from koinon.web.pace import too_many


def broken(_: HttpRequest) -> HttpResponse:
    """Fail as code with a mistake does."""
    raise LookupError


def away(_: HttpRequest) -> HttpResponse:
    """Ask a database in which nothing can be opened."""
    connection = connections["default"].copy()
    connection.settings_dict["NAME"] = "/nowhere/at-all/koinon"
    connection.settings_dict["HOST"] = "/nowhere/at-all"
    connection.ensure_connection()
    return HttpResponse()


def hurried(request: HttpRequest) -> HttpResponse:
    """Ask a visitor to wait, as whoever walks through all days is asked."""
    return too_many(request, 42)


FAULTS = [path("broken/", broken), path("away/", away), path("hurried/", hurried)]
urlpatterns = [*i18n_patterns(*FAULTS), *urls.urlpatterns]
handler400 = urls.handler400
handler404 = urls.handler404
handler500 = urls.handler500
