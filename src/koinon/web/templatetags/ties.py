"""Ties and what is said of them, in templates."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from koinon.overview.directory import page_kind
from koinon.overview.sayings import Said
from koinon.overview.ties import Tie
from koinon.web import voices
from koinon.web.language import language
from koinon.web.standing import standing as standing_of
from koinon.web.tie_rows import rows_of
from koinon.web.voices import Reader
from koinon.wording.say import say

register = template.Library()


def _reader(context: template.Context) -> Reader:
    return Reader(language(), context["request"].on)


@register.simple_tag(takes_context=True)
def tie_rows(context: template.Context, ties: Iterable[Tie]) -> SafeString:
    """Make a row for each tie; addresses keep the day asked for."""
    party = party_words(context["page"].organisation.kind)
    return rows_of(ties, context["request"], _reader(context), party)


@register.simple_tag
def party_words(kind: str) -> str:
    """Name the side that belongs: a city is called one, an association is not."""
    return say("ties.city" if page_kind(kind) == "city" else "ties.member", language())


@register.simple_tag(takes_context=True)
def voice(context: template.Context, saying: Said | None) -> SafeString:
    """Tell what a side says of a tie."""
    return mark_safe(voices.voice(saying, _reader(context)))  # noqa: S308 - all escaped


@register.simple_tag(takes_context=True)
def said_in(context: template.Context, saying: Said) -> SafeString:
    """Name where something is said."""
    return mark_safe(voices.said_in(saying, _reader(context)))  # noqa: S308 - all escaped


@register.simple_tag
def standing(item: Any) -> SafeString:
    """Draw and say how something with two sides stands."""
    halves = (item.left, item.right)
    return mark_safe(standing_of(item.state, halves, item.words, language()))  # noqa: S308 - as above
