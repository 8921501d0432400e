"""Whether a bond holds: what follows from everything that is said of it."""

from datetime import date

import pytest

from koinon.rules.bound import OPEN_BOUND, Bound
from koinon.rules.period import Truth
from koinon.rules.spell.conclusion import conclusion
from koinon.rules.spell.said import Said, Side, Voice
from koinon.rules.spell.sweep import spells


def said(
    speaker: str,
    start: str,
    end: str = "",
    *,
    stated: int = 2020,
    grade: str | None = "member",
    voice: Voice = Voice.THIRD_PARTY,
) -> Said:
    sides = {"koeln": Side.PARTY, "eccar": Side.NETWORK}
    return Said(
        side=sides.get(speaker, Side.THIRD),
        voice=voice,
        speaker=speaker,
        grade=grade,
        start=Bound.parse(start),
        end=Bound.parse(end) if end else OPEN_BOUND,
        stated_on=date(stated, 1, 1),
        number=1,
    )


def holds(day: str, *statements: Said) -> Truth | str:
    """Conclude about a day; "" where nobody says anything of it."""
    found = spells(statements)
    on = date.fromisoformat(day)
    return next((conclusion(spell, found) for spell in found if spell.covers(on)), "")


ROUGH = said("press", "by 2015")
EXACT = said("paper", "2006-09-07")


@pytest.mark.parametrize(
    ("day", "expected"), [("2006-09-06", False), ("2006-09-07", True), ("2016-01-01", True)]
)
def test_who_knows_the_day_goes_before_who_knows_it_roughly(day: str, expected: Truth) -> None:
    assert holds(day, ROUGH, EXACT) is expected


def test_a_rough_beginning_alone_leaves_open_what_was_before() -> None:
    assert holds("2006-09-06", ROUGH) is None
    assert holds("2015-12-31", ROUGH) is True


def test_a_beginning_outside_the_rough_one_explains_nothing() -> None:
    assert holds("2014-01-01", ROUGH, said("paper", "2016-05-01")) is None


@pytest.mark.parametrize(
    ("day", "expected"), [("2017-09-30", True), ("2017-10-01", False), ("2018-06-01", False)]
)
def test_who_knows_the_end_goes_before_who_knows_it_roughly(day: str, expected: Truth) -> None:
    rough = said("press", "2010-01-01", "after 2016-12-31")
    assert holds(day, rough, said("paper", "2010-01-01", "2017-10-01")) is expected


def test_an_end_said_later_outweighs_an_older_source_without_one() -> None:
    old, new = said("press", "2015-10-22", stated=2015), said("paper", "2015-10-22", "2025-11-01")
    assert holds("2025-10-31", old, new) is True
    assert holds("2025-11-01", old, new) is False


def test_an_end_said_earlier_does_not_outweigh_a_later_source_without_one() -> None:
    old = said("paper", "2015-10-22", "2017-11-01", stated=2017)
    assert holds("2019-01-01", old, said("press", "2015-10-22")) is True


def test_what_a_side_says_in_koinon_decides() -> None:
    city = said("koeln", "2010-01-01", voice=Voice.IN_KOINON)
    assert holds("2012-01-01", city, said("press", "2010-01-01", grade=None)) is True
    refusal = said("koeln", "2010-01-01", grade=None, voice=Voice.IN_KOINON)
    assert holds("2012-01-01", refusal, EXACT) is False


def test_two_sides_that_contradict_each_other_leave_it_unknown() -> None:
    city = said("koeln", "2010-01-01", voice=Voice.IN_KOINON)
    network = said("eccar", "2010-01-01", grade=None, voice=Voice.IN_KOINON)
    assert holds("2012-01-01", city, network) is None


def test_sources_that_contradict_each_other_leave_it_unknown() -> None:
    denial = said("paper", "2010-01-01", grade=None)
    assert holds("2012-01-01", said("press", "2010-01-01"), denial) is None
    assert holds("2012-01-01", denial) is False


def test_a_source_that_is_silent_denies_nothing() -> None:
    founder = said("press", "2011-01-01", stated=2021)
    member = said("paper", "2015-05-17", stated=2015)
    assert holds("2015-05-16", founder, member) is True
    assert holds("2010-01-01", founder, member) == ""
