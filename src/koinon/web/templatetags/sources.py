"""What only the page of a source says: the rules that rest on it, with where they stand."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from koinon.overview.names import Named
from koinon.overview.rule_sources import Resting
from koinon.web.templatetags.koinon import address_of, language
from koinon.wording.say import say

register = template.Library()

PLACES = {
    "eligibility": "kinds",
    "procedure": "join",
    "fee": "cost",
    "representation": "representation",
    "charter": "charters",
    "target": "charters",
    "completeness": "charters",
    "cycle": "duties",
    "window": "calls",
}
"""Where on a network's page rules of a kind stand."""

OF_BODIES = ("seats", "quota", "term", "vote")
"""Rules that stand on the pages of bodies; a network's page lists these."""


@register.simple_tag(takes_context=True)
def rules_resting(context: template.Context, network: Named, item: Resting) -> SafeString:
    """Name a kind of rules and lead to where they stand; say how many, where it is not one."""
    words = say(f"rule-kind.{item.kind}", language())
    number = f" ({item.number})" if item.number > 1 else ""
    there = f"{address_of(context, network)}#{PLACES.get(item.kind, 'bodies')}"
    if item.kind not in PLACES and item.kind not in OF_BODIES:
        return format_html("{}{}", words, number)
    return format_html('<a href="{}">{}</a>{}', there, words, number)
