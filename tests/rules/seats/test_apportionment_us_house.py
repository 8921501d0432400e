"""Official apportionments of the United States House of Representatives, by Huntington-Hill."""

import csv
from functools import cache
from math import isqrt
from pathlib import Path

import pytest

from koinon.rules.seats.apportionment import apportion
from koinon.rules.seats.forms import Method
from koinon.rules.seats.quotients import HuntingtonHill

FOLDER = Path(__file__).parents[2] / "data" / "us_house"
CENSUSES = (1940, 1950, 1960, 1990, 2000)
WITH_PRIORITIES = (1990, 2000)
HOUSE = 435


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return tuple(map(tuple, csv.reader(file)))[1:]


def populations(census: int) -> dict[str, int]:
    return {row[0]: int(row[-1]) for row in rows(f"{census}_census_data.csv")}


@pytest.mark.parametrize("census", CENSUSES)
def test_the_house_comes_out_as_apportioned(census: int) -> None:
    official = {state: int(seats) for state, seats in rows(f"{census}_apportionment.csv")}
    outcome = apportion(populations(census), HOUSE, method=Method.HUNTINGTON_HILL, at_least=1)
    assert sum(official.values()) == HOUSE
    assert (outcome.seats, outcome.ties, outcome.unassigned) == (official, (), 0)


@pytest.mark.parametrize(
    ("census", "differing"),
    # The root is 1,705,796.39; the table of 1990 has 1,705,797.
    [(1990, [("California", "18", "1705797")]), (2000, [])],
)
def test_priority_values_are_the_rounded_roots_of_the_claims(
    census: int, differing: list[tuple[str, str, str]]
) -> None:
    people = populations(census)
    found = []
    for _, state, seat, value in rows(f"{census}_priority_values.csv"):
        upper, lower = HuntingtonHill.claim(people[state], int(seat))
        if (isqrt(4 * upper // lower) + 1) // 2 != int(value):
            found.append((state, seat, value))
    assert found == differing


@pytest.mark.parametrize("census", WITH_PRIORITIES)
def test_each_seat_from_the_51st_on_goes_to_the_state_named(census: int) -> None:
    people = populations(census)
    held = dict.fromkeys(people, 1)
    for house, state, seat, _ in rows(f"{census}_priority_values.csv"):
        held[state] += 1
        outcome = apportion(people, int(house), method=Method.HUNTINGTON_HILL)
        assert (outcome.seats, held[state]) == (held, int(seat))
