"""How tasks are named, and where they lead."""

from django import template
from django.urls import reverse

from koinon.overview.agenda.task import Kind, Task, Voiced
from koinon.rules.answer import Reason
from koinon.web.language import language
from koinon.web.links import keeping_day, page_of_organisation
from koinon.wording.language import pick
from koinon.wording.say import say, say_reason

register = template.Library()

_PLACES = {Kind.DIFFERENCE: "#ties", Kind.CONFIRM: "#ties"}


@register.filter
def headline(task: Task) -> str:
    """Name a task; a duty says whose network asks for it."""
    if isinstance(task.what, Reason):
        return say_reason(task.what, language())
    what = pick(task.what, language())
    return say("desk.duty", language(), network=task.about.short, what=what)


@register.simple_tag(takes_context=True)
def task_address(context: template.Context, task: Task) -> str:
    """Give the address of the page on which a task can be looked at."""
    there = (
        reverse("body", args=[task.about.code, task.body])
        if task.body
        else page_of_organisation(task.about) + _PLACES.get(task.kind, "")
    )
    return keeping_day(there, context["request"])


@register.simple_tag
def side_name(voiced: Voiced) -> str:
    """Say whose statement or whose source it is."""
    return say(f"desk.side.{voiced.side}.{voiced.said.voice}", language())
