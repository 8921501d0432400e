"""What a search answers: whom somebody may mean, the likeliest first."""

from datetime import date
from typing import NamedTuple

from koinon.gazetteer.matching.index import ENOUGH, Match
from koinon.gazetteer.matching.likeness import Grade
from koinon.history.queries import latest_entry
from koinon.overview.search.combined import combined
from koinon.overview.search.hits import Hit, hits_of, in_office
from koinon.overview.search.known import Subject
from koinon.overview.search.present import matches

LONGEST = 100
"""Of a longer text only so many letters are looked for: no name needs more to be told apart."""
MOST = 30
_KINDS = ("network", "city", "organisation", "person", "body")


class Found(NamedTuple):
    """What a text found: the hits, the likeliest first, and what was not looked for.

    ``more`` tells that others would fit as well, ``is_cut`` that the text was too long.
    """

    text: str
    hits: tuple[Hit, ...]
    more: bool
    is_cut: bool

    @property
    def meant(self) -> Hit | None:
        """Whom the text may mean where nothing is called as it was typed."""
        first = next(iter(self.hits), None)
        return first if first is not None and first.is_guess else None


def search(text: str, day: date, *, most: int = MOST) -> Found:
    """Find by any name, with typing errors forgiven; people as they hold office on a day."""
    wanted = " ".join(text.replace("\x00", " ").split())
    cut = wanted[:LONGEST].strip()
    stand = latest_entry() if cut else ""
    ranked = _ranked(cut, day, stand) if cut else []
    shown = in_office(ranked[: most + MOST])
    hits = hits_of(shown[:most], day, stand)
    return Found(cut, hits, more=len(shown) > most, is_cut=len(wanted) > LONGEST)


def _ranked(text: str, day: date, stand: str) -> list[Match[Subject]]:
    """Find by a name that has all words; where there is none, by two names beside each other."""
    kept: dict[str, list[Match[Subject]]] = {}

    def look(part: str) -> list[Match[Subject]]:
        if part not in kept:
            kept[part] = sorted(matches(part, stand).values(), key=_rank)
        return kept[part]

    found = look(text)
    if found and found[0].likeness.grade is Grade.EXACT:
        # What is called just so is meant: nothing that only resembles it.
        return [it for it in found if not it.likeness.is_guess]
    if found and (found[0].likeness.grade is not Grade.WORDS or len(found) >= ENOUGH):
        return found
    taken = {it.subject for it in found}
    return [*found, *(it for it in combined(text, day, look) if it.subject not in taken)]


def _rank(match: Match[Subject]) -> tuple[Grade, int, int, int, int, str]:
    return (
        *match.likeness,
        _KINDS.index(match.subject.kind),
        -match.weight,
        len(match.name),
        match.subject.code,
    )
