"""What the results of a search lead to, and what they are called."""

from django import template
from django.template.defaultfilters import capfirst
from django.urls import reverse

from koinon.gazetteer.matching.folding import fold
from koinon.overview.search import Hit
from koinon.web.links import keeping_day, page_of
from koinon.web.templatetags.koinon import language
from koinon.wording.language import pick
from koinon.wording.say import say

register = template.Library()


@register.simple_tag(takes_context=True)
def address_of_hit(context: template.Context, hit: Hit) -> str:
    """Give the address of the page of whom a search found."""
    there = (
        reverse("body", args=[hit.organisation, hit.code])
        if hit.kind == "body"
        else page_of(hit.kind, hit.code)
    )
    return keeping_day(there, context["request"])


@register.filter
def other_name(hit: Hit) -> str:
    """Give the name that was found where it is not the one that is shown."""
    shown = fold(pick(hit.names, language()))
    return "" if fold(hit.known_as) in shown else hit.known_as


@register.simple_tag
def say_form(form: str) -> str:
    """Say what kind of organisation a search found: a city in one word."""
    is_city = form == "municipality"
    return capfirst(say("search.city" if is_city else f"kind.{form}", language()))
