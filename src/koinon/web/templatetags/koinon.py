"""What templates say and draw: sentences, values, derivations, the disc of two halves."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any, override
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.exceptions import DisallowedHost
from django.urls import NoReverseMatch, reverse
from django.utils.html import conditional_escape, escape, format_html, format_html_join
from django.utils.safestring import SafeString

from koinon.overview.directory import page_kind
from koinon.overview.named_days import NamedDay, days_for_network, latest_days
from koinon.overview.names import Named
from koinon.register.queries.figures import FigureOn
from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.term.last_day import last_day as last_day_before
from koinon.rules.trace import Trace
from koinon.web.assets import STYLESHEETS
from koinon.web.language import language as language  # noqa: PLC0414 - other tags use it too
from koinon.web.links import (
    in_language_of,
    keeping_day,
    on_day,
    page_named,
    page_of,
    page_of_organisation,
    with_query,
)
from koinon.web.pictures.disc import SIZE, strokes
from koinon.wording.catalogue import has
from koinon.wording.coverage import coverage
from koinon.wording.derivation import explain, write_dated
from koinon.wording.language import own_name, pick, write_language
from koinon.wording.period import say_period, say_since, say_until
from koinon.wording.say import say as say_code
from koinon.wording.say import say_reason
from koinon.wording.values import Money, write

register = template.Library()

_SOUGHT = ("of", "q", "type")
"""What a page is about that is found by asking: it stays the same on another day."""


@register.simple_tag
def say(code: str, **params: Any) -> str:
    """Say a code in the page's language."""
    return say_code(code, language(), **params)


class _Said(template.Node):
    """A sentence without parameters, put together once for each language."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.kept: dict[str, SafeString] = {}

    @override
    def render(self, context: template.Context) -> SafeString:
        tongue = language()
        if tongue not in self.kept:
            self.kept[tongue] = conditional_escape(say_code(self.code, tongue))
        return self.kept[tongue]


_with_params = register.tags["say"]


@register.tag("say")
def _say(parser: Any, token: Any) -> template.Node:
    """Tell a code that is written out and needs nothing from all others: most are such."""
    parts = token.split_contents()
    if len(parts) == 2 and parts[1][0] == parts[1][-1] == '"':
        return _Said(parts[1][1:-1])
    found: template.Node = _with_params(parser, token)
    return found


@register.simple_tag
def stylesheets() -> SafeString:
    """Link the style sheets."""
    links = [f'<link rel="stylesheet" href="{staticfiles_storage.url(it)}">' for it in STYLESHEETS]
    return SafeString("\n    ".join(links))


@register.simple_tag(takes_context=True)
def alternates(context: template.Context) -> list[tuple[str, str]]:
    """List the address of this page in each language."""
    path = context["request"].get_full_path()
    return [(code, in_language_of(path, code)) for code, _ in settings.LANGUAGES]


@register.simple_tag(takes_context=True)
def alternate_links(context: template.Context) -> SafeString:
    """Tell machines where this page is in each language."""
    line = '<link rel="alternate" hreflang="{}" href="{}">'
    return SafeString(
        "".join([line.format(code, escape(there)) for code, there in alternates(context)])
    )


@register.simple_tag(takes_context=True)
def language_links(context: template.Context) -> SafeString:
    """Link this page in each language; on every page, so without a template of its own."""
    own = language()
    parts = [
        f'<li><a href="{escape(there)}" lang="{code}" hreflang="{code}"'
        f"{' aria-current="true"' if code == own else ''}>{_abbreviated(code)}</a></li>"
        for code, there in alternates(context)
    ]
    return SafeString("".join(parts))


@cache
def _abbreviated(code: str) -> SafeString:
    return format_html('<abbr title="{}">{}</abbr>', own_name(code), code.upper())


@register.simple_tag(takes_context=True)
def here(context: template.Context) -> str:
    """Give the whole address of this page; only its path where it was asked for by another name."""
    request: Any = context["request"]
    try:
        return str(request.build_absolute_uri())
    except DisallowedHost:
        return str(request.get_full_path())


@register.simple_tag(takes_context=True)
def url_on(context: template.Context, to: str, *args: str, **query: Any) -> str:
    """Give the address of a page on the day that this one is asked for, with what is asked of it.

    Links within the site are made by this, or by the tags below, so that none loses the day.
    """
    return keeping_day(with_query(page_named(to, *args), query), context["request"])


@register.simple_tag(takes_context=True)
def address(context: template.Context, kind: str, code: str) -> str:
    """Give the address of a network, city, person or other organisation."""
    return keeping_day(page_of(kind, code), context["request"])


@register.simple_tag(takes_context=True)
def address_of(context: template.Context, organisation: Named, on: date | None = None) -> str:
    """Give the address of an organisation's own page, on a day where one is named."""
    there = page_of_organisation(organisation)
    return on_day(there, on) if on else keeping_day(there, context["request"])


@register.simple_tag(takes_context=True)
def sought(context: template.Context) -> list[tuple[str, str]]:
    """List what was asked for beside the day, for a form that asks for another one."""
    query = context["request"].GET
    return [(name, query[name]) for name in _SOUGHT if query.get(name)]


@register.simple_tag(takes_context=True)
def on_other_day(context: template.Context, day: date | None = None) -> str:
    """Give the end of the address of this page on another day, today where none is given."""
    request: Any = context["request"]
    asked = [(name, values) for name, values in request.GET.lists() if name not in ("on", "after")]
    if day is not None:
        asked.append(("on", [day.isoformat()]))
    return f"?{urlencode(asked, doseq=True)}" if asked else str(request.path)


@register.simple_tag
def form_again(addresses: Iterable[tuple[str, str]]) -> str:
    """Give where the form of a page leads that is only shown again, in the page's language."""
    return dict(addresses)[language()]


@register.simple_tag
def days_worth_a_look(organisation: Named | str) -> tuple[NamedDay, ...]:
    """Name days for a page that names none itself: those for its network, else the latest ones."""
    if isinstance(organisation, Named) and page_kind(organisation.kind) == "network":
        return days_for_network(organisation.code)
    return latest_days()


@register.simple_tag(takes_context=True)
def source_address(context: template.Context, code: str) -> str:
    """Give the address of a source's line in the list of sources."""
    return keeping_day(f"{reverse('sources')}?at={code}#{code}", context["request"])


@register.simple_tag
def say_code_of(family: str, code: str) -> str:
    """Say a code of a family of codes, such as the kinds of belonging."""
    return say_code(f"{family}.{code}", language())


@register.simple_tag
def figure_words(figure: FigureOn) -> str:
    """Say a figure with its measure, as exactly as its source does."""
    value = say_code(f"qualifier.{figure.qualifier}", language(), value=figure.value)
    return say_code(f"measure.{figure.measure}", language(), value=value, n=figure.value)


@register.simple_tag
def figure_value(figure: FigureOn) -> str:
    """Say the number of a figure, as exactly as its source does."""
    return say_code(f"qualifier.{figure.qualifier}", language(), value=figure.value)


@register.simple_tag
def figure_name(figure: FigureOn) -> str:
    """Say what a figure counts."""
    return say_code(f"measure.{figure.measure}", language(), value="", n=figure.value).strip()


@register.filter
def last_day(end: Bound | str) -> Bound:
    """Give the last day before an end, as people write it; an end may be the text of a bound."""
    return last_day_before(Bound.parse(end) if isinstance(end, str) else end)


@register.filter
def as_since(first_day: Bound) -> str:
    """Say since when."""
    return say_since(first_day, language())


@register.filter
def as_period(first_day: Bound, last_day: Bound | None) -> str:
    """Say from when until when, the last day included; since when, where none is known."""
    return say_period(first_day, last_day, language())


@register.filter
def as_until(last_day: Bound) -> str:
    """Say until when, the last day included."""
    return say_until(last_day, language())


@register.filter
def unlocalised(value: float) -> str:
    """Write a coordinate with a point, whatever the language."""
    return f"{value:g}"


@register.filter
def as_text(value: object) -> str:
    """Write a value without grouping: a year."""
    return str(value)


@register.filter
def said(reason: Reason) -> str:
    """Say a reason or a note in the page's language."""
    return say_reason(reason, language())


@register.filter
def named(names: dict[str, str]) -> str:
    """Choose a name in the page's language."""
    return pick(names, language())


@register.filter
def written(value: Any) -> str:
    """Write a value as the page's language does."""
    return write(value, language())


@register.filter
def dated(text: str) -> str:
    """Write the time a source speaks for, given as the text of a bound."""
    return write_dated(text, language())


@register.filter
def money(amount: Any, currency: str) -> str:
    """Write an amount in a currency."""
    return write(Money(amount, currency), language())


@register.inclusion_tag("web/components/trace.html")
def trace(tree: Trace, kind: str, *, is_open: bool = False) -> dict[str, Any]:
    """Put a derivation below its number, to be opened or open from the start."""
    return {"derivation": explain(tree, language()), "kind": kind, "is_open": is_open}


@register.simple_tag
@cache
def disc(left: str, right: str, state: str = "") -> SafeString:
    """Draw the disc: left what the city says, right what the network says.

    There are some dozens, each drawn once.
    """
    lines = (
        (
            stroke.path,
            "currentColor" if stroke.filled else "none",
            "1.5 2" if stroke.dotted else "none",
            f"translate(0 {stroke.shift:g})",
        )
        for stroke in strokes(left, right, state)
    )
    drawn = format_html_join(
        "", '<path d="{}" fill="{}" stroke-dasharray="{}" transform="{}"/>', lines
    )
    return format_html(
        '<svg class="disc" width="{0}" height="{0}" viewBox="0 0 {0} {0}" aria-hidden="true" '
        'fill="none" stroke="currentColor" stroke-width="1.25">{1}</svg>',
        SIZE,
        drawn,
    )


@register.simple_tag
def language_name(code: str) -> str:
    """Name a language in the page's own language."""
    return write_language(code, language())


@register.simple_tag(takes_context=True)
def in_language(context: template.Context, code: str) -> str:
    """Give the address of this page in another language."""
    return in_language_of(context["request"].get_full_path(), code)


@register.simple_tag
def own_language_name(code: str) -> str:
    """Name a language in itself."""
    return own_name(code)


@register.simple_tag
def sentences_missing() -> int:
    """Tell how many sentences are shown in English, for want of one in the page's language."""
    found = coverage(language())
    return len(found.missing) + len(found.older)


@register.simple_tag
def site_text_link(code: str) -> str:
    """Name one of the site's own texts and lead to it, where it has an address."""
    name = say_code(f"text.{code}", language()) if has(f"text.{code}", language()) else code
    try:
        return format_html('<a href="{}">{}</a>', reverse(code), name)
    except NoReverseMatch:
        return name
