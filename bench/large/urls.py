"""The site's addresses, and the yardstick beside them: 50 rows of one indexed query."""

from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from koinon.config.urls import urlpatterns as site
from koinon.register.models import Organisation

ROWS = 50
TABLE = """<!DOCTYPE html><title>Bare</title><table>{% for row in rows %}
<tr><th>{{ row.code }}</th><td>{{ row.kind }}</td><td>{{ row.place_id }}</td></tr>{% endfor %}
</table>"""


def bare(request: HttpRequest) -> HttpResponse:
    """Render rows as any Django view would."""
    rows = Organisation.objects.filter(code__gt="city-000100").order_by("code")[:ROWS]
    return HttpResponse(_template().render({"rows": rows}, request))


@cache
def _template() -> Any:
    return engines["django"].from_string(TABLE)


urlpatterns = [path("bare/", bare), *site]
