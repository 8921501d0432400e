"""What a list of members says beside its rows: the choices of its filter, with their numbers."""

from functools import cache
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString

from koinon.overview.member_filter import EVERYBODY, STATES, MemberFilter, tie_of
from koinon.overview.member_numbers import MemberNumbers
from koinon.overview.members import Members
from koinon.rules.rule import Text
from koinon.rules.spell.state import State
from koinon.web.language import language
from koinon.web.member_rows import country_named, rows_of, tie_named
from koinon.web.templatetags.koinon import disc
from koinon.wording.collation import SortKey, sort_key
from koinon.wording.language import write_country
from koinon.wording.say import say
from koinon.wording.values import write

register = template.Library()

SIGNS = {
    State.AGREED: ("solid", "solid"),
    State.ONE_SIDE: ("solid", "dotted"),
    State.REPORTED: ("hatched", "dotted"),
    State.DIFFERING: ("hatched", "hatched"),
    State.DENIED: ("solid", "crossed"),
    State.AGING: ("solid", "solid"),
}
FIELDS = ("country", "letter", "name", "state", "tie")


class Choice(NamedTuple):
    """Something to filter by, with the query of the page that does; words and sign are escaped."""

    code: str
    words: str
    number: int = 0
    is_chosen: bool = False
    query: str = ""
    sign: str = ""


@register.simple_tag(takes_context=True)
def member_rows(
    context: template.Context, members: Members, numbers: MemberNumbers, strands: dict[str, Text]
) -> SafeString:
    """Make the rows of a page; addresses keep the day asked for."""
    end = f"?{urlencode(_day(context))}".removesuffix("?")
    told_apart = strands if len(numbers.ties) > 1 else None
    return rows_of(members, language(), end=end, strands=told_apart)


@register.simple_tag(takes_context=True)
def state_choices(
    context: template.Context, numbers: MemberNumbers, asked: MemberFilter
) -> list[Choice]:
    """List the states there are, with how many stand so, and the one asked for."""
    found, own = numbers.states(asked), language()
    start = _query(context, asked, state="") + "state="
    return [
        Choice(
            state,
            escape(say(f"members.state.{state}", own)),
            found.get(state, 0),
            state == asked.state,
            start + state,
            disc(*SIGNS[State(state)], state) if state in SIGNS else "",
        )
        for state in STATES
        if state in found or state == asked.state
    ]


@register.simple_tag(takes_context=True)
def country_choices(
    context: template.Context, numbers: MemberNumbers, asked: MemberFilter
) -> list[Choice]:
    """List the countries there are, the most first, with how many, and the one asked for."""
    found = {it.country: it.number for it in numbers.countries(asked)}
    if asked.country:
        found.setdefault(asked.country, 0)
    start, own = _query(context, asked, country="") + "country=", language()
    return [
        Choice(code, country_named(code, own), number, code == asked.country, start + code)
        for code, number in found.items()
    ]


@register.simple_tag
def tie_choices(
    numbers: MemberNumbers, asked: MemberFilter, strands: dict[str, Text]
) -> list[Choice]:
    """List the kinds of tie where there are several."""
    if len(numbers.ties) < 2:
        return []
    return [
        Choice(
            code, escape(tie_named(kind, strand, strands, language())), is_chosen=code == asked.tie
        )
        for kind, strand in numbers.ties
        for code in (tie_of(kind, strand),)
    ]


@register.simple_tag(takes_context=True)
def letter_choices(
    context: template.Context, numbers: MemberNumbers, asked: MemberFilter
) -> list[Choice]:
    """List the letters that names begin with."""
    start = _query(context, asked, letter="") + "letter="
    return [
        Choice(it, it.upper(), is_chosen=it == asked.letter, query=start + it)
        for it in numbers.letters
    ]


@register.filter
def options(choices: list[Choice]) -> SafeString:
    """Make the options of a menu, countries by name."""
    parts = [
        f'<option value="{code}"{" selected" if is_chosen else ""}>{words}</option>'
        for _, code, words, is_chosen in sorted(
            (*_country(it.code, language()), it.is_chosen) for it in choices if it.code
        )
    ]
    return SafeString("".join(parts))


@register.filter
def linked(choices: list[Choice]) -> SafeString:
    """Make the items of a row of letters."""
    return SafeString("".join([f"<li>{_link(it)}</li>" for it in choices]))


@register.filter
def counts(choices: list[Choice]) -> SafeString:
    """Make the items of a list that tells how many there are of each, with or without a sign."""
    own = language()
    nameless = f'<span class="muted">{escape(say("members.no-country", own))}</span>'
    parts = [
        f"<li>{_link(it) if it.code else nameless}"
        f' <span class="number">{escape(write(it.number, own))}</span></li>'
        for it in choices
    ]
    return SafeString("".join(parts))


def _link(choice: Choice) -> str:
    current = ' aria-current="true"' if choice.is_chosen else ""
    words = f"{choice.sign}<span>{choice.words}</span>" if choice.sign else choice.words
    return f'<a href="{escape(choice.query)}"{current}>{words}</a>'


@cache
def _country(code: str, own: str) -> tuple[SortKey, str, str]:
    """Give what a country is sorted by, its code and its name, to be put into a page."""
    return sort_key(write_country(code, own) or code, own), code, country_named(code, own)


@register.simple_tag
def member_sum(
    numbers: MemberNumbers, strands: dict[str, Text], asked: MemberFilter = EVERYBODY
) -> str:
    """Say how many surely belong, kind by kind."""
    own = language()
    return say("mark.semicolon", own).join(
        say(
            "members.sum",
            own,
            tie=tie_named(it.kind, it.strand, strands, own),
            counted=say("members.counted", own, n=it.number),
        )
        for it in numbers.counted(asked)
    )


@register.simple_tag(takes_context=True)
def filtered(context: template.Context, asked: MemberFilter, **other: str) -> str:
    """Make the query of a link on this page that asks the same, but for what is given."""
    return _query(context, asked, **other)[:-1] or "?"


def _query(context: template.Context, asked: MemberFilter, **other: str) -> str:
    """Write a query that goes on after its last sign."""
    params = {name: getattr(asked, name) for name in FIELDS} | other | _day(context)
    text = urlencode({name: it for name, it in params.items() if it})
    return f"?{text}&" if text else "?"


def _day(context: template.Context) -> dict[str, str]:
    request: Any = context["request"]
    return {} if request.on == request.today else {"on": request.on.isoformat()}
