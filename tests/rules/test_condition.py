"""Conditions answer yes, no or unknown; unknown never hides a no."""

import pytest

from koinon.rules.condition import Condition, Group, Party, all_of, any_of, applies, negation

EAST = Group(names={"mul": "East"}, places=("PL",), never=("DE",))
CITY = Condition(kind=("municipality",), population_from=250_000)


@pytest.mark.parametrize(
    ("truths", "every", "one"),
    [
        ((), True, False),
        ((True, None), None, True),
        ((False, None), False, None),
        ((True, False), False, True),
        ((None,), None, None),
    ],
)
def test_three_values(
    truths: tuple[bool | None, ...], every: bool | None, one: bool | None
) -> None:
    assert (all_of(*truths), any_of(*truths)) == (every, one)


def test_the_opposite_of_unknown_is_unknown() -> None:
    assert [negation(truth) for truth in (True, False, None)] == [False, True, None]


@pytest.mark.parametrize(
    ("party", "truth"),
    [
        (Party(kind="municipality", population=250_000), True),
        (Party(kind="municipality", population=249_999), False),
        (Party(kind="municipality"), None),
        (Party(kind="county"), False),
        (Party(), None),
    ],
)
def test_all_keys_of_a_condition_must_hold(party: Party, truth: bool | None) -> None:
    assert applies(CITY, party) is truth


def test_one_of_several_conditions_suffices() -> None:
    ways = (Condition(districts_from=3), Condition(population_from=1_000_000))
    assert applies(ways, Party(districts=1, population=1_084_831)) is True
    assert applies(ways, Party(districts=1)) is None
    assert applies((), Party()) is True


@pytest.mark.parametrize(
    ("places", "inside", "outside"),
    [({"PL"}, True, False), ({"DE"}, False, True), ({"RO"}, None, None)],
)
def test_a_group_knows_who_is_in_and_who_is_out(
    places: set[str], inside: bool | None, outside: bool | None
) -> None:
    party, groups = Party(places=frozenset(places)), {"east": EAST}
    assert applies(Condition(place=("east",)), party, groups) is inside
    assert applies(Condition(outside=("east",)), party, groups) is outside
