"""A text made to be slow takes not much longer than prose of the same length."""

from datetime import date
from time import process_time

import pytest

from koinon.overview.checked.checking import check

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

TODAY = date(2026, 11, 23)
LETTERS = 20_000
PROSE = "Eurocities hat 135 Mitglieder in 35 Ländern.\n\n"
MOST = 10
"""So many times as long as prose; measured 3.4, and 70 while each number looked for the commas."""


def _seconds(unit: str) -> float:
    text = (unit * LETTERS)[:LETTERS]
    before = process_time()
    check(text, TODAY, language="de")
    return process_time() - before


@pytest.mark.parametrize(
    "unit",
    [
        "Eurocities hat 135 Mitglieder, 35 Länder, 12 Städte, 14 Orte, 2019 und 2020, ",
        "Eurocities hat 135 Mitglieder und 35 Länder ",
        "„Eurocities hat 135 Mitglieder in 35 Ländern.“ ",
        "„Eurocities hat 135 Mitglieder. ",
        "Oberbürgermeister Torsten Burmester von Köln bei UCLG und ",
        "Eurocities\t135\t35\n",
        "am 1.1.2020 trat Köln Eurocities bei, ",
        "Eurocities\n",
    ],
    ids=["commas", "no stop", "quotes", "open quotes", "names", "rows", "days", "headings"],
)
def test_a_text_made_to_be_slow_is_read_in_a_few_times_the_time_of_prose(unit: str) -> None:
    _seconds(PROSE[:100])
    assert _seconds(unit) < MOST * _seconds(PROSE)
