"""What the pages of the way from a city to its files say and choose."""

from collections.abc import Mapping

from django import template

from koinon.overview.sayings import Said
from koinon.overview.ties import Tie
from koinon.overview.visit.answers import Mark
from koinon.overview.visit.choices import Chance
from koinon.web.public.start.phrases import duties_of, fee_of, kind_of
from koinon.web.templatetags.koinon import language
from koinon.wording.language import pick

register = template.Library()


@register.filter
def sayings(tie: Tie) -> tuple[Said, ...]:
    """List what is said of a tie: by the city, by the network, by third parties."""
    return tuple(it for it in (tie.member_says, tie.network_says, *tie.third) if it is not None)


@register.filter
def answer_to(marks: Mapping[str, Mark], bond: str) -> Mark:
    """Give the answer to a tie; none given is "I do not know"."""
    return marks.get(bond, Mark.UNSURE)


@register.filter
def kind_words(tie: Tie) -> str:
    """Say in which way a city belongs: the kind, and the act of belonging unless that says it."""
    return kind_of(tie, language())


@register.filter
def path_words(tie: Tie) -> str:
    """Name the networks by way of which a tie comes about."""
    return " → ".join(pick(step.short, language()) for step in tie.via)


@register.filter
def fee_words(chance: Chance) -> str:
    """Say what a way of belonging costs."""
    return fee_of(chance, language())


@register.filter
def duty_words(chance: Chance) -> str:
    """Name what a way of belonging makes due."""
    return duties_of(chance, language())
