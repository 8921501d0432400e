"""A sorted list of terms, each with the names it stands for, in memory."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from rapidfuzz import process
from rapidfuzz.distance import OSA

_AFTER_ALL = "\U0010ffff"
_MANY = 64
"""Which letters follow where more terms begin alike is found out once."""


class Terms:
    """Terms that can be asked for by their beginning, or for being nearly the same.

    A name is a number. Nothing here ever changes, so that many may ask at once.
    """

    def __init__(self, pairs: list[tuple[str, int]]) -> None:
        """Sort pairs of a term and a name; the list is used up."""
        pairs.sort()
        self._names = array("I", map(itemgetter(1), pairs))
        self._terms: list[str] = []
        self._starts = array("I")
        self._opening: dict[tuple[str, int], list[str]] = {}
        self._following: dict[str, str] = {}
        at = 0
        for term, alike in groupby(map(itemgetter(0), pairs)):
            self._terms.append(term)
            self._starts.append(at)
            self._opening.setdefault((term[:1], len(term)), []).append(term)
            at += sum(1 for _ in alike)
        self._starts.append(at)
        pairs.clear()

    def first_letters(self) -> str:
        """Tell which letters terms begin with."""
        return self._letters_after("", 0, len(self._terms))

    def beginning_with(self, text: str) -> array[int]:
        """Give the names of all terms that begin so, in the order of the terms."""
        start, end = self._stretch(text)
        return self._names[self._starts[start] : self._starts[end]]

    def same_as(self, text: str) -> array[int]:
        """Give the names of a term."""
        at = bisect_left(self._terms, text)
        is_term = at < len(self._terms) and self._terms[at] == text
        return self._of(at) if is_term else array("I")

    def with_one_error(self, text: str) -> Iterator[tuple[str, bool]]:
        """Give what terms are, or begin with, if one error was made; and whether one is just that.

        One letter is additional, missing, mistaken, or has changed places with the next.
        """
        for variant in self._variants(text):
            at = bisect_left(self._terms, variant)
            if at < len(self._terms) and self._terms[at].startswith(variant):
                yield variant, self._terms[at] == variant

    def near(self, text: str, errors: int) -> Iterator[tuple[str, int]]:
        """Give the terms with so many errors, one or two at most, each with how many."""
        if errors > 1:
            return self.with_two_errors(text)
        found = self.with_one_error(text)
        return ((variant, 1) for variant, is_whole in found if is_whole)

    def with_two_errors(self, text: str) -> Iterator[tuple[str, int]]:
        """Give the terms with two errors at most, each with how many.

        One of them may be in the first letter only if those after it are right.
        """
        lengths = range(len(text) - 2, len(text) + 3)
        found = [self._opening.get((text[0], length), []) for length in lengths]
        others = (it for other in self._other_openings(text) for it in self._beginnings(other))
        found.append([term for term in others if len(term) in lengths])
        for candidates in found:
            for term, distance, _ in process.extract(
                text, candidates, scorer=OSA.distance, score_cutoff=2, limit=None
            ):
                yield term, int(distance)

    def _variants(self, text: str) -> Iterator[str]:
        """Make one error in every place up to which a term begins as it was typed, each once."""
        seen = {text}
        start, end = 0, len(self._terms)
        for at in range(len(text) + 1):
            begin, rest = text[:at], text[at:]
            start, end = self._stretch(begin, start, end)
            if start == end:
                return
            made = [begin + rest[1:], begin + rest[1:2] + rest[:1] + rest[2:]]
            for letter in self._letters_after(begin, start, end):
                made += (begin + letter + rest, begin + letter + rest[1:])
            for variant in made:
                if variant not in seen:
                    seen.add(variant)
                    yield variant

    def _letters_after(self, begin: str, start: int, end: int) -> str:
        """Tell which letters go on after a beginning, each once."""
        at = len(begin)
        if end - start <= _MANY:
            return "".join({term[at : at + 1] for term in self._terms[start:end]})
        found = self._following.get(begin)
        if found is None:
            found = "".join(self._walk(begin, start, end))
            self._following[begin] = found
        return found

    def _walk(self, begin: str, start: int, end: int) -> Iterator[str]:
        while start < end:
            letter = self._terms[start][len(begin) : len(begin) + 1]
            yield letter
            # Only the beginning itself, where it is a term, has no next letter.
            if letter:
                start = bisect_left(self._terms, begin + letter + _AFTER_ALL, start, end)
            else:
                start += 1

    def _other_openings(self, text: str) -> list[str]:
        """Begin otherwise than was typed, so that the letters after that are right."""
        right = -(-len(text) // 3)
        letters = self.first_letters()
        others = {text[1 : right + 1], text[1] + text[0] + text[2:right]}
        others |= {letter + text[: right - 1] for letter in letters}
        others |= {letter + text[1:right] for letter in letters}
        return [it for it in others if not it.startswith(text[0])]

    def _beginnings(self, text: str) -> list[str]:
        start, end = self._stretch(text)
        return self._terms[start:end]

    def _of(self, at: int) -> array[int]:
        return self._names[self._starts[at] : self._starts[at + 1]]

    def _stretch(self, text: str, start: int = 0, end: int | None = None) -> tuple[int, int]:
        start = bisect_left(self._terms, text, start, end)
        return start, bisect_left(self._terms, text + _AFTER_ALL, start, end)
