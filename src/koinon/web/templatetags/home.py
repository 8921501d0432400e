"""How the first page names who followed in a seat, and who says the same of a tie."""

from itertools import groupby
from typing import NamedTuple

from django import template
from django.urls import reverse

from koinon.overview.agenda.task import Task, Voiced
from koinon.overview.tenures import Tenancy
from koinon.rules.bound import Bound
from koinon.rules.period import Truth
from koinon.web.links import keeping_day, page_of_organisation
from koinon.web.templatetags.koinon import language
from koinon.wording.say import say

register = template.Library()


@register.filter
def holder_name(tenure: Tenancy) -> str:
    """Name who is in a seat."""
    return tenure.person.name if tenure.person else say("person.unnamed", language())


@register.simple_tag(takes_context=True)
def seat_address(context: template.Context, tenure: Tenancy) -> str:
    """Give the address of the page that shows a seat: its body's, else its organisation's."""
    there = (
        reverse("body", args=[tenure.organisation.code, tenure.body])
        if tenure.body
        else page_of_organisation(tenure.organisation)
    )
    return keeping_day(there, context["request"])


class View(NamedTuple):
    """What several voices say alike."""

    holds: Truth
    begins: Bound
    voices: tuple[Voiced, ...]


@register.filter
def by_what_they_say(task: Task) -> tuple[View, ...]:
    """Put together who says the same, in the order of the first who says it."""
    order = list(dict.fromkeys(map(_says, task.sides)))
    ordered = sorted(task.sides, key=lambda it: order.index(_says(it)))
    return tuple(
        View(holds, begins, tuple(group)) for (holds, begins), group in groupby(ordered, key=_says)
    )


def _says(voiced: Voiced) -> tuple[Truth, Bound]:
    return (voiced.said.holds is not False, voiced.said.begins)
