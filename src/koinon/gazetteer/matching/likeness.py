"""How well what was typed fits a name: the better, the smaller."""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from rapidfuzz.distance import OSA

FROM_TWO = 7
"""From so many letters on two typing errors are forgiven, one from FROM_ONE on."""
FROM_ONE = 4


class Grade(IntEnum):
    """In which way a name fits, the best first."""

    EXACT = 0
    BEGINNING = 1
    WORDS = 2
    NEARLY = 3


class Likeness(NamedTuple):
    """How well a name fits: the grade, and among those that fit nearly how far it is.

    Each typing error counts two; where only a part of the name was typed, that counts one.
    """

    grade: Grade
    far: int = 0

    @property
    def is_guess(self) -> bool:
        return self.grade is Grade.NEARLY


def errors_forgiven(text: str) -> int:
    """Tell how many typing errors a word of this length may have."""
    if len(text) >= FROM_TWO:
        return 2
    return 1 if len(text) >= FROM_ONE else 0


def errors_in(typed: Sequence[str], words: Sequence[str]) -> int | None:
    """Count the typing errors if each typed word is, or begins, one of the words; else None."""
    total = 0
    for text in typed:
        found = _errors(text, words)
        if found is None:
            return None
        total += found
    return total


def _errors(text: str, words: Sequence[str]) -> int | None:
    if any(word.startswith(text) for word in words):
        return 0
    allowed = errors_forgiven(text)
    if not allowed:
        return None
    least = min(OSA.distance(text, word, score_cutoff=allowed) for word in words)
    return least if least <= allowed else None
