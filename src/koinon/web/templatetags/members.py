"""What a list of members says: its lines, worded, and the choices of its filter."""

from functools import cache
from typing import NamedTuple

from django import template
from django.urls import reverse

from koinon.overview.directory import page_kind
from koinon.overview.member_filter import EVERYBODY, STATES, MemberFilter, tie_of
from koinon.overview.member_numbers import MemberNumbers
from koinon.overview.members import Member, Members
from koinon.rules.rule import Text
from koinon.rules.spell.state import State
from koinon.web.language import language
from koinon.web.templatetags.koinon import disc
from koinon.web.templatetags.network import country, query
from koinon.wording.collation import sort_key
from koinon.wording.language import pick
from koinon.wording.period import say_until
from koinon.wording.say import say, say_reason
from koinon.wording.values import write

register = template.Library()

CALLING = frozenset({State.DIFFERING, State.DENIED})
"""States that somebody should look at."""

SIGNS = {
    State.AGREED: ("solid", "solid"),
    State.ONE_SIDE: ("solid", "dotted"),
    State.REPORTED: ("hatched", "dotted"),
    State.DIFFERING: ("hatched", "hatched"),
    State.DENIED: ("solid", "crossed"),
    State.AGING: ("solid", "solid"),
}


class Line(NamedTuple):
    """A member, worded."""

    member: Member
    address: str
    country: str
    since: str
    until: str
    tie: str
    words: str
    sign: str
    calls: bool


class Choice(NamedTuple):
    """Something to filter by."""

    code: str
    words: str
    number: int
    is_chosen: bool
    sign: str = ""


@register.simple_tag(takes_context=True)
def member_lines(
    context: template.Context, members: Members, strands: dict[str, Text]
) -> list[Line]:
    """Word each member of a page; addresses keep the day asked for."""
    request, own = context["request"], language()
    end = "" if request.on == request.today else f"?on={request.on.isoformat()}"
    return [_line(it, own, end, strands) for it in members.rows]


def _line(member: Member, own: str, end: str, strands: dict[str, Text]) -> Line:
    return Line(
        member=member,
        address=_address(own, page_kind(member.sort)).replace("/-/", f"/{member.code}/") + end,
        country=_country(member.country, own) if member.country else "",
        since=write(member.since, own) if member.since else "",
        until=say_until(member.until, own) if member.until else "",
        tie=_tie(member.kind, member.strand, strands, own),
        words=say_reason(member.words, own),
        sign=_sign(member.left, member.right, member.state),
        calls=member.state in CALLING,
    )


@cache
def _address(_own: str, page: str) -> str:
    """Make an address with a hyphen in place of the code, once for each language and page."""
    return reverse(page, args=["-"])


@cache
def _country(code: str, _own: str) -> str:
    return country(code)


@cache
def _sign(left: str, right: str, state: str) -> str:
    return disc(left, right, state)


def _tie(kind: str, strand: str, strands: dict[str, Text], own: str) -> str:
    words = say(f"tie.{kind}", own)
    return f"{words} ({pick(strands.get(strand, {}), own) or strand})" if strand else words


@register.simple_tag
def state_choices(numbers: MemberNumbers, asked: MemberFilter) -> list[Choice]:
    """List the states there are, with how many stand so, and the one asked for."""
    found = numbers.states(asked)
    return [
        Choice(
            state,
            say(f"members.state.{state}", language()),
            found.get(state, 0),
            state == asked.state,
            _sign(*SIGNS[State(state)], state) if state in SIGNS else "",
        )
        for state in STATES
        if state in found or state == asked.state
    ]


@register.simple_tag
def country_choices(numbers: MemberNumbers, asked: MemberFilter) -> list[Choice]:
    """List the countries there are, the most first, with how many, and the one asked for."""
    found = {it.country: it.number for it in numbers.countries(asked)}
    if asked.country:
        found.setdefault(asked.country, 0)
    return [
        Choice(code, _country(code, language()), number, code == asked.country)
        for code, number in found.items()
    ]


@register.simple_tag
def tie_choices(
    numbers: MemberNumbers, asked: MemberFilter, strands: dict[str, Text]
) -> list[Choice]:
    """List the kinds of tie where there are several."""
    return [
        Choice(code, _tie(kind, strand, strands, language()), 0, code == asked.tie)
        for kind, strand in numbers.ties
        for code in (tie_of(kind, strand),)
        if len(numbers.ties) > 1
    ]


@register.simple_tag
def member_sum(
    numbers: MemberNumbers, strands: dict[str, Text], asked: MemberFilter = EVERYBODY
) -> str:
    """Say how many surely belong, kind by kind."""
    own = language()
    return "; ".join(
        f"{_tie(it.kind, it.strand, strands, own)}, {say('members.counted', own, n=it.number)}"
        for it in numbers.counted(asked)
    )


@register.simple_tag(takes_context=True)
def filtered(context: template.Context, asked: MemberFilter, **other: str) -> str:
    """Make the query of a link on this page that asks the same, but for what is given."""
    fields = ("name", "country", "state", "tie", "letter")
    return query(context, **({name: getattr(asked, name) for name in fields} | other))


@register.filter
def by_name(choices: list[Choice]) -> list[Choice]:
    """Put choices in the order of their words."""
    return sorted(choices, key=lambda it: sort_key(it.words, language()))
