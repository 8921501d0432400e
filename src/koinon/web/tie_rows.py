"""The rows of a city's ties, put together without a template: a city may have hundreds."""

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from koinon.overview.ties import Tie
from koinon.rules.bound import BEGINNING
from koinon.web.links import keeping_day, page_of_organisation
from koinon.web.standing import CALLING, standing
from koinon.web.voices import Reader, voice
from koinon.wording.language import pick
from koinon.wording.values import write


class _Page(NamedTuple):
    """What is the same in every row."""

    request: HttpRequest
    reader: Reader
    since: str
    party: str
    network: str

    def pick(self, names: dict[str, str]) -> str:
        return escape(pick(names, self.reader.language))


def rows_of(ties: Iterable[Tie], request: HttpRequest, reader: Reader, party: str) -> SafeString:
    """Make a row for each tie: since when, what each side says; ``party`` names one of them."""
    words = reader.words
    page = _Page(request, reader, words("ties.since"), escape(party), words("ties.network"))
    return mark_safe("".join([_row(it, page) for it in ties]))  # noqa: S308 - all escaped


def _row(tie: Tie, page: _Page) -> str:
    is_open = tie.state in CALLING
    said = (
        f'<td colspan="3" class="muted">{page.reader.words("ties.indirect")}</td>'
        if tie.via
        else _said(tie, page, is_open=is_open)
    )
    stands = standing(tie.state, (tie.left, tie.right), tie.words, page.reader.language)
    return (
        f'<tr{' class="attention"' if is_open else ""}><th scope="row">{_whom(tie, page)}</th>'
        f'{said}<td class="standing">{stands}</td></tr>\n'
    )


def _whom(tie: Tie, page: _Page) -> str:
    address = keeping_day(page_of_organisation(tie.counterpart), page.request)
    parts = [f'<a href="{escape(address)}">{page.pick(tie.counterpart.names)}</a>']
    grades = [page.pick(it) for it in (tie.strand_names, tie.grade_names) if it]
    if grades:
        parts.append(f"<small>{', '.join(grades)}</small>")
    if tie.via:
        steps = " → ".join(page.pick(step.short) for step in tie.via)
        parts.append(f"<small>{page.reader.words('ties.via')} {steps}</small>")
    return "".join(parts)


def _said(tie: Tie, page: _Page, *, is_open: bool) -> str:
    reader = page.reader
    begun = ""
    if tie.valid_from is not None:
        begun = escape(write(tie.valid_from, reader.language))
        if tie.valid_from.earliest == BEGINNING:
            begun = f'<span class="muted">{begun}</span>'
    if tie.holds is None:
        begun += f"<small>{reader.words('ties.uncertain')}</small>"
    network = [tie.network_says] if tie.network_says or not tie.third else []
    told = "".join([voice(it, reader, is_open=is_open) for it in (*network, *tie.third)])
    return (
        f'<td data-label="{page.since}">{begun}</td>'
        f'<td data-label="{page.party}"{_empty(tie.member_says)}>'
        f"{voice(tie.member_says, reader, is_open=is_open)}</td>"
        f'<td data-label="{page.network}"{_empty(tie.network_says or tie.third)}>{told}</td>'
    )


def _empty(said: object) -> str:
    return "" if said else ' class="empty"'
