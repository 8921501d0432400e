"""Whatever is said of a bond: its spells are the painted days, no more and no less."""

from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from koinon.rules.bound import OPEN_END
from koinon.rules.spell.said import Said
from koinon.rules.spell.spell import Ended, Saying, Spell
from koinon.rules.spell.state import State, standing
from koinon.rules.spell.sweep import spells, spells_of_many
from tests.rules.spell.painter import Day, Painted, Seen, paint_calendar
from tests.rules.spell.statements import statements


def as_seen(saying: Saying | None) -> Seen | None:
    if saying is None:
        return None
    return Seen(saying.grade, saying.holds, saying.is_certain, saying.speaker, saying.voice)


def as_painted(spell: Spell) -> Painted:
    third = tuple(seen for saying in spell.third if (seen := as_seen(saying)))
    says = Day(as_seen(spell.party), as_seen(spell.network), third)
    return Painted(spell.valid_from, spell.valid_until, says)


@given(statements())
def test_spells_are_the_painted_days(said: list[Said]) -> None:
    assert list(map(as_painted, spells(said))) == paint_calendar(said)


@given(statements())
def test_spells_are_disjoint_ascending_and_maximal(said: list[Said]) -> None:
    found = spells(said)
    assert all(spell.valid_from < spell.valid_until for spell in found)
    for spell, following in pairwise(found):
        assert spell.valid_until <= following.valid_from
        if spell.valid_until == following.valid_from:
            assert as_painted(spell).says != as_painted(following).says


@given(statements(), st.integers(0, 999), st.booleans())
def test_the_order_in_which_statements_are_read_does_not_matter(
    said: list[Said], seed: int, same_number: bool
) -> None:
    read = [replace(item, number=1) for item in said] if same_number else said
    shuffled = list(read)
    Random(seed).shuffle(shuffled)  # noqa: S311 - an order to try, no secret
    assert spells(shuffled) == spells(read)


@given(statements(), st.integers(0, 6))
def test_withdrawing_is_never_having_said(said: list[Said], chosen: int) -> None:
    withdrawn = [
        replace(item, withdrawn=True) if place == chosen else item
        for place, item in enumerate(said)
    ]
    without = [item for place, item in enumerate(said) if place != chosen]
    assert spells(withdrawn) == spells(without)


@given(statements())
def test_the_last_statement_shows_wherever_it_surely_holds(said: list[Said]) -> None:
    counting = [item for item in said if item.counts]
    for spell in spells(said):
        for saying in spell.sayings:
            later = [
                item
                for item in counting
                if (item.stated_on, item.number) > (saying.stated_on, saying.number)
                and item.voice is saying.voice
                and item.speaker == saying.speaker
                and item.start.latest <= spell.valid_from
                and spell.valid_until <= item.end.earliest
            ]
            assert later == []


@given(statements())
def test_a_spell_lies_in_the_runs_of_its_voices(said: list[Said]) -> None:
    for spell in spells(said):
        assert (spell.ended is Ended.OPEN) == (spell.valid_until == OPEN_END)
        for saying in spell.sayings:
            assert saying.begins.earliest <= spell.valid_from
            assert spell.valid_until <= saying.ends.latest
            if saying.is_certain:
                assert saying.begins.latest <= spell.valid_from
                assert spell.valid_until <= saying.ends.earliest


@given(statements())
def test_two_sides_agree_only_where_nothing_between_them_differs(said: list[Said]) -> None:
    for spell in spells(said):
        sides = {"party", "network"}
        between = [item for item in spell.differences if {item.one, item.other} == sides]
        if standing(spell) is State.AGREED:
            assert spell.party is not None
            assert spell.network is not None
            assert spell.party.in_koinon
            assert spell.network.in_koinon
            assert between == []
        elif between:
            assert standing(spell) is State.DIFFERING


@settings(max_examples=20)
@given(st.lists(statements(), max_size=4))
def test_many_bonds_are_one_bond_after_the_other(bonds: list[list[Said]]) -> None:
    assert list(spells_of_many(enumerate(bonds))) == [
        (place, spells(said)) for place, said in enumerate(bonds)
    ]
