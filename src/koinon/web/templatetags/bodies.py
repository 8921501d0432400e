"""Who holds the seats of a body, in templates."""

from collections.abc import Iterable

from django import template
from django.utils.safestring import SafeString

from koinon.overview.tenures import Tenancy
from koinon.web.holder_rows import rows_of
from koinon.web.language import language

register = template.Library()


@register.simple_tag(takes_context=True)
def holder_rows(context: template.Context, tenures: Iterable[Tenancy]) -> SafeString:
    """Make a row for each tenure; addresses keep the day asked for."""
    return rows_of(tenures, context["request"], language())
