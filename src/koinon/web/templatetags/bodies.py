"""Who holds the seats of a body, in templates, and names in the order of the reader's language."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from koinon.overview.tenures import Tenancy
from koinon.rules.rule import Text
from koinon.web.holder_rows import rows_of
from koinon.web.language import language
from koinon.wording.collation import sort_key
from koinon.wording.language import pick

register = template.Library()

LONG_WORD = 20
"""From so many letters on a word may be broken at its stroke."""


@register.simple_tag(takes_context=True)
def holder_rows(context: template.Context, tenures: Iterable[Tenancy]) -> SafeString:
    """Make a row for each tenure; addresses keep the day asked for."""
    return rows_of(tenures, context["request"], language())


@register.filter
def in_order(names: Iterable[Text]) -> list[Text]:
    """Sort names as the language of the page sorts."""
    own = language()
    return sorted(names, key=lambda it: sort_key(pick(it, own), own))


@register.filter
def breakable(text: str) -> SafeString:
    """Let a line end after the stroke of a long word, rather than somewhere in its ending."""
    return format_html_join(" ", "{}", ((_breakable(word),) for word in text.split(" ")))


def _breakable(word: str) -> str | SafeString:
    before, _, after = word.partition("/")
    if not after or len(word) < LONG_WORD:
        return word
    return format_html("{}/<wbr>{}", before, after)
