"""The names as they stand: kept in memory, compared with the history at every search.

What later entries brought is a small index beside the large one. The large one is built anew
when that has grown, or when the history is another one: a database that was replaced. A process
that serves pages builds it before anybody asks, and anew while the two still answer.
"""

import gc
from collections.abc import Iterator
from threading import Event, Lock, Thread
from typing import NamedTuple

from django.db import DatabaseError, connection

from koinon.gazetteer.matching.index import Known, Match, NameIndex
from koinon.history.queries import is_past, latest_entry, number_of
from koinon.overview.search.known import Called, Subject, known_names, names_of_body
from koinon.register.queries.statutes import library, statute_codes, statute_of
from koinon.statutes.document import Statute

FEW = 5000
"""So many later names at most stand beside the large index, or a tenth of it if that is more."""

type Index = NameIndex[Subject]


class Kept(NamedTuple):
    """An index and what it was built from."""

    stand: str
    names: Index


class KeptStatutes(NamedTuple):
    """An index of the names in statutes, and how the history and the files stood."""

    stand: str
    files: str
    names: Index


class Names:
    """The names that this process keeps."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._large: Kept | None = None
        self._later: Kept | None = None
        self._statutes: KeptStatutes | None = None
        self._wanted: Event | None = None

    def keep_ready(self) -> None:
        """Build what is needed from now on in a thread beside those that answer."""
        self._wanted = Event()
        self._wanted.set()
        Thread(target=self._build_when_wanted, args=[self._wanted], daemon=True).start()

    def _build_when_wanted(self, wanted: Event) -> None:
        while wanted.wait():
            wanted.clear()
            try:
                self._build()
            except DatabaseError:
                # No tables yet, or no database: whoever searches is told.
                continue
            finally:
                connection.close()
            # Names stay as long as the process: nobody need look through them for what is left.
            gc.collect()
            gc.freeze()

    def _build(self) -> None:
        if self._large is None:
            self.indexes(latest_entry())
            return
        stand = latest_entry()
        names = _indexed(0)
        with self._lock:
            self._large, self._later = Kept(stand, names), None

    def indexes(self, stand: str) -> tuple[Index, ...]:
        """Give the indexes that hold all names together as the history stands."""
        with self._lock:
            return *self._of_the_register(stand), self._of_the_statutes(stand)

    def _of_the_register(self, stand: str) -> Iterator[Index]:
        if self._large is not None and self._large.stand == stand:
            yield self._large.names
            return
        if self._later is None or self._later.stand != stand:
            if self._large is None or not is_past(self._large.stand):
                yield self._anew(stand)
                return
            later = _indexed(number_of(self._large.stand))
            if len(later) > max(FEW, len(self._large.names) // 10):
                if self._wanted is None:
                    yield self._anew(stand)
                    return
                self._wanted.set()
            self._later = Kept(stand, later)
        if self._large is not None:
            yield self._large.names
        yield self._later.names

    def _anew(self, stand: str) -> Index:
        self._large, self._later = Kept(stand, _indexed(0)), None
        return self._large.names

    def _of_the_statutes(self, stand: str) -> Index:
        """Index the names in statutes: few, and a network may have no more than a statute."""
        files = library().state()
        kept = self._statutes
        if kept is None or (kept.stand, kept.files) != (stand, files):
            found = (statute_of(code) for code in statute_codes())
            names = NameIndex(
                Known(called.subject, called.name)
                for it in found
                if it is not None
                for called in _names_in(it)
            )
            self._statutes = kept = KeptStatutes(stand, files, names)
        return kept.names


def _indexed(since: int) -> Index:
    names = NameIndex(known_names(since))
    names.warm_up()
    return names


def _names_in(statute: Statute) -> Iterator[Called]:
    network = Subject("network", statute.code)
    former = (name for it in statute.legal_person for name in it.names.values())
    names = (statute.code, *statute.names.values(), *statute.short.values(), *former)
    for name in dict.fromkeys(names):
        yield Called(network, name)
    # An office that administers is no body: it has neither seats nor a term to show.
    sitting = ((code, it) for code, it in statute.bodies.items() if not it.office)
    for code, body in sitting:
        yield from names_of_body(statute.code, code, body.names.values())


_names = Names()


def keep_names_ready() -> None:
    """Read all names now, in a thread of its own, and keep them ready while pages are served."""
    _names.keep_ready()


def matches(text: str, stand: str) -> dict[Subject, Match[Subject]]:
    """Give whom a text may mean, by any name that is known as the history stands."""
    best: dict[Subject, Match[Subject]] = {}
    for index in _names.indexes(stand):
        for subject, match in index.matches(text).items():
            present = best.get(subject)
            best[subject] = match if present is None else _both(present, match)
    return best


def _both(one: Match[Subject], other: Match[Subject]) -> Match[Subject]:
    """Keep of two names of a subject the one that fits better."""
    better = min(one, other, key=lambda it: it.likeness)
    return better._replace(weight=max(one.weight, other.weight))
