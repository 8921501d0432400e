"""What templates say of facts for other people's pages."""

from django import template

from koinon.overview.embedding import Number
from koinon.web.language import language
from koinon.wording.say import say

register = template.Library()


@register.simple_tag
def count_words(number: Number) -> str:
    """Say how many ties of a kind there are."""
    return say(f"count.{number.kind}", language(), n=number.sure)


@register.simple_tag
def none_words(kind: str) -> str:
    """Say that there are none of a kind."""
    return say(f"count.{kind}", language(), n=0)
