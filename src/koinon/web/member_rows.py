"""The rows of a list of members, put together without a template: fifty of them on each page."""

from functools import cache
from html import escape
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from koinon.overview.directory import page_kind
from koinon.overview.members import Member, Members
from koinon.rules.answer import Reason
from koinon.rules.kind import OrganisationKind
from koinon.rules.rule import Text
from koinon.web.links import page_named
from koinon.web.standing import CALLING, standing
from koinon.wording.language import pick, write_country
from koinon.wording.period import say_until
from koinon.wording.say import say
from koinon.wording.values import write

INTERNATIONAL = (OrganisationKind.NETWORK, OrganisationKind.INTERNATIONAL_ORGANISATION)
"""Kinds of organisation that lie in no country unless one is recorded."""


class Fixed(NamedTuple):
    """What is the same in every row of a page."""

    language: str
    country: str
    countryless: dict[str, str]
    since: str
    unknown: str
    uncertain: str
    end: str
    strands: dict[str, Text] | None
    addresses: dict[str, str]


def rows_of(
    members: Members, language: str, *, end: str, strands: dict[str, Text] | None
) -> SafeString:
    """Make the rows of a page; ``end`` is what each address ends with.

    ``strands`` names acts of belonging where members are to be told apart by them, else it is None.
    """
    fixed = Fixed(
        language=language,
        country=escape(say("column.country", language)),
        countryless=dict.fromkeys(INTERNATIONAL, escape(say("members.international", language))),
        since=escape(say("ties.since", language)),
        unknown=f'<span class="muted">{escape(say("value.unknown", language))}</span>',
        uncertain=f"<small>{escape(say('ties.uncertain', language))}</small>",
        end=escape(end),
        strands=strands,
        addresses={it: page_named(page_kind(it), "-") for it in {it.sort for it in members.rows}},
    )
    return mark_safe("".join([_row(it, fixed) for it in members.rows]))  # noqa: S308 - all escaped


def _row(member: Member, fixed: Fixed) -> str:
    own = fixed.language
    address = fixed.addresses[member.sort].replace("/-/", f"/{member.code}/")
    nowhere = fixed.countryless.get(member.sort, fixed.unknown)
    country = country_named(member.country, own) or nowhere
    since = escape(write(member.since, own)) if member.since else fixed.unknown
    if member.until:
        since += f"<small>{escape(say_until(member.until, own))}</small>"
    if member.holds is None:
        since += fixed.uncertain
    return (
        f"<tr{' class="attention"' if member.state in CALLING else ''}>"
        f'<th scope="row"><a href="{address}{fixed.end}">{escape(member.name)}</a>'
        f"{_tie(member, fixed)}</th>"
        f'<td data-label="{fixed.country}">{country}</td>'
        f'<td data-label="{fixed.since}">{since}</td>'
        f"<td>{standing(member.state, (member.left, member.right), _words(member), own)}"
        "</td></tr>\n"
    )


def _words(member: Member) -> Reason:
    """Say how a membership stands; an association or a network is not called a city."""
    is_own_source = member.words.code == "spell.state.reported.party"
    if is_own_source and page_kind(member.sort) != "city":
        return Reason("spell.state.reported.member")
    return member.words


def _tie(member: Member, fixed: Fixed) -> str:
    if fixed.strands is None:
        return ""
    words = tie_named(member.kind, member.strand, fixed.strands, fixed.language)
    return f"<small>{escape(words)}</small>"


def tie_named(kind: str, strand: str, strands: dict[str, Text], language: str) -> str:
    """Name an act of belonging as the statute does, else by its kind."""
    return pick(strands.get(strand, {}), language) or strand or say(f"tie.{kind}", language)


@cache
def country_named(code: str, language: str) -> str:
    """Name a country, to be put into a page."""
    return escape(write_country(code, language) or code)
