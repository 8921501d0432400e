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
PLENTY = 80
"""Where so many are called so, or begin so, nobody looks for names with such a word."""
MOST_COMPARED = 5000
MOST_WORDS = 6
EXACT, BEGINNING, WORDS = map(Likeness, (Grade.EXACT, Grade.BEGINNING, Grade.WORDS))
NEARLY, ALMOST = Likeness(Grade.NEARLY, 2), Likeness(Grade.NEARLY, 3)


class Known[S](NamedTuple):
    """A name that is known of a subject; among names that fit alike the weightier goes first.

    For one that is found ``as_typed_only`` no typing error is forgiven.
    """

    subject: S
    name: str
    weight: int = 0
    as_typed_only: bool = False


class Match[S](NamedTuple):
    """A subject that may be meant, by which name, and how well it fits."""

    likeness: Likeness
    weight: int
    subject: S
    name: str


class NameIndex[S]:
    """The names of many subjects."""

    def __init__(self, known: Iterable[Known[S]]) -> None:
        self._subjects: list[S] = []
        self._names: list[str] = []
        self._weights = array("q")
        self._as_typed = bytearray()
        self._folded: dict[int, str] = {}
        whole: list[tuple[str, int]] = []
        words: list[tuple[str, int]] = []
        shared: dict[S, S] = {}
        for number, (subject, name, weight, as_typed_only) in enumerate(known):
            self._subjects.append(shared.setdefault(subject, subject))
            self._as_typed.append(as_typed_only)
            self._names.append(name)
            self._weights.append(weight)
            for spelling in foldings(name):
                if " " in spelling:
                    # Each word has a space before it, so that one look tells whether one begins so.
                    self._folded[number] = f"{self._folded.get(number, '')} {spelling}"
                    words += ((part, number) for part in spelling.split())
                    whole.append((compact(spelling), number))
                else:
                    whole.append((spelling, number))
        self._whole, self._words = Terms(whole), Terms(words)
        self._chosen: dict[tuple[Terms, str, bool], array[int]] = {}

    def warm_up(self) -> None:
        """Choose the weightiest names for what very many names begin with, before anybody asks."""
        for terms in (self._whole, self._words):
            for text in terms.first_letters():
                self._weightiest(terms, text)

    def __len__(self) -> int:
        return len(self._names)

    def matches(self, text: str) -> dict[S, Match[S]]:
        """Give whom a text may mean, by subject, each by the name that fits best."""
        best: dict[S, Match[S]] = {}
        spellings = _spellings(text)
        for look in (self._begun, self._worded):
            # Names that fit less well would not be shown where so many fit better.
            for typed in spellings if len(best) < PLENTY else ():
                self._note(best, look(typed))
        fitting = len(best)
        for typed in spellings if fitting < ENOUGH else ():
            self._note(best, self._nearly(typed, begun=not fitting))
        for typed in spellings if not best else ():
            self._note(best, self._hardly(typed))
        return best

    def _note(self, best: dict[S, Match[S]], found: Iterator[tuple[int, Likeness]]) -> None:
        for number, likeness in found:
            if likeness.grade is Grade.NEARLY and self._as_typed[number]:
                continue
            subject = self._subjects[number]
            present = best.get(subject)
            if present is None or likeness < present.likeness:
                best[subject] = Match(likeness, self._weights[number], subject, self._names[number])

    def _begun(self, typed: str) -> Iterator[tuple[int, Likeness]]:
        """Give the names that are what was typed, or begin so."""
        joined = compact(typed)
        for number in self._whole.same_as(joined):
            yield number, EXACT
        for number in self._weightiest(self._whole, joined):
            yield number, BEGINNING

    def _worded(self, typed: str) -> Iterator[tuple[int, Likeness]]:
        """Give the names that have all words as far as they were typed."""
        words = typed.split()
        if len(words) == 1:
            yield from ((number, WORDS) for number in self._weightiest(self._words, typed))
            return
        rarest = min((self._words.beginning_with(word) for word in words), key=len)
        yield from ((number, WORDS) for number in self._most(self._fitting(rarest, words)))

    def _fitting(self, numbers: Sequence[int], words: list[str]) -> list[int]:
        """Choose the names that have all words."""
        found = list(numbers[:MOST_COMPARED])
        for word in words:
            begun = f" {word}"
            found = [number for number in found if begun in self._folded[number]]
        return found

    def _nearly(self, typed: str, *, begun: bool) -> Iterator[tuple[int, Likeness]]:
        """Give the names with one error, if one is forgiven; ``begun`` adds those that begin so."""
        joined, words = compact(typed), typed.split()
        if not errors_forgiven(joined):
            return
        for variant, is_whole in self._whole.with_one_error(joined):
            for number in self._weightiest(self._whole, variant, whole=True) if is_whole else ():
                yield number, NEARLY
            # With a letter less, too much would begin so.
            if begun and len(variant) >= len(joined):
                for number in self._most(self._weightiest(self._whole, variant), ENOUGH):
                    yield number, ALMOST
        if len(words) > 1:
            yield from self._with_errors(words, 1)
            return
        for word, _ in self._words.near(joined, 1):
            for number in self._weightiest(self._words, word, whole=True):
                yield number, ALMOST

    def _hardly(self, typed: str) -> Iterator[tuple[int, Likeness]]:
        """Give the names with two errors, if two are forgiven."""
        joined, words = compact(typed), typed.split()
        if errors_forgiven(joined) < 2:
            return
        for term, distance in self._whole.with_two_errors(joined):
            for number in self._weightiest(self._whole, term, whole=True):
                yield number, Likeness(Grade.NEARLY, 2 * distance)
        if len(words) > 1:
            yield from self._with_errors(words, 2)
            return
        for word, distance in self._words.near(joined, 2):
            for number in self._weightiest(self._words, word, whole=True):
                yield number, Likeness(Grade.NEARLY, 2 * distance + 1)

    def _with_errors(self, words: list[str], errors: int) -> Iterator[tuple[int, Likeness]]:
        """Give the names that have all words, some of them with errors."""
        sure = [word for word in words if not errors_forgiven(word)]
        for number in self._fitting(self._having_some(words, errors), sure):
            found = errors_in(words, self._folded[number].split())
            if found is not None:
                yield number, Likeness(Grade.NEARLY, 2 * found + 1)

    def _having_some(self, words: list[str], errors: int) -> list[int]:
        """Give the names that have the longest words, perhaps with errors, until they are few."""
        found: set[int] | None = None
        for word in sorted((it for it in words if errors_forgiven(it)), key=len, reverse=True):
            having = set(self._words.beginning_with(word))
            for near, _ in self._words.near(word, min(errors, errors_forgiven(word))):
                having.update(self._words.same_as(near))
            found = having if found is None else found & having
            if len(found) <= MANY:
                break
        return sorted(found or ())

    def _most(self, numbers: Sequence[int], most: int = MANY) -> Sequence[int]:
        """Choose the weightiest, if they are so many."""
        if len(numbers) <= most:
            return numbers
        return nlargest(most, numbers, key=self._weights.__getitem__)

    def _weightiest(self, terms: Terms, text: str, *, whole: bool = False) -> array[int]:
        """Choose among the names of terms that begin so, or are so; what takes long is kept."""
        numbers = terms.same_as(text) if whole else terms.beginning_with(text)
        if len(numbers) <= MANY:
            return numbers
        key = (terms, text, whole)
        if key not in self._chosen:
            self._chosen[key] = array("I", self._most(numbers))
        return self._chosen[key]


def _spellings(text: str) -> tuple[str, ...]:
    """Fold what was typed, no longer than a name is."""
    found = foldings(text) if fold(text) else ()
    return tuple(" ".join(it.split()[:MOST_WORDS]) for it in found)
