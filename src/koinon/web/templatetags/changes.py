"""What templates say of changes."""

from django import template

from koinon.overview.changes.change import Change
from koinon.web.change_words import change_kind_words
from koinon.web.language import language

register = template.Library()


@register.simple_tag
def change_kind(change: Change) -> str:
    """Say what happened."""
    return change_kind_words(change, language())
