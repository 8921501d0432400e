"""How wide the columns of a table on paper are: none breaks a word, the rest goes by the text."""

import re
from collections.abc import Sequence
from math import sqrt

MOST = 24
"""So many signs of a word, or of an address, are kept together at most."""
_BREAK = re.compile("[ \n]")
"""Where lines may end: not at the space between a number and its unit."""
_PAD = 4
_SIGNS = 100
"""How many signs of the tables' size stand beside each other on a sheet."""


def shares(columns: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """Share the width of a sheet among columns, given as their texts with the head; sums to 1.

    Each gets room for its longest word; what is left is shared by the roots of the longest texts,
    so that a long derivation gets more than a day, but not all.
    """
    least = [_PAD + max(_longest_word(text) for text in texts) for texts in columns]
    wanted = [sqrt(max(map(len, texts))) for texts in columns]
    room = max(_SIGNS - sum(least), 0)
    widths = [word + room * root / sum(wanted) for word, root in zip(least, wanted, strict=True)]
    return tuple(width / sum(widths) for width in widths)


def _longest_word(text: str) -> int:
    return min(max(map(len, _BREAK.split(text))), MOST)
