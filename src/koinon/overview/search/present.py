"""The names as they stand: kept in memory, compared with the history at every search.

What later entries brought is a small index beside the large one. The large one is built anew
when that has grown, or when the history is another one: a database that was replaced.
"""

from collections.abc import Iterator
from datetime import datetime
from threading import Lock
from typing import NamedTuple

from django.db.models import Q

from koinon.gazetteer.matching.index import Known, Match, NameIndex
from koinon.history.models import Entry
from koinon.overview.search.known import KnownName, Subject, known_names, names_of_body
from koinon.register.queries.statutes import library, statute_codes, statute_of
from koinon.statutes.document import Statute

FEW = 5000
"""So many later names at most stand beside the large index, or a tenth of it if that is more."""

type Index = NameIndex[Subject]


class Stand(NamedTuple):
    """How far the history has come: the number of the last entry, and when it was made."""

    number: int
    at: datetime | None


NOTHING = Stand(0, None)


class Kept(NamedTuple):
    """An index and what it was built from."""

    stand: Stand
    names: Index


class KeptStatutes(NamedTuple):
    """An index of the names in statutes, and how the history and the files stood."""

    stand: Stand
    files: str
    names: Index


class Names:
    """The names that this process keeps."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._large: Kept | None = None
        self._later: Kept | None = None
        self._statutes: KeptStatutes | None = None

    def indexes(self) -> tuple[Index, ...]:
        """Give the indexes that hold all names together; one query where nothing changed."""
        with self._lock:
            stands = _stands(self._large.stand if self._large else NOTHING)
            return *self._of_the_register(stands), self._of_the_statutes(stands[-1])

    def _of_the_register(self, stands: list[Stand]) -> Iterator[Index]:
        if self._large is None or self._large.stand not in stands:
            yield self._anew(stands[-1])
            return
        if stands[-1] == self._large.stand:
            yield self._large.names
            return
        if self._later is None or self._later.stand != stands[-1]:
            later = NameIndex(known_names(self._large.stand.number))
            if len(later) > max(FEW, len(self._large.names) // 10):
                yield self._anew(stands[-1])
                return
            self._later = Kept(stands[-1], later)
        yield self._large.names
        yield self._later.names

    def _anew(self, stand: Stand) -> Index:
        self._large, self._later = Kept(stand, NameIndex(known_names(0))), None
        return self._large.names

    def _of_the_statutes(self, stand: Stand) -> Index:
        """Index the names in statutes: few, and a network may have no more than a statute."""
        files = library().state()
        kept = self._statutes
        if kept is None or (kept.stand, kept.files) != (stand, files):
            found = (statute_of(code) for code in statute_codes())
            names = NameIndex(known for it in found if it is not None for known in _names_in(it))
            self._statutes = kept = KeptStatutes(stand, files, names)
        return kept.names


def _stands(known: Stand) -> list[Stand]:
    """Give where the history stands now, after where it stood before if that is part of it."""
    latest = Entry.objects.exclude(number=None).order_by("-number").values("number")[:1]
    rows = Entry.objects.filter(Q(number=known.number) | Q(number=latest)).order_by("number")
    return [Stand(number or 0, at) for number, at in rows.values_list("number", "at")] or [NOTHING]


def _names_in(statute: Statute) -> Iterator[KnownName]:
    network = Subject("network", statute.code)
    former = (name for it in statute.legal_person for name in it.names.values())
    names = (statute.code, *statute.names.values(), *statute.short.values(), *former)
    for name in dict.fromkeys(names):
        yield Known(network, name)
    for code, body in statute.bodies.items():
        yield from names_of_body(statute.code, code, body.names.values())


_names = Names()


def matches(text: str) -> dict[Subject, Match[Subject]]:
    """Give whom a text may mean, by any name that is known today."""
    best: dict[Subject, Match[Subject]] = {}
    for index in _names.indexes():
        for subject, match in index.matches(text).items():
            present = best.get(subject)
            best[subject] = match if present is None else _both(present, match)
    return best


def _both(one: Match[Subject], other: Match[Subject]) -> Match[Subject]:
    """Keep of two names of a subject the one that fits better."""
    better = min(one, other, key=lambda it: it.likeness)
    return better._replace(weight=max(one.weight, other.weight))
