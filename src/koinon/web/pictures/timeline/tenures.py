"""The timeline of tenures: a row for each post, those in a city's own posts first."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from koinon.overview.tenures import Tenancy
from koinon.web.pictures.timeline.drawing import Timeline
from koinon.web.pictures.timeline.layout import drawn
from koinon.web.pictures.timeline.track import Stretch, Track
from koinon.wording.language import pick
from koinon.wording.say import say


def timelines(
    tenures: Sequence[Tenancy],
    city: str,
    day: date,
    language: str = "de",
    *,
    today: date | None = None,
) -> tuple[Timeline, ...]:
    """Draw tenures, those in a city's own posts first, for each width of screen."""
    return drawn(_tracks(tenures, city, language), day, today)


def _tracks(tenures: Sequence[Tenancy], city: str, language: str) -> list[Track]:
    """Group tenures by post: a city's own, each with what rests on it, then the others."""
    ordered = sorted(
        tenures, key=lambda it: (it.organisation.code != city, not it.is_head, *_post(it))
    )
    waiting = [list(group) for _, group in groupby(ordered, key=_post)]
    placed: list[list[Tenancy]] = []
    while waiting:
        group = waiting.pop(0)
        bonds = {it.bond for it in group}
        resting = [it for it in waiting if any(one.rests_on in bonds for one in it)]
        waiting = [*resting, *(it for it in waiting if it not in resting)]
        placed.append(group)
    return [_track(group, city, language) for group in placed]


def _post(item: Tenancy) -> tuple[str, str]:
    return item.organisation.code, item.post


def _track(tenures: list[Tenancy], city: str, language: str) -> Track:
    first = tenures[0]
    stretches = (
        Stretch(
            key=it.bond,
            since=it.since,
            until=it.until,
            name=it.person.name if it.person else pick(it.party.short, language),
            short=it.person.family if it.person else "",
            own=it.organisation.code == city,
            rests_on=it.rests_on,
        )
        for it in sorted(tenures, key=lambda it: it.since.latest)
    )
    owner = pick(first.organisation.short, language)
    colon = say("mark.colon", language)
    return Track(pick(first.post_names, language), owner, tuple(stretches), colon=colon)
