"""An index of names in memory: whom does somebody mean who types this?

The names are looked up by their beginning, then by their words, and with typing errors only where
that brings little. Nothing changes once it is built.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from typing import NamedTuple

from koinon.gazetteer.matching.folding import compact, fold, foldings
from koinon.gazetteer.matching.likeness import Grade, Likeness, errors_forgiven, errors_in
from koinon.gazetteer.matching.terms import Terms

ENOUGH = 8
"""Where so many fit as they were typed nobody looks for typing errors."""
MANY = 100
"""Of more names that begin alike the weightiest are taken."""
MOST_COMPARED = 5000
MOST_WORDS = 6
_BETWEEN = "\n"


class Known[S](NamedTuple):
    """A name that is known of a subject; among names that fit alike the weightier goes first."""

    subject: S
    name: str
    weight: int = 0


class Match[S](NamedTuple):
    """A subject that may be meant, by which name, and how well it fits."""

    likeness: Likeness
    weight: int
    subject: S
    name: str


class _Growing:
    """Terms and the names they stand for, side by side."""

    def __init__(self) -> None:
        self.terms: list[str] = []
        self.names = array("I")

    def add(self, term: str, name: int) -> None:
        self.terms.append(term)
        self.names.append(name)


class NameIndex[S]:
    """The names of many subjects."""

    def __init__(self, known: Iterable[Known[S]]) -> None:
        self._subjects: list[S] = []
        self._names: list[str] = []
        self._weights = array("q")
        self._folded: list[str] = []
        whole, words = _Growing(), _Growing()
        shared: dict[S, S] = {}
        for number, (subject, name, weight) in enumerate(known):
            self._subjects.append(shared.setdefault(subject, subject))
            self._names.append(name)
            self._weights.append(weight)
            spellings = foldings(name)
            self._folded.append(_BETWEEN.join(spellings))
            for spelling in spellings:
                whole.add(compact(spelling), number)
                if " " in spelling:
                    for part in spelling.split():
                        words.add(part, number)
        self._whole = Terms(whole.terms, whole.names)
        self._words = Terms(words.terms, words.names)
        self._chosen: dict[tuple[Terms, str], array[int]] = {}

    def __len__(self) -> int:
        return len(self._names)

    def matches(self, text: str) -> dict[S, Match[S]]:
        """Give whom a text may mean, by subject, each by the name that fits best."""
        best: dict[S, Match[S]] = {}
        spellings = _spellings(text)
        for typed in spellings:
            self._note(best, self._as_typed(typed))
        fitting = len(best)
        for typed in spellings if fitting < ENOUGH else ():
            self._note(best, self._nearly(typed, 1))
            if not fitting:
                self._note(best, self._so_far(typed))
        for typed in spellings if not best else ():
            self._note(best, self._nearly(typed, 2))
        return best

    def _note(self, best: dict[S, Match[S]], found: Iterator[tuple[int, Likeness]]) -> None:
        for number, likeness in found:
            subject = self._subjects[number]
            present = best.get(subject)
            if present is None or likeness < present.likeness:
                best[subject] = Match(likeness, self._weights[number], subject, self._names[number])

    def _as_typed(self, typed: str) -> Iterator[tuple[int, Likeness]]:
        joined, words = compact(typed), typed.split()
        for number in self._whole.same_as(joined):
            yield number, Likeness(Grade.EXACT)
        for number in self._weightiest(self._whole, joined):
            yield number, Likeness(Grade.BEGINNING)
        if len(words) == 1:
            for number in self._weightiest(self._words, typed):
                yield number, Likeness(Grade.WORDS)
            return
        rarest = min((self._words.beginning_with(word) for word in words), key=len)
        for number in self._fitting(rarest, words):
            yield number, Likeness(Grade.WORDS)

    def _fitting(self, numbers: Sequence[int], words: list[str]) -> Iterator[int]:
        """Choose the names that have all words."""
        for number in numbers[:MOST_COMPARED]:
            for spelling in self._folded[number].split(_BETWEEN):
                parts = spelling.split()
                if all(any(part.startswith(word) for part in parts) for word in words):
                    yield number

    def _nearly(self, typed: str, errors: int) -> Iterator[tuple[int, Likeness]]:
        """Give the names with so many errors at most, if that many are forgiven."""
        joined, words = compact(typed), typed.split()
        if errors_forgiven(joined) < errors:
            return
        for number, distance in self._whole.near(joined, errors):
            yield number, Likeness(Grade.NEARLY, 2 * distance)
        if len(words) > 1:
            yield from self._with_errors(words, errors)
            return
        for number, distance in self._words.near(joined, errors):
            yield number, Likeness(Grade.NEARLY, 2 * distance + 1)

    def _so_far(self, typed: str) -> Iterator[tuple[int, Likeness]]:
        """Give the names that begin so, but for one error."""
        joined = compact(typed)
        if errors_forgiven(joined):
            for number, distance in self._whole.near_beginning(joined, 1):
                yield number, Likeness(Grade.NEARLY, 2 * distance + 1)

    def _with_errors(self, words: list[str], errors: int) -> Iterator[tuple[int, Likeness]]:
        """Give the names that have all words, some of them with errors."""
        for number in self._having_one(words, errors)[:MOST_COMPARED]:
            for spelling in self._folded[number].split(_BETWEEN):
                found = errors_in(words, spelling.split())
                if found is not None:
                    yield number, Likeness(Grade.NEARLY, 2 * found + 1)

    def _having_one(self, words: list[str], errors: int) -> Sequence[int]:
        """Give the names that have one of the words: of the two longest the rarer one."""
        rarest: Sequence[int] | None = None
        for word in sorted((it for it in words if errors_forgiven(it)), key=len)[:-3:-1]:
            as_typed = self._words.beginning_with(word)
            if rarest is not None and len(rarest) <= max(len(as_typed), MANY):
                break
            near = self._words.near(word, min(errors, errors_forgiven(word)))
            rarest = [*as_typed, *(number for number, _ in near)]
        return rarest or ()

    def _weightiest(self, terms: Terms, text: str) -> Sequence[int]:
        """Choose among the names of terms that begin so; what takes long is kept."""
        numbers = terms.beginning_with(text)
        if len(numbers) <= MANY:
            return numbers
        if (terms, text) not in self._chosen:
            found = nlargest(MANY, numbers, key=self._weights.__getitem__)
            self._chosen[terms, text] = array("I", found)
        return self._chosen[terms, text]


def _spellings(text: str) -> tuple[str, ...]:
    """Fold what was typed, no longer than a name is."""
    found = foldings(text) if fold(text) else ()
    return tuple(" ".join(it.split()[:MOST_WORDS]) for it in found)
