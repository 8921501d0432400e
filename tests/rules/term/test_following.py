"""Who came next in a post."""

from koinon.rules.bound import Bound
from koinon.rules.term.following import next_of


def after(left: str, *others: str) -> str | None:
    return next_of(Bound.parse(left), [(it, Bound.parse(it)) for it in others])


def test_the_first_who_surely_began_later_came_next() -> None:
    assert after("2009", "2018-07-01", "2015-10-21..2018-06", "2006") == "2015-10-21..2018-06"
    assert after("2009", "2009-12-31") is None
    assert after("2009..2015", "2014") is None
    assert after("2009") is None
