"""The terms of a body and those who sit there, as rows of a picture."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from koinon.overview.body import BodyPage
from koinon.overview.tenures import Tenancy
from koinon.register.models import Role
from koinon.rules.bound import Bound
from koinon.rules.term.answer import TermState
from koinon.web.pictures.spans import Kind, Row, Span
from koinon.wording.language import pick
from koinon.wording.say import say


def rows_of_body(page: BodyPage, language: str) -> list[Row]:
    """Give the body's own terms first, then each post with the people in it."""
    own = tuple(_terms(page, language))
    rows = [Row(pick(page.names, language), _elected(page, language), own)] if own else []
    return [*rows, *rows_of_posts(page.tenures, language)]


def _elected(page: BodyPage, language: str) -> str:
    began = page.term.elections[0].began
    return say("spans.elected", language, day=began if began.is_exact else str(began.latest.year))


def _terms(page: BodyPage, language: str) -> Iterator[Span]:
    """Give the terms that elections began, and the time after the last one where it ran out."""
    begun = [election.began for election in page.term.elections]
    firsts = list(reversed(begun))
    for first, following in pairwise(firsts):
        yield Span(first, following, "")
    if not firsts:
        return
    length = page.figures.length
    words = say("spans.term", language, length=length) if length else ""
    yield Span(firsts[-1], page.term.end, words)
    state = page.term.answer.state
    if page.term.end is not None and state in (TermState.RUN_OUT, TermState.HOLDING_OVER):
        after = Bound(page.term.end.latest)
        if after.latest < page.on:
            yield Span(after, Bound(page.on), say(f"spans.{state}", language), Kind.GAP)


def rows_of_posts(tenures: tuple[Tenancy, ...], language: str) -> list[Row]:
    """Give each post with the people in it; seats of cities stand in the table alone."""
    people = sorted((it for it in tenures if it.person), key=_post)
    rows = []
    for _, group in groupby(people, key=_post):
        items = list(group)
        name = pick(items[0].post_names, language)
        note = pick(items[0].organisation.short, language)
        rows.append(Row(name, note, tuple(_span(item) for item in items)))
    return rows


def _post(item: Tenancy) -> tuple[bool, str, str, bool]:
    return not item.is_head, item.organisation.code, item.post, item.role == Role.SUBSTITUTE


def _span(item: Tenancy) -> Span:
    name, family = (item.person.name, item.person.family) if item.person else ("", "")
    kind = Kind.OFFICE if item.role in (Role.HOLDER, Role.DEPUTY) else Kind.SEAT
    return Span(item.since, item.until, name, kind, family)
