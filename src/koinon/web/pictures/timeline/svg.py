"""Timelines as SVG, put together without a template: a page has up to ten drawings of them."""

from collections.abc import Sequence
from html import escape

from django.utils.safestring import SafeString, mark_safe

from koinon.web.pictures.timeline.drawing import Bar, Line, Timeline

_PATTERN = (
    '<pattern id="{}" width="6" height="6" patternUnits="userSpaceOnUse"'
    ' patternTransform="rotate(45)"><path d="M0 0 V6" class="hatch-line"/></pattern>'
)


def svg_of(drawings: Sequence[Timeline], name: str, day_label: str) -> SafeString:
    """Draw a timeline in each of its widths; ``name`` tells its patterns from others of a page.

    ``day_label`` stands above the day asked for.
    """
    label = escape(day_label)
    return mark_safe(  # noqa: S308 - all words are escaped
        "".join([_drawing(it, f"{escape(name)}-{it.size}", label) for it in drawings])
    )


def _drawing(it: Timeline, hatch: str, day_label: str) -> str:
    head = (
        f'<svg class="timeline {it.size}" viewBox="0 0 {it.width} {it.height}"'
        f' width="{it.width}" height="{it.height}" aria-hidden="true" focusable="false">'
        f'<defs>{_PATTERN.format(hatch)}</defs><path class="grid" d="{it.grid}"/>'
    )
    day = (
        f'<path class="today" d="M{it.today_x:g} 20V{it.height}"/>'
        f'<text class="today-label" x="{it.today_x:g}" y="14" text-anchor="{it.today_anchor}">'
        f"{day_label}</text>"
    )
    bars = (
        f'<path class="bars" fill="url(#{hatch})" d="{it.rough}"/>',
        _path("bars own", it.own),
        _path("bars seat", it.seats),
        _path("bars gap", it.gaps),
        _path("tied", it.ends),
    )
    lines = [_line(line, it.width) for line in it.lines]
    return "".join([head, *_years(it), day, *bars, *lines, "</svg>"])


def _years(it: Timeline) -> list[str]:
    return [
        f'<text class="year" x="{year.x:g}" y="14"'
        f"{' text-anchor="middle"' if number or it.left else ''}>{year.label}</text>"
        for number, year in enumerate(it.years)
        if year.label
    ]


def _path(kind: str, path: str) -> str:
    return f'<path class="{kind}" d="{path}"/>' if path else ""


def _line(line: Line, width: int) -> str:
    words = [
        f'<text class="{kind}" x="0" y="{y}">{escape(text)}</text>' for y, kind, text in line.words
    ]
    if line.last:
        words.append(
            f'<text class="owner plate" x="{width}" y="{line.title_y}" text-anchor="end">'
            f"{escape(line.last)}</text>"
        )
    return "".join([*words, *[_name(bar) for bar in line.bars if bar.name]])


def _name(bar: Bar) -> str:
    own = " own" if bar.own else ""
    anchor = ' text-anchor="end"' if bar.anchor == "end" else ""
    return (
        f'<text class="on-{bar.name_on}{own}" x="{bar.name_x:g}" y="{bar.name_y}"{anchor}>'
        f"{escape(bar.name)}</text>"
    )
