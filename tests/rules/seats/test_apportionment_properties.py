"""What holds for every apportionment."""

from math import floor
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from koinon.rules.seats.apportionment import Apportionment, apportion, explain, recompute
from koinon.rules.seats.claims import quotas
from koinon.rules.seats.forms import Method
from tests.rules.seats.seat_by_seat import Result, by_quotient, by_remainder

METHODS = st.sampled_from(list(Method))
DIVISORS = METHODS.filter(lambda method: method is not Method.HARE_NIEMEYER)
FEW = settings(max_examples=25)


class Task(NamedTuple):
    votes: dict[str, int]
    seats: int
    at_least: int
    at_most: int | None


@st.composite
def tasks(draw: st.DrawFn) -> Task:
    """Draw votes of which many are alike or nothing, so that ties are common, and limits."""
    greatest = draw(st.sampled_from([3, 20, 10**6, 10**20]))
    counts = draw(st.lists(st.integers(0, greatest), min_size=1, max_size=7))
    counts[0] = max(counts[0], 1)
    votes = {f"name {number}": count for number, count in enumerate(counts)}
    at_least = draw(st.sampled_from([0, 0, 1, 2]))
    seats = at_least * len(votes) + draw(st.integers(0, 40))
    voted = sum(map(bool, counts))
    needed = -(-(seats - at_least * (len(votes) - voted)) // voted)
    at_most = draw(st.none() | st.integers(max(needed, at_least), needed + 5))
    return Task(votes, seats, at_least, at_most)


def outcome_of(task: Task, method: Method) -> Apportionment:
    votes, seats, at_least, at_most = task
    return apportion(votes, seats, method=method, at_least=at_least, at_most=at_most)


def parts(outcome: Apportionment) -> Result:
    return outcome.seats, outcome.ties, outcome.unassigned


@FEW
@given(method=DIVISORS, task=tasks())
def test_divisor_methods_equal_the_slow_way(method: Method, task: Task) -> None:
    votes, seats, at_least, at_most = task
    slow = by_quotient(votes, seats, method, at_least, at_most)
    assert parts(outcome_of(task, method)) == slow


@pytest.mark.parametrize("method", [method for method in Method if method != "hare-niemeyer"])
@pytest.mark.parametrize(("at_least", "at_most"), [(0, None), (2, None), (0, 9), (1, 30)])
@pytest.mark.parametrize(
    "counts",
    [
        [7] * 50,
        [10**6 // number for number in range(1, 51)],
        [1] * 30 + [10**9 + number for number in range(20)],
        [2**number for number in range(50)],
    ],
    ids=["alike", "harmonic", "two sizes", "doubling"],
)
def test_many_names_equal_the_slow_way(
    counts: list[int], at_least: int, at_most: int | None, method: Method
) -> None:
    task = Task(
        {f"name {place}": cast for place, cast in enumerate(counts)}, 210, at_least, at_most
    )
    assert parts(outcome_of(task, method)) == by_quotient(*task[:2], method, *task[2:])


@FEW
@given(task=tasks())
def test_hare_niemeyer_equals_the_slow_way_wherever_limits_do_not_bind(task: Task) -> None:
    slow = by_remainder(task.votes, task.seats)
    assert parts(apportion(task.votes, task.seats, method=Method.HARE_NIEMEYER)) == slow
    held, ties, unassigned = slow
    most = max(held.values()) + unassigned
    assert parts(
        apportion(
            task.votes,
            task.seats,
            method=Method.HARE_NIEMEYER,
            at_least=min(held.values()),
            at_most=most,
        )
    ) == (held, ties, unassigned)


@FEW
@given(method=METHODS, task=tasks())
def test_seats_add_up_keep_to_the_limits_and_recompute(method: Method, task: Task) -> None:
    votes, seats, at_least, at_most = task
    explanation = explain(votes, seats, method=method, at_least=at_least, at_most=at_most)
    outcome = explanation.apportionment
    tied = {name for tie in outcome.ties for name in tie}
    assert sum(outcome.seats.values()) + outcome.unassigned == seats
    assert outcome.unassigned < max(len(tied), 1)
    for name, held in outcome.seats.items():
        assert at_least <= held
        assert at_most is None or held + (name in tied) <= at_most
    assert recompute(explanation) == outcome.seats


@FEW
@given(method=METHODS, task=tasks(), random=st.randoms())
def test_the_order_of_names_does_not_matter(method: Method, task: Task, random: Random) -> None:
    names = list(task.votes)
    random.shuffle(names)
    shuffled = task._replace(votes={name: task.votes[name] for name in names})
    assert outcome_of(shuffled, method) == outcome_of(task, method)


@FEW
@given(method=DIVISORS, task=tasks())
def test_one_seat_more_takes_none_away(method: Method, task: Task) -> None:
    votes, seats, at_least, _ = task
    before = apportion(votes, seats, method=method, at_least=at_least)
    after = apportion(votes, seats + 1, method=method, at_least=at_least)
    assert all(after.seats[name] >= held for name, held in before.seats.items())


@FEW
@given(task=tasks())
def test_hare_niemeyer_stays_within_the_quota(task: Task) -> None:
    assume(task.seats > 0)
    explanation = explain(task.votes, task.seats, method=Method.HARE_NIEMEYER)
    for place, held in enumerate(explanation.apportionment.seats.values()):
        quota = quotas(explanation)[place] or 0
        assert floor(quota) <= held <= -floor(-quota)
