"""A person in office: what rests on what, what ended with an office, and who followed."""

from datetime import date

import pytest
from msgspec.structs import replace

from koinon.overview.person import PersonPage, follows, person_on
from koinon.rules.bound import Bound
from tests.loaded import demo

__all__ = ["demo"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
TODAY = date(2026, 11, 22)


def person(code: str, day: date = TODAY) -> PersonPage:
    found = person_on(code, day)
    assert found is not None
    return found


def freed(page: PersonPage) -> list[tuple[str, list[str], str, int | None]]:
    return [
        (
            it.tenure.bond,
            [other.bond for other in it.with_it],
            it.followed_by.bond if it.followed_by else "",
            it.vacant,
        )
        for it in page.freed
    ]


def test_seats_rest_on_the_office_and_end_with_it() -> None:
    page = person("juergen-roters")
    assert [(it.tenure.bond, it.depth) for it in page.chains] == [
        ("koeln-ob-roters", 0),
        ("uclg-world-council-roters", 1),
        ("uclg-executive-bureau-roters", 1),
    ]
    seats = ["uclg-executive-bureau-roters", "uclg-world-council-roters"]
    assert freed(page) == [("koeln-ob-roters", seats, "koeln-ob-reker", 1)]


def test_nothing_is_free_while_the_office_is_held() -> None:
    page = person("juergen-roters", date(2014, 6, 1))
    assert (len(page.current), page.freed) == (3, ())
    assert [it.depth for it in page.chains] == [0, 1, 1]


def test_who_followed_on_the_next_day_left_no_day_vacant() -> None:
    assert freed(person("henriette-reker")) == [("koeln-ob-reker", [], "koeln-ob-burmester", 0)]


def test_a_successor_on_a_rough_day_tells_no_days() -> None:
    ended = freed(person("jorritsma-cemr"))
    assert [(bond, follower, days) for bond, _, follower, days in ended] == [
        ("cemr-president-jorritsma", "cemr-president-de-la-serna", None)
    ]


def test_an_office_alone_is_no_chain() -> None:
    assert person("henriette-reker").chains == ()
    assert person_on("nobody", TODAY) is None


@pytest.mark.parametrize(
    ("since", "until", "after", "expected"),
    [
        ("2009-01-01", "2015-01-01", "2015-01-01", True),
        ("2009-01-01", "2015-01-01", "2014-12-31", False),
        ("2012", "2010..2015", "2011-01-01", False),
        ("2012", "2010..2015", "2013-01-01", True),
        ("2009-01-01", None, "2020-01-01", False),
    ],
)
def test_a_successor_began_later_and_not_before_the_end(
    since: str, until: str | None, after: str, *, expected: bool
) -> None:
    seat = person("juergen-roters").others[0]
    end = Bound.parse(until) if until else None
    item = replace(seat, since=Bound.parse(since), until=end)
    other = replace(seat, since=Bound.parse(after), until=None)
    assert follows(other, item) is expected
    assert not follows(replace(other, post="another"), item)
