"""Ties are named, with what is certain; nobody is preferred."""

import pytest

from koinon.rules.seats.apportionment import Apportionment, apportion
from koinon.rules.seats.forms import Method

EQUAL = {"Ahlen": 7, "Brühl": 7, "Celle": 7}


@pytest.mark.parametrize("method", Method)
def test_equal_votes_share_evenly_and_tie_for_the_rest(method: Method) -> None:
    assert apportion(EQUAL, 6, method=method) == Apportionment(
        method, {"Ahlen": 2, "Brühl": 2, "Celle": 2}, (), 0
    )
    assert apportion(EQUAL, 5, method=method) == Apportionment(
        method, {"Ahlen": 1, "Brühl": 1, "Celle": 1}, (("Ahlen", "Brühl", "Celle"),), 2
    )
    assert apportion(EQUAL, 1, method=method) == Apportionment(
        method, {"Ahlen": 0, "Brühl": 0, "Celle": 0}, (("Ahlen", "Brühl", "Celle"),), 1
    )


@pytest.mark.parametrize(
    ("method", "votes", "certain"),
    [
        # 9/3 = 6/2 = 3/1
        (Method.DHONDT, {"A": 9, "B": 6, "C": 3}, {"A": 2, "B": 1, "C": 0}),
        # 9/3 = 3/1
        (Method.SAINTE_LAGUE, {"A": 9, "B": 3}, {"A": 1, "B": 0}),
        # 4/2 = 2/1
        (Method.ADAMS, {"A": 4, "B": 2}, {"A": 2, "B": 1}),
        # 6²/(8 · 9) = 1²/(1 · 2)
        (Method.HUNTINGTON_HILL, {"A": 6, "B": 1}, {"A": 8, "B": 1}),
        # quotas 2.5 and 1.5
        (Method.HARE_NIEMEYER, {"A": 5, "B": 3}, {"A": 2, "B": 1}),
    ],
)
def test_equal_claims_of_unequal_votes_tie(
    method: Method, votes: dict[str, int], certain: dict[str, int]
) -> None:
    outcome = apportion(votes, sum(certain.values()) + 1, method=method)
    assert outcome == Apportionment(method, certain, (tuple(votes),), 1)


@pytest.mark.parametrize("method", Method)
def test_one_vote_in_very_many_is_no_tie(method: Method) -> None:
    many = 10**30
    outcome = apportion({"A": many, "B": many + 1}, 3, method=method)
    assert outcome == Apportionment(method, {"A": 1, "B": 2}, (), 0)


@pytest.mark.parametrize("method", [Method.ADAMS, Method.HUNTINGTON_HILL])
def test_first_seats_go_in_the_order_of_votes_when_there_are_too_few(method: Method) -> None:
    votes = {"A": 8, "B": 12, "C": 8, "D": 9, "E": 0}
    assert apportion(votes, 2, method=method).seats == {"A": 0, "B": 1, "C": 0, "D": 1, "E": 0}
    assert apportion(votes, 3, method=method) == Apportionment(
        method, {"A": 0, "B": 1, "C": 0, "D": 1, "E": 0}, (("A", "C"),), 1
    )


def test_names_that_tie_stand_in_order_whatever_the_order_of_input() -> None:
    votes = {"c": 1, "a": 1, "b": 1}
    assert apportion(votes, 2, method=Method.DHONDT).ties == (("a", "b", "c"),)
