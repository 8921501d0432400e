"""Pictures in templates: the map of members, and figures over time."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import template
from django.utils.safestring import SafeString

from koinon.overview.figure_lines import MeasureShown
from koinon.overview.member_map import Spot, Spots
from koinon.web.pictures.figures import Stated, draw_figures
from koinon.web.pictures.map import Site, draw_map
from koinon.web.pictures.timeline.drawing import Timeline
from koinon.web.pictures.timeline.svg import svg_of
from koinon.web.pictures.widths import classes
from koinon.web.templatetags.koinon import figure_value, language
from koinon.wording.language import pick
from koinon.wording.say import say

register = template.Library()

COLUMN = (288, 460)
WIDE = (288, 640)
FIGURES = (288, 460, 640)
"""Pixels: what a phone has room for, beside what a column or a page has."""


@register.inclusion_tag("web/pictures/map.html")
def member_map(
    spots: Spots,
    title: str,
    *,
    this: str = "",
    wide: bool = False,
    name: str = "map",
    stated: str | None = None,
) -> dict[str, Any]:
    """Draw spots as a map; ``this`` is the code of the organisation to ring.

    A page with several maps gives each a name of its own. Wide ones fill seven twelfths of the
    page or more, others five. ``stated`` is how many there are by the latest source; it is None
    where a map is not of those who are known by name.
    """
    widths, shape = (WIDE, 1.15) if wide else (COLUMN, 1.0)
    drawn = draw_map([_site(spot, this) for spot in spots.spots], widths, shape)
    return {
        "map": drawn,
        "drawings": list(zip(drawn.drawings, classes(widths), strict=True)),
        "title": title,
        "name": name,
        "stated": stated,
        "more_unplaced": spots.more_unplaced,
        "unplaced": tuple(pick(it.short, language()) for it in spots.unplaced),
    }


@register.simple_tag(takes_context=True)
def timeline_svg(
    context: template.Context, drawings: Sequence[Timeline] | None, name: str
) -> SafeString:
    """Draw a timeline in each of its widths, with the day asked for."""
    asked = context["request"]
    is_today = asked.on == asked.today
    label = say("timeline.today", language()) if is_today else str(asked.on.year)
    return svg_of(drawings or (), name, label)


def _site(spot: Spot, this: str) -> Site:
    who = spot.organisation
    return Site(
        name=pick(who.short, language()) if who else "",
        latitude=spot.latitude,
        longitude=spot.longitude,
        is_this=who is not None and who.code == this,
        number=spot.number,
    )


@register.inclusion_tag("web/pictures/figures.html")
def figures_chart(measure: MeasureShown, day: date, *, name: str = "figures") -> dict[str, Any]:
    """Draw a measure over time, up to a day: what sources state, and what is counted."""
    stated = [
        Stated(it.figure.value, figure_value(it.figure), it.figure.dated) for it in measure.lines
    ]
    drawn = draw_figures(stated, [it.steps for it in measure.series], day, FIGURES)
    return {
        "drawings": list(zip(drawn, classes(FIGURES), strict=True)),
        "measure": measure,
        "name": name,
    }
