"""The addresses of facts for other people's pages."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, path, register_converter
from django.urls.converters import StringConverter
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from koinon.web.public.embed import views


class Form(StringConverter):
    """In which form a fact is given."""

    regex = "html|json"


register_converter(Form, "form")


def fact(route: str, view: Callable[..., HttpResponse], name: str) -> URLPattern:
    """Place a fact that is only read, and that other sites may show in a frame."""
    return path(route, csrf_exempt(require_safe(views.embeddable(view))), name=name)


urlpatterns = [
    path("", csrf_exempt(require_safe(views.pieces)), name="embed"),
    fact(
        "figures/<slug:code>/<slug:measure>/<slug:basis>.<form:form>", views.figure, "embed-figure"
    ),
    fact("counts/<slug:code>/<slug:kind>.<form:form>", views.count, "embed-count"),
    fact("ties/<slug:code>.<form:form>", views.ties, "embed-ties"),
]
