"""What templates draw beside words: the signs of a picture's key."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from koinon.rules.duration import Duration
from koinon.web.pictures.half_circle import Look, Seat
from koinon.web.pictures.seat_marks import circles, hatching, ring
from koinon.web.templatetags.koinon import language
from koinon.wording.values import write

register = template.Library()

_TWINS = "twins"


@register.filter
def unit(length: Duration) -> str:
    """Say the unit of a length of time, to stand beside its number."""
    return write(length, language()).split(maxsplit=1)[1]


@register.simple_tag
def seat_sign(look: str) -> SafeString:
    """Draw a seat as the half circle draws it, or the ring around two of them."""
    if look == _TWINS:
        path = ring(Seat(6, 8, Look.HELD), Seat(16, 8, Look.HELD), 5)
        shape = format_html('<path class="ring" d="{}"/>', path)
        return _sign(22, shape)
    seat = Seat(8, 8, Look(look))
    shape = format_html('<path class="{}" d="{}"/>', look, circles([seat], 6.5))
    if seat.look is Look.UNCERTAIN:
        shape += format_html('<path class="hatching" d="{}"/>', hatching([seat], 6.5))
    return _sign(16, shape)


def _sign(width: int, shape: SafeString) -> SafeString:
    return format_html(
        '<svg width="{0}" height="16" viewBox="0 0 {0} 16" aria-hidden="true">{1}</svg>',
        width,
        shape,
    )
