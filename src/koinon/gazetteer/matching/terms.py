"""A sorted list of terms, each with the names it stands for, in memory."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from rapidfuzz import process
from rapidfuzz.distance import OSA

_AFTER_ALL = "\U0010ffff"
SURE_AT_THE_BEGINNING = 2
"""So many letters have to be right where the end of a term is not typed yet."""


class Terms:
    """Terms that can be asked for by their beginning, or for being nearly the same.

    A name is a number. Nothing here ever changes, so that many may ask at once.
    """

    def __init__(self, terms: Sequence[str], names: Sequence[int]) -> None:
        order = sorted(range(len(terms)), key=terms.__getitem__)
        self._terms = [terms[at] for at in order]
        self._names = array("I", (names[at] for at in order))
        self._backwards: list[str] = []
        self._opening: dict[tuple[str, int], list[str]] = {}
        for term, _ in groupby(self._terms):
            self._backwards.append(term[::-1])
            self._opening.setdefault((term[:1], len(term)), []).append(term)
        self._backwards.sort()

    def beginning_with(self, text: str) -> array[int]:
        """Give the names of all terms that begin so, in the order of the terms."""
        start, end = _stretch(self._terms, text)
        return self._names[start:end]

    def same_as(self, text: str) -> array[int]:
        """Give the names of a term."""
        start = end = bisect_left(self._terms, text)
        while end < len(self._terms) and self._terms[end] == text:
            end += 1
        return self._names[start:end]

    def near(self, text: str, errors: int) -> Iterator[tuple[int, int]]:
        """Give the names of terms with so many typing errors at most, each with how many.

        One error leaves one half of a term as it was, or lies just between the halves. Of two,
        one third stays: the first letter or the last third has to be right. The text has at least
        two letters.
        """
        half, third = len(text) // 2, -(-len(text) // 3)
        swapped = text[: half - 1] + text[half] + text[half - 1] + text[half + 1 :]
        starts = [self._beginnings(text[:half]), self._beginnings(swapped)]
        ends = [self._endings(text[half:])]
        lengths = range(len(text) - errors, len(text) + errors + 1)
        if errors > 1:
            starts += [self._opening.get((text[0], length), []) for length in lengths]
            ends.append(self._endings(text[-third:]))
        candidates = {it for part in starts for it in part if len(it) in lengths}
        candidates |= {it[::-1] for part in ends for it in part if len(it) in lengths}
        for term, distance in _near(text, list(candidates), errors):
            for name in self.same_as(term):
                yield name, distance

    def near_beginning(self, text: str, errors: int) -> Iterator[tuple[int, int]]:
        """Give the names of longer terms of which the beginning has so many errors at most."""
        opening = len(text)
        found = self._beginnings(text[:SURE_AT_THE_BEGINNING])
        begins = dict.fromkeys(term[:opening] for term in found if len(term) > opening)
        for begin, distance in _near(text, list(begins), errors):
            for name in self.beginning_with(begin):
                yield name, distance

    def _beginnings(self, text: str) -> list[str]:
        start, end = _stretch(self._terms, text)
        return self._terms[start:end]

    def _endings(self, text: str) -> list[str]:
        """List the terms with such an end, backwards."""
        start, end = _stretch(self._backwards, text[::-1])
        return self._backwards[start:end]


def _stretch(terms: list[str], text: str) -> tuple[int, int]:
    start = bisect_left(terms, text)
    return start, bisect_left(terms, text + _AFTER_ALL, lo=start)


def _near(text: str, terms: list[str], errors: int) -> Iterator[tuple[str, int]]:
    found = process.extract(text, terms, scorer=OSA.distance, score_cutoff=errors, limit=None)
    for term, distance, _ in found:
        yield term, int(distance)
