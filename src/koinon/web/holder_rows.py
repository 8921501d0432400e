"""The rows of who holds the seats of a body, put together without a template: there are many."""

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from koinon.overview.sayings import Said
from koinon.overview.tenures import Tenancy
from koinon.rules.trace import SourceRef
from koinon.web.links import keeping_day, page_named
from koinon.web.voices import title_of
from koinon.wording.derivation import explain, write_dated
from koinon.wording.language import pick
from koinon.wording.say import say, say_reason
from koinon.wording.values import write


class Fixed(NamedTuple):
    """What is the same in every row of a table."""

    request: HttpRequest
    language: str
    since: str
    until: str
    source: str
    end_by: str
    unknown: str
    unnamed: str
    substitute: str


def rows_of(tenures: Iterable[Tenancy], request: HttpRequest, language: str) -> SafeString:
    """Make a row for each tenure, and one below it for what its end is derived from."""

    def words(code: str) -> str:
        return escape(say(code, language))

    fixed = Fixed(
        request=request,
        language=language,
        since=words("tenures.from"),
        until=words("tenures.until"),
        source=words("column.source"),
        end_by=words("tenures.end-by"),
        unknown=f'<span class="muted">{words("value.unknown")}</span>',
        unnamed=f'<span class="muted">{words("person.unnamed")}</span>',
        substitute=f" ({words('role.substitute')})",
    )
    return mark_safe("".join([_row(it, fixed) for it in tenures]))  # noqa: S308 - all escaped


def _row(tenure: Tenancy, fixed: Fixed) -> str:
    derived = _derived(tenure, fixed)
    until = escape(write(tenure.last_day, fixed.language)) if tenure.last_day else fixed.unknown
    return (
        f"<tr{' class="has-derivation"' if derived else ''}>"
        f'<th scope="row">{_person(tenure, fixed)}<small>{_seat(tenure, fixed)}</small></th>'
        f'<td data-label="{fixed.since}">{escape(write(tenure.since, fixed.language))}</td>'
        f'<td data-label="{fixed.until}">{until}</td>'
        f'<td data-label="{fixed.source}">'
        f"{''.join([_source(it, fixed.language) for it in tenure.sources])}"
        f"{_end_sources(tenure, fixed)}</td></tr>\n{derived}"
    )


def _person(tenure: Tenancy, fixed: Fixed) -> str:
    if tenure.person is None:
        return fixed.unnamed
    address = keeping_day(page_named("person", tenure.person.code), fixed.request)
    return f'<a href="{escape(address)}">{escape(tenure.person.name)}</a>'


def _seat(tenure: Tenancy, fixed: Fixed) -> str:
    own = fixed.language
    post = escape(pick(tenure.post_names, own))
    role = fixed.substitute if tenure.role == "substitute" else ""
    party = escape(pick(tenure.party.short, own))
    sender = ""
    if tenure.sent_by:
        words = say("tenures.sent-by", own, sender=tenure.sent_by.names)
        sender = escape(f"{say('mark.semicolon', own)}{words}")
    return f"{post}{role}, {party}{sender}"


def _source(saying: Said, language: str) -> str:
    source = saying.source
    if source is None:
        return ""
    note = f"<br>{escape(pick(saying.note, language))}" if saying.note else ""
    dated = escape(write_dated(source.dated, language))
    return f"<div>{title_of(source)}<small>{dated}{note}</small></div>"


def _end_sources(tenure: Tenancy, fixed: Fixed) -> str:
    """Name the sources of the end where the others do not all tell of it."""
    if not tenure.cites_end:
        return ""
    return f"<div>{''.join([_end_source(it, fixed) for it in tenure.end_sources])}</div>"


def _end_source(source: SourceRef, fixed: Fixed) -> str:
    dated = escape(write_dated(source.dated, fixed.language))
    return f"<small>{fixed.end_by} {title_of(source)}, {dated}</small>"


def _derived(tenure: Tenancy, fixed: Fixed) -> str:
    if tenure.trace is None and tenure.reason is None:
        return ""
    parts = []
    if tenure.reason:
        parts.append(f'<p class="note">{escape(say_reason(tenure.reason, fixed.language))}</p>')
    if tenure.trace:
        context = {"derivation": explain(tenure.trace, fixed.language), "kind": "term"}
        parts.append(render_to_string("web/components/trace.html", context))
    return f'<tr class="derived"><td colspan="4">{"".join(parts)}</td></tr>\n'
