"""Which language a text is in, by its small words."""

from collections import Counter
from collections.abc import Sequence

from koinon.rules.claim.token import folded, tokens_of
from koinon.rules.claim.vocabulary import LANGUAGES, vocabulary

LONGEST_SAMPLE = 60_000
LEAST_SHARE = 12
"""One word in so many must be a small one of the language."""


def language_of(text: str) -> str:
    """Tell the language of a text, "" where it is none of those Koinon reads."""
    sample = text[:LONGEST_SAMPLE]
    counts = Counter(it.folded for it in tokens_of(sample) if it.is_word)
    total = sum(counts.values())
    scores = {code: _score(counts, vocabulary(code).common) for code in LANGUAGES}
    best = max(LANGUAGES, key=lambda code: scores[code])
    return best if total and scores[best] * LEAST_SHARE >= total else ""


def _score(counts: Counter[str], words: Sequence[str]) -> int:
    return sum(counts[folded(word)] for word in words)
