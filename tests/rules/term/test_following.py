"""Who came next in a post."""

import pytest

from koinon.rules.bound import Bound
from koinon.rules.term.following import follows, next_after, next_of


def after(since: str, until: str, *others: str) -> str | None:
    end = Bound.parse(until) if until else None
    return next_after(Bound.parse(since), end, [(it, Bound.parse(it)) for it in others])


def test_the_first_who_began_after_the_end_came_next() -> None:
    assert after("2009", "2015", "2018-07-01", "2015-10-21..2018-06", "2006") == (
        "2015-10-21..2018-06"
    )
    assert after("2009", "2015", "2009-12-31") is None
    assert after("2009", "2015") is None
    assert after("2009", "", "2015") is None


def test_without_an_end_who_surely_began_later_came_next() -> None:
    days = [Bound.parse(it) for it in ("2018-07-01", "2015-10-21..2018-06", "2006")]
    assert next_of(Bound.parse("2009"), [(str(it), it) for it in days]) == str(days[1])
    assert next_of(Bound.parse("2009..2015"), [("", Bound.parse("2014"))]) is None
    assert next_of(Bound.parse("2009"), []) is None


@pytest.mark.parametrize(
    ("since", "until", "began", "expected"),
    [
        ("2009-01-01", "2015-01-01", "2015-01-01", True),
        ("2009-01-01", "2015-01-01", "2014-12-31", False),
        ("2012", "2010..2015", "2011-01-01", False),
        ("2012", "2010..2015", "2013-01-01", True),
        ("2009-01-01", None, "2020-01-01", False),
    ],
)
def test_a_successor_began_later_and_not_before_the_end(
    since: str, until: str | None, began: str, *, expected: bool
) -> None:
    end = Bound.parse(until) if until else None
    assert follows(Bound.parse(began), Bound.parse(since), end) is expected
