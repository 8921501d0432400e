"""The fractions that explain an apportionment."""

from fractions import Fraction

import pytest

from koinon.rules.seats.apportionment import explain, recompute
from koinon.rules.seats.claims import first_lost, last_won, plain_divisor, quotas, remainders
from koinon.rules.seats.forms import Method

VOTES = {"A": 9061, "B": 7179, "C": 5259, "D": 3319, "E": 1182}
# The final result of 22 September 2013; http://dpaq.de/VQbwW has its seats and its divisor.
BUNDESTAG = {"CDU": 14921877, "SPD": 11252215, "LINKE": 3755699, "GRÜNE": 3694057, "CSU": 3243569}


def test_hare_niemeyer_shows_quotas_and_remainders() -> None:
    explanation = explain({"A": 5, "B": 3, "C": 0}, 4, method=Method.HARE_NIEMEYER)
    assert list(quotas(explanation)) == [Fraction(5, 2), Fraction(3, 2), 0]
    assert list(remainders(explanation)) == [Fraction(1, 2), Fraction(1, 2), 0]
    assert explanation.line == Fraction(1, 2)
    assert explanation.set_aside == {}


def test_divisor_methods_show_the_last_claim_won_and_the_first_lost() -> None:
    explanation = explain({"A": 9, "B": 4, "C": 1}, 4, method=Method.DHONDT)
    assert explanation.apportionment.seats == {"A": 3, "B": 1, "C": 0}
    assert list(last_won(explanation)) == [3, 4, None]
    assert list(first_lost(explanation)) == [Fraction(9, 4), 2, 1]


def test_claims_of_huntington_hill_are_squares_and_the_first_seat_needs_none() -> None:
    explanation = explain({"A": 6, "B": 1}, 5, method=Method.HUNTINGTON_HILL)
    assert explanation.apportionment.seats == {"A": 4, "B": 1}
    assert list(last_won(explanation)) == [Fraction(36, 12), None]
    assert list(first_lost(explanation)) == [Fraction(36, 20), Fraction(1, 2)]


@pytest.mark.parametrize(
    ("votes", "seats"), [(VOTES, 26), ({"A": 1_000_000, "B": 100_000, "C": 2, "D": 1}, 7)]
)
@pytest.mark.parametrize(
    ("method", "power"),
    [
        (Method.DHONDT, 1),
        (Method.SAINTE_LAGUE, 1),
        (Method.ADAMS, 1),
        (Method.HUNTINGTON_HILL, 2),
    ],
)
def test_the_line_lies_between_what_is_won_and_what_is_lost(
    votes: dict[str, int], seats: int, method: Method, power: int
) -> None:
    explanation = explain(votes, seats, method=method)
    won = [claim for claim in last_won(explanation) if claim is not None]
    lost = [claim for claim in first_lost(explanation) if claim is not None]
    divisor = plain_divisor(explanation)
    assert explanation.line is not None
    assert divisor is not None
    assert max(lost) <= explanation.line <= min(won)
    assert max(lost) < divisor**power <= min(won)


def test_the_divisor_of_the_bundestag_of_2013_is_set_by_the_csu() -> None:
    explanation = explain(BUNDESTAG, 631, method=Method.SAINTE_LAGUE)
    claims = dict(zip(BUNDESTAG, last_won(explanation), strict=True))
    assert claims["CSU"] == Fraction(3243569 * 2, 111)
    assert min(claim for claim in claims.values() if claim is not None) == claims["CSU"]
    seats = explanation.apportionment.seats
    assert seats == {"CDU": 255, "SPD": 193, "LINKE": 64, "GRÜNE": 63, "CSU": 56}
    # Any number from 58,402.7 to 58,442.7 will do.
    assert plain_divisor(explanation) == 58440


@pytest.mark.parametrize(
    ("method", "divisor"),
    [
        # from 897.4 to 906.1, 956.2 to 957.2, 959.3 to 960.2, 1106.3 to 1132.6
        (Method.DHONDT, 900),
        (Method.SAINTE_LAGUE, 957),
        (Method.HUNTINGTON_HILL, 960),
        (Method.ADAMS, 1130),
        (Method.HARE_NIEMEYER, None),
    ],
)
def test_a_plain_divisor_is_the_roundest_that_gives_the_seats(
    method: Method, divisor: int | None
) -> None:
    assert plain_divisor(explain(VOTES, 26, method=method)) == divisor


def test_claims_that_a_limit_decides_do_not_bind_the_divisor() -> None:
    votes = {"A": 60, "B": 25, "C": 14, "D": 1}
    explanation = explain(votes, 10, method=Method.DHONDT, at_least=1, at_most=5)
    assert explanation.apportionment.seats == {"A": 5, "B": 3, "C": 1, "D": 1}
    # Above 14/2, which C lost, up to 25/3, which B won; A would have 60/8, D has one regardless.
    assert plain_divisor(explanation) == 8


def test_no_divisor_where_names_tie_or_votes_alone_decide() -> None:
    assert plain_divisor(explain({"A": 1, "B": 1}, 1, method=Method.DHONDT)) is None
    by_votes = explain({"A": 3, "B": 2, "C": 1}, 2, method=Method.ADAMS)
    assert by_votes.goes_by_votes
    assert by_votes.line == 2
    assert plain_divisor(by_votes) is None


def test_names_set_aside_are_told() -> None:
    votes = {"A": 17, "B": 1, "C": 1, "D": 1, "E": 0}
    explanation = explain(votes, 12, method=Method.HARE_NIEMEYER, at_least=2)
    assert explanation.set_aside == {"B": 2, "C": 2, "D": 2, "E": 2}
    assert explanation.sharing == {"A": 17}
    assert explanation.shared_out == 4
    assert list(quotas(explanation)) == [4, None, None, None, None]


def test_everybody_is_set_aside_where_the_minimum_uses_up_the_seats() -> None:
    explanation = explain(VOTES, 10, method=Method.DHONDT, at_least=2)
    assert explanation.line is None
    assert explanation.set_aside == dict.fromkeys(VOTES, 2)
    assert recompute(explanation) == explanation.apportionment.seats
    assert plain_divisor(explanation) is None
