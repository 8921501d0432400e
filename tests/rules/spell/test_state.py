"""The state of a bond on a day, its age, and its sign."""

from datetime import date

import pytest

from koinon.rules.duration import Duration
from koinon.rules.spell.disc import Disc, Half, disc
from koinon.rules.spell.said import Said, Side
from koinon.rules.spell.spell import Spell
from koinon.rules.spell.state import NotInSpell, State, aged, last_confirmed_on, state
from koinon.rules.spell.sweep import spells
from tests.rules.spell.statements import said

TWO_YEARS = Duration(2, "year")


def one_spell(*statements: Said) -> Spell:
    (spell,) = spells(statements)
    return spell


AGREED = one_spell(
    said("city", "2006-09-07", on="2020-03-01", number=1),
    said("network", "2006-09-07", on="2021-03-01", number=2),
)
REPORTED = one_spell(said("network-page", "2006-09-07", on="2010-01-01"))


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2022-03-01", State.AGREED), ("2022-03-02", State.AGING), ("2006-09-07", State.AGREED)],
)
def test_what_was_agreed_ages_from_the_older_confirmation(day: str, expected: State) -> None:
    assert state(AGREED, date.fromisoformat(day), aging_after=TWO_YEARS) is expected


def test_a_later_confirmation_keeps_it_young() -> None:
    day = date(2022, 3, 2)
    confirmed_on = date(2021, 12, 31)
    found = state(AGREED, day, last_stated_on=confirmed_on, aging_after=TWO_YEARS)
    assert found is State.AGREED


def test_without_a_length_nothing_ages() -> None:
    assert state(AGREED, date(2199, 1, 1)) is State.AGREED


def test_what_only_sources_say_does_not_age() -> None:
    assert last_confirmed_on(REPORTED) is None
    assert state(REPORTED, date(2026, 1, 1), aging_after=TWO_YEARS) is State.REPORTED


@pytest.mark.parametrize("standing", [State.REPORTED, State.DIFFERING, State.DENIED])
def test_only_what_somebody_confirmed_ages(standing: State) -> None:
    assert aged(standing, date(2026, 1, 1), date(2000, 1, 1), TWO_YEARS) is standing


def test_one_side_ages_too() -> None:
    day = date(2026, 1, 1)
    assert aged(State.ONE_SIDE, day, date(2000, 1, 1), TWO_YEARS) is State.AGING


def test_a_day_outside_the_spell_is_refused() -> None:
    with pytest.raises(NotInSpell, match=r"2006-09-06 is not in the spell 2006-09-07\.\."):
        state(AGREED, date(2006, 9, 6))


TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("spell", "expected"),
    [
        (AGREED, Disc(left=Half.SOLID, right=Half.SOLID, state=State.AGREED)),
        (REPORTED, Disc(left=Half.DOTTED, right=Half.HATCHED, state=State.REPORTED)),
    ],
)
def test_signs(spell: Spell, expected: Disc) -> None:
    assert disc(spell, TODAY) == expected


def test_a_side_that_was_asked_and_is_silent() -> None:
    spell = one_spell(said("city", "2015-05-17"))
    assert disc(spell, TODAY, asked={Side.NETWORK, Side.PARTY}) == Disc(
        left=Half.SOLID, right=Half.OUTLINE, state=State.ONE_SIDE
    )


def test_nobody_says_anything() -> None:
    assert disc(None, TODAY, asked={Side.PARTY}) == Disc(
        left=Half.OUTLINE, right=Half.DOTTED, state=None
    )


def test_a_denial_is_crossed_and_a_difference_shifted() -> None:
    spell = one_spell(
        said("city-page", "2015-05-17", grade=None, number=1),
        said("network-page", "2015-05-17", number=2),
    )
    sign = disc(spell, TODAY)
    assert sign == Disc(left=Half.CROSSED, right=Half.HATCHED, state=State.DIFFERING)
    assert (sign.is_shifted, sign.has_arc) == (True, False)


def test_an_old_confirmation_draws_an_arc() -> None:
    sign = disc(AGREED, TODAY, aging_after=TWO_YEARS)
    assert sign == Disc(left=Half.SOLID, right=Half.SOLID, state=State.AGING)
    assert (sign.is_shifted, sign.has_arc) == (False, True)


def test_a_rough_bound_is_not_certain() -> None:
    first, second = spells([said("city", "2015")])
    assert disc(first, date(2015, 6, 1)) == Disc(
        left=Half.SOLID, right=Half.DOTTED, state=State.ONE_SIDE, is_certain=False
    )
    assert disc(second, TODAY).is_certain
