"""Minimum, maximum, no votes, and what is refused."""

from typing import Any

import pytest

from koinon.rules.seats.apportionment import apportion
from koinon.rules.seats.forms import Method
from koinon.rules.seats.limits import BadSeats, BadVotes, InfeasibleLimits

VOTES = {"A": 60, "B": 25, "C": 14, "D": 1}


@pytest.mark.parametrize(
    ("method", "seats"),
    [
        (Method.HARE_NIEMEYER, {"A": 5, "B": 3, "C": 1, "D": 1}),
        (Method.DHONDT, {"A": 5, "B": 3, "C": 1, "D": 1}),
        (Method.SAINTE_LAGUE, {"A": 5, "B": 3, "C": 1, "D": 1}),
        (Method.HUNTINGTON_HILL, {"A": 5, "B": 3, "C": 1, "D": 1}),
        (Method.ADAMS, {"A": 5, "B": 2, "C": 2, "D": 1}),
    ],
)
def test_limits_hold(method: Method, seats: dict[str, int]) -> None:
    assert apportion(VOTES, 10, method=method, at_least=1, at_most=5).seats == seats


def test_a_quota_below_the_minimum_costs_the_last_remainder_and_no_quota_changes() -> None:
    # Quotas 6.0, 2.5, 1.4 and 0.1: without the minimum the last seat is B's.
    assert apportion(VOTES, 10, method=Method.HARE_NIEMEYER).seats == {
        "A": 6,
        "B": 3,
        "C": 1,
        "D": 0,
    }
    assert apportion(VOTES, 10, method=Method.HARE_NIEMEYER, at_least=1).seats == {
        "A": 6,
        "B": 2,
        "C": 1,
        "D": 1,
    }


def test_where_minima_leave_too_few_seats_the_others_share_the_rest_anew() -> None:
    # Quotas 8.5, 0.5, 0.5 and 0.5: the minimum of 2 leaves 4 of 10 seats, all for A.
    votes = {"A": 17, "B": 1, "C": 1, "D": 1}
    seats = apportion(votes, 10, method=Method.HARE_NIEMEYER, at_least=2).seats
    assert seats == {"A": 4, "B": 2, "C": 2, "D": 2}


def test_where_maxima_leave_too_many_seats_the_others_share_the_rest_anew() -> None:
    # Quotas 6.8, 1.6 and 1.6: the maximum of 3 leaves 7 of 10 seats for B and C.
    votes = {"A": 17, "B": 4, "C": 4}
    seats = apportion(votes, 10, method=Method.HARE_NIEMEYER, at_most=4).seats
    assert seats == {"A": 4, "B": 3, "C": 3}


def test_a_quota_without_a_remainder_takes_no_seat_that_a_maximum_leaves() -> None:
    # Quotas 7, 2 and 1: the seat that A may not have is shared out anew, 4 seats as 2 to 1.
    votes = {"A": 7, "B": 2, "C": 1}
    seats = apportion(votes, 10, method=Method.HARE_NIEMEYER, at_most=6).seats
    assert seats == {"A": 6, "B": 3, "C": 1}


@pytest.mark.parametrize("method", Method)
def test_a_name_without_votes_has_the_minimum_and_no_more(method: Method) -> None:
    votes = {"A": 0, "B": 5, "C": 0}
    assert apportion(votes, 7, method=method).seats == {"A": 0, "B": 7, "C": 0}
    assert apportion(votes, 7, method=method, at_least=2).seats == {"A": 2, "B": 3, "C": 2}


def test_a_minimum_costs_the_same_with_no_votes_as_with_next_to_none() -> None:
    seats = {"A": 6, "B": 2, "C": 1, "D": 1}
    for least in (0, 1):
        votes = {"A": 6000, "B": 2500, "C": 1490, "D": least}
        assert apportion(votes, 10, method=Method.HARE_NIEMEYER, at_least=1).seats == seats


@pytest.mark.parametrize("method", Method)
def test_where_all_with_votes_have_the_maximum_the_others_have_the_minimum(method: Method) -> None:
    votes = {"A": 3, "B": 0, "C": 2, "D": 0}
    seats = apportion(votes, 8, method=method, at_least=1, at_most=3).seats
    assert seats == {"A": 3, "B": 1, "C": 3, "D": 1}


@pytest.mark.parametrize("method", Method)
def test_no_seats_and_none_beyond_the_minimum(method: Method) -> None:
    assert apportion(VOTES, 0, method=method).seats == dict.fromkeys(VOTES, 0)
    assert apportion({"A": 0, "B": 0}, 4, method=method, at_least=2).seats == {"A": 2, "B": 2}


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize(
    ("arguments", "error", "sentence"),
    [
        ({"votes": {}}, BadVotes, "no names"),
        ({"votes": {"A": 3, "B": -1}}, BadVotes, '"B" has -1 votes'),
        ({"votes": {"A": 3, "B": 1.0}}, BadVotes, '"B" has 1.0 votes'),
        ({"votes": {"A": True}}, BadVotes, '"A" has True votes'),
        ({"votes": {"A": 0, "B": 0}}, BadVotes, "so 10 seats"),
        ({"seats": -1}, BadSeats, "number of seats is -1"),
        ({"seats": 2.5}, BadSeats, "number of seats is 2.5"),
        ({"at_least": -1}, BadSeats, "minimum is -1"),
        ({"at_most": -1}, BadSeats, "maximum is -1"),
        ({"at_least": 3, "at_most": 2}, InfeasibleLimits, "At least 3 and at most 2"),
        ({"at_least": 3}, InfeasibleLimits, "takes 12 seats, but there are only 10"),
        ({"at_most": 2}, InfeasibleLimits, "only 8 of 10"),
        ({"votes": {"A": 3, "B": 0}, "at_most": 6}, InfeasibleLimits, "only 6 of 10"),
    ],
)
def test_what_cannot_be_shared_out_is_refused(
    method: Method, arguments: dict[str, Any], error: type[Exception], sentence: str
) -> None:
    asked: dict[str, Any] = {"votes": VOTES, "seats": 10} | arguments
    with pytest.raises(error, match=sentence):
        apportion(**asked, method=method)
