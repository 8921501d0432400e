"""What a side says of a tie is told whole, and nothing in it can break out of the page."""

from datetime import date

import pytest
from msgspec.structs import replace

from koinon.overview.sayings import Said
from koinon.rules.bound import BEGINNING, Bound
from koinon.rules.trace import SourceRef
from koinon.web.voices import Reader, age, voice

ON = date(2026, 11, 22)
READER = Reader("en", ON)
SINCE = Bound(date(2004, 3, 1), date(2004, 3, 1))
BEFORE = Bound(BEGINNING, date(2024, 1, 1))
SAID = Said(
    voice="own-source",
    speaker="koeln",
    grade="member",
    holds=True,
    begins=SINCE,
    ends=None,
    stated_on=date(2024, 5, 1),
    source=SourceRef(code="s", title="Annual <report>", dated="2024", url="https://a.eu/?a=1&b=2"),
    note={"en": "5 > 4"},
)


def test_since_when_where_and_how_old() -> None:
    html = voice(SAID, READER)
    assert html.startswith('<div class="saying">1\xa0March\xa02004<small>')
    assert '<a href="https://a.eu/?a=1&amp;b=2" rel="noopener">Annual &lt;report&gt;</a>' in html
    assert "2 years" in html
    assert "<small>5 &gt; 4</small>" in html


def test_where_no_beginning_is_said_the_source_stands_first_and_once() -> None:
    html = voice(replace(SAID, begins=BEFORE), READER)
    assert html.startswith('<div class="saying"><a href="https://a.eu/')
    assert html.count("Annual &lt;report&gt;") == 1


def test_who_denies_is_told_to_deny() -> None:
    html = voice(replace(SAID, holds=False, begins=BEFORE), READER)
    assert html.startswith('<div class="saying">denies it<small>')


def test_until_names_the_last_day() -> None:
    ended = replace(SAID, ends=Bound(date(2010, 1, 1), date(2010, 1, 1)))
    assert "until 31\xa0December\xa02009" in voice(ended, READER)


def test_what_is_said_in_koinon_needs_no_source() -> None:
    html = voice(replace(SAID, source=None), READER)
    assert "stated on 1\xa0May\xa02024" in html
    assert "<a " not in html


def test_silence_is_told_too() -> None:
    assert voice(None, READER) == '<span class="muted">nothing found</span>'


def test_a_remark_is_open_where_somebody_should_look() -> None:
    assert '<details class="remarks"><summary>' in voice(SAID, READER)
    assert '<details class="remarks" open><summary>' in voice(SAID, READER, is_open=True)
    assert "<details" not in voice(replace(SAID, note={}), READER, is_open=True)


@pytest.mark.parametrize(
    ("stated_on", "words"),
    [
        (ON, "less than a year old"),
        (date(2025, 11, 23), "less than a year old"),
        (date(2025, 11, 22), "1 year ago"),
        (date(2023, 11, 23), "2 years ago"),
        (date(2026, 11, 23), "published only later"),
    ],
)
def test_how_old_a_statement_is_counts_whole_years(stated_on: date, words: str) -> None:
    assert age(replace(SAID, stated_on=stated_on), READER) == words


@pytest.mark.parametrize(
    ("dated", "on", "words"),
    [
        ("2015..2020", ON, "5 to 11 years ago"),
        ("2020..2025", ON, "at most 6 years ago"),
        ("2015..2020", date(2012, 1, 1), "published only later"),
        ("2025-10..2025-11", ON, "2 years ago"),
    ],
)
def test_of_a_source_of_several_years_the_least_and_the_most_are_told(
    dated: str, on: date, words: str
) -> None:
    source = SourceRef(code="s", title="Page", dated=dated)
    assert age(replace(SAID, source=source), Reader("en", on)) == words
