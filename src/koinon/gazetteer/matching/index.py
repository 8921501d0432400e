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
MANY = 300
"""Of more names that begin alike the weightiest are taken."""
MOST_COMPARED = 5000
MOST_WORDS = 6
FEWEST_AT_THE_BEGINNING = 3
"""Of a name that is not typed to its end more letters than these have to be there."""


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


class NameIndex[S]:
    """The names of many subjects."""

    def __init__(self, known: Iterable[Known[S]]) -> None:
        self._known = list(known)
        self._folded: list[tuple[str, ...]] = []
        whole: list[tuple[str, int]] = []
        words: list[tuple[str, int]] = []
        for number, item in enumerate(self._known):
            spellings = foldings(item.name)
            self._folded.append(spellings)
            for spelling in spellings:
                whole.append((compact(spelling), number))
                parts = spelling.split()
                if len(parts) > 1:
                    words += [(part, number) for part in parts]
        self._weights = array("q", (item.weight for item in self._known))
        self._whole = Terms(whole)
        self._words = Terms(words)
        self._chosen: dict[tuple[Terms, str], array[int]] = {}

    def __len__(self) -> int:
        return len(self._known)

    def matches(self, text: str) -> dict[S, Match[S]]:
        """Give whom a text may mean, by subject, each by the name that fits best."""
        best: dict[S, Match[S]] = {}
        for typed in _spellings(text):
            self._note(best, self._as_typed(typed))
        for errors in (1, 2):
            if len(best) >= (ENOUGH if errors == 1 else 1):
                break
            for typed in _spellings(text):
                if errors_forgiven(compact(typed)) >= errors:
                    self._note(best, self._nearly(typed, errors))
        return best

    def _note(self, best: dict[S, Match[S]], found: Iterator[tuple[int, Likeness]]) -> None:
        for number, likeness in found:
            known = self._known[number]
            present = best.get(known.subject)
            if present is None or likeness < present.likeness:
                best[known.subject] = Match(likeness, known.weight, known.subject, known.name)

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
            for spelling in self._folded[number]:
                parts = spelling.split()
                if all(any(part.startswith(word) for part in parts) for word in words):
                    yield number

    def _nearly(self, typed: str, errors: int) -> Iterator[tuple[int, Likeness]]:
        joined, words = compact(typed), typed.split()
        for number, distance in self._whole.near(joined, errors):
            yield number, Likeness(Grade.NEARLY, 2 * distance)
        if errors == 1 and len(joined) > FEWEST_AT_THE_BEGINNING:
            for number, distance in self._whole.near_beginning(joined, errors):
                yield number, Likeness(Grade.NEARLY, 2 * distance + 1)
        if len(words) > 1:
            yield from self._with_errors(words, errors)
            return
        for number, distance in self._words.near(joined, errors):
            yield number, Likeness(Grade.NEARLY, 2 * distance + 1)

    def _with_errors(self, words: list[str], errors: int) -> Iterator[tuple[int, Likeness]]:
        """Give the names that have all words, some of them with errors."""
        telling = sorted((it for it in words if errors_forgiven(it)), key=len)[-2:]
        rarest = min((self._having(word, errors) for word in telling), key=len, default=[])
        for number in rarest[:MOST_COMPARED]:
            for spelling in self._folded[number]:
                found = errors_in(words, spelling.split())
                if found is not None:
                    yield number, Likeness(Grade.NEARLY, 2 * found + 1)

    def _having(self, word: str, errors: int) -> list[int]:
        near = self._words.near(word, min(errors, errors_forgiven(word)))
        as_typed = self._words.beginning_with(word)
        return list(dict.fromkeys([*as_typed, *(number for number, _ in near)]))

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
