"""Since when something holds: the most exact word of those that agree, all of those that differ."""

import pickle

import pytest

from koinon.rules.beginning import Disputed, beginning, each_told
from koinon.rules.bound import Bound


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (["2015-05-17"], ["2015-05-17"]),
        (["2015", "2015-05-17", "by 2020"], ["2015-05-17"]),
        (["2015-05-17", "2011..2012", "2015-05-17"], ["2011..2012", "2015-05-17"]),
        (["2015-05-17", "2012", "2011..2015"], ["2012", "2015-05-17"]),
        (["by 2010", "2015-05-17"], ["by 2010", "2015-05-17"]),
        (["2015-05-18", "2015-05-17", "after 2015-05-17"], ["2015-05-17", "2015-05-18"]),
    ],
)
def test_the_beginnings_that_stand_beside_each_other(told: list[str], expected: list[str]) -> None:
    found = beginning(map(Bound.parse, told))
    assert found is not None
    assert [str(it) for it in each_told(found)] == expected
    assert isinstance(found, Disputed) is (len(expected) > 1)


def test_a_dispute_spans_all_that_is_told_and_survives_a_cache() -> None:
    found = Disputed([Bound.parse("2015-05-17"), Bound.parse("2011..2012")])
    assert str(found) == "2011..2015-05-17"
    assert not found.is_exact
    again = pickle.loads(pickle.dumps(found))  # noqa: S301 - our own
    assert (again, again.told) == (found, found.told)


def test_nothing_told_is_no_beginning() -> None:
    assert beginning([]) is None
