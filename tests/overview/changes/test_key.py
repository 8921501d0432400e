"""The place of a change can be written into an address and read from it."""

from datetime import date

import pytest

from koinon.overview.changes.key import Key

KEY = Key(7, date(2015, 12, 31), date(2015, 1, 1), 3, 42)


def test_a_place_is_read_as_it_was_written() -> None:
    assert Key.parse(str(KEY)) == KEY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "7",
        "x_2015-12-31_2015-01-01_3_42",
        "7_2015-02-30_2015-01-01_3_42",
        "7_9999-12-31_2015-01-01_3_42",
        "7_2015-12-31_2015-01-01_3_99999999999999999999",
        "-7_2015-12-31_2015-01-01_3_42",
        "7_2015-12-31_2015-01-01_3_42_1",
    ],
)
def test_what_is_no_place_is_none(text: str) -> None:
    assert Key.parse(text) is None
