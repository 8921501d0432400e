"""The pictures of a city's page, in the words of the page."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from koinon.overview.city import CityPage
from koinon.overview.names import Named
from koinon.overview.ties import INDIRECT, Tie
from koinon.overview.ways import FormerWay, Step, former_ways, ways
from koinon.rules.bound import Bound, Precision
from koinon.web.pictures.chain import Chain, Link, Node, chains
from koinon.web.pictures.timeline.drawing import Timeline
from koinon.web.pictures.timeline.layout import drawn
from koinon.web.pictures.timeline.track import Stretch, Track
from koinon.wording.language import pick
from koinon.wording.say import say
from koinon.wording.values import write

type Way = tuple[Step, ...]


class Ways(NamedTuple):
    """How a city belongs through others: as drawings, and step by step."""

    drawings: tuple[Chain, ...]
    ways: tuple[Way, ...]
    former: tuple[FormerWay, ...]


def ways_of(page: CityPage, language: str) -> Ways:
    """Draw how a city belongs through others."""
    found = ways(page.organisation, page.ties, page.tenures)
    links = {(step.start.code, step.end.code): _link(step, language) for it in found for step in it}
    nodes = _nodes(page, found, language)
    current = {tuple(step.end.code for step in way) for way in found}
    former = tuple(
        it
        for it in former_ways(page.organisation, page.tenures, page.on)
        if tuple(step.end.code for step in it.steps) not in current
    )
    return Ways(chains(nodes, tuple(links.values())), found, former)


def _link(step: Step, language: str) -> Link:
    return Link(step.start.code, step.end.code, say(f"way.{step.how}", language), step.is_own)


def _nodes(page: CityPage, found: Sequence[Way], language: str) -> tuple[Node, ...]:
    figures = {tie.counterpart.code: _figure(tie, language) for tie in page.ties}
    named: dict[str, Named] = {page.organisation.code: page.organisation}
    for step in (step for way in found for step in way):
        named.setdefault(step.end.code, step.end)
    return tuple(
        Node(code, pick(it.short, language), figures.get(code) or say(f"kind.{it.kind}", language))
        for code, it in named.items()
    )


def _figure(tie: Tie, language: str) -> str:
    """Say the first figure of a network, as exactly as its source does."""
    for figure in tie.figures[:1]:
        value = say(f"qualifier.{figure.qualifier}", language, value=figure.value)
        return say(f"measure.{figure.measure}", language, value=value, n=figure.value)
    return ""


def ties_drawn(page: CityPage, language: str, today: date) -> tuple[Timeline, ...]:
    """Draw since when a city's own ties hold, those that began first on top."""
    own = [tie for tie in page.ties if tie.group != INDIRECT and tie.valid_from is not None]
    tracks = [_tie_track(tie, tie.valid_from, language) for tie in own if tie.valid_from]
    return drawn(sorted(tracks, key=_began), page.on, today)


def _tie_track(tie: Tie, since: Bound, language: str) -> Track:
    words, short = write(since, language), _years(since)
    stretch = Stretch(tie.bond, since, tie.valid_until, words, own=True, short=short)
    kind = say(f"tie.{tie.group}", language)
    return Track(pick(tie.counterpart.short, language), kind, (stretch,))


def _years(since: Bound) -> str:
    """Give the years of a beginning, for little room; nothing where one of them is open."""
    first, last = since.earliest.year, since.latest.year
    if since.precision in (Precision.AT_LATEST, Precision.AT_EARLIEST):
        return ""
    return str(first) if first == last else f"{first}–{last}"


def _began(track: Track) -> tuple[date, str]:
    return track.stretches[0].since.latest, track.title
