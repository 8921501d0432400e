"""The terms of a body and those who sit there, as rows of a timeline."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from koinon.overview.body import BodyPage
from koinon.overview.tenures import Tenancy
from koinon.register.models import Role
from koinon.rules.bound import Bound
from koinon.rules.term.answer import TermState
from koinon.web.pictures.timeline.track import Stretch, Track
from koinon.wording.language import pick
from koinon.wording.say import say


def tracks_of_body(page: BodyPage, language: str) -> list[Track]:
    """Give the body's own terms first, then each post with the people in it."""
    own = tuple(_terms(page, language))
    title, note = pick(page.names, language), _elected(page, language) if own else ""
    tracks = [Track(title, note, own, alone=True)] if own else []
    return [*tracks, *_tracks_of_posts(page.tenures, language)]


def _elected(page: BodyPage, language: str) -> str:
    began = page.term.elections[0].began
    return say("spans.elected", language, day=began if began.is_exact else str(began.latest.year))


def _terms(page: BodyPage, language: str) -> Iterator[Stretch]:
    """Give the terms that elections began, and the time after the last one where it ran out."""
    firsts = [election.began for election in reversed(page.term.elections)]
    for n, (first, following) in enumerate(pairwise(firsts)):
        yield Stretch(f"term-{n}", first, following, "", own=False)
    if not firsts:
        return
    length = page.figures.length
    words = say("spans.term", language, length=length) if length else ""
    yield Stretch("term", firsts[-1], page.term.end, words, own=False)
    state = page.term.answer.state
    if page.term.end is not None and state in (TermState.RUN_OUT, TermState.HOLDING_OVER):
        after = Bound(page.term.end.latest)
        if after.latest < page.on:
            words = say(f"spans.{state}", language)
            yield Stretch("after", after, Bound(page.on), words, own=False, gap=True)


def _tracks_of_posts(tenures: tuple[Tenancy, ...], language: str) -> list[Track]:
    """Give each post with the people in it; seats of cities stand in the table alone."""
    people = sorted((it for it in tenures if it.person), key=_post)
    tracks = []
    for _, group in groupby(people, key=_post):
        items = sorted(group, key=lambda it: (it.since.latest, it.since.earliest))
        title = pick(items[0].post_names, language)
        note = pick(items[0].organisation.short, language)
        tracks.append(Track(title, note, tuple(map(_stretch, items)), alone=True))
    return tracks


def _post(item: Tenancy) -> tuple[bool, str, str, bool]:
    return not item.is_head, item.organisation.code, item.post, item.role == Role.SUBSTITUTE


def _stretch(item: Tenancy) -> Stretch:
    name, family = (item.person.name, item.person.family) if item.person else ("", "")
    is_office = item.role in (Role.HOLDER, Role.DEPUTY)
    return Stretch(item.bond, item.since, item.until, name, own=is_office, short=family)
