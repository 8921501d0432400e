"""An end counts until somebody says later that it goes on."""

from datetime import date

import pytest

from koinon.rules.bound import OPEN_BOUND, Bound
from koinon.rules.spell.last_word import Word, last_end

DAY = date(2026, 11, 22)
ENDED = Word("ended", date(2020, 1, 1), Bound.parse("2019"))
ENDED_LATER = Word("ended later", date(2021, 1, 1), Bound.parse("2020"))
ROUGH = Word("rough", date(2025, 1, 1), Bound.parse("after 2018"))
LASTING = Word("lasting", date(2018, 1, 1), OPEN_BOUND)
GOES_ON = Word("goes on", date(2020, 6, 1), OPEN_BOUND)


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ((), None),
        ((LASTING,), None),
        ((ENDED, LASTING), "ended"),
        ((ENDED, ENDED_LATER), "ended later"),
        ((ENDED, ROUGH), "ended"),
        ((ENDED, GOES_ON), None),
        ((ENDED, GOES_ON, ENDED_LATER), "ended later"),
    ],
)
def test_who_said_the_end_last(words: tuple[Word[str], ...], last: str | None) -> None:
    assert last_end(words, DAY) == last
    assert last_end(reversed(words), DAY) == last


def test_an_end_that_is_to_come_is_none_yet() -> None:
    assert last_end([ENDED], date(2019, 12, 30)) is None
    assert last_end([ENDED], date(2019, 12, 31)) == "ended"
