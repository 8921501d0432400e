"""A person in office: what rests on what, what ended with an office, and who followed."""

from datetime import date

import pytest
from msgspec.structs import replace

from koinon.overview.following import next_in
from koinon.overview.person import PersonPage, person_on
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
            [other.tenure.bond for other in it.with_it],
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


def test_who_followed_in_each_seat_that_ended_with_the_office_is_named() -> None:
    (left,) = person("juergen-roters").freed
    assert [it.followed_by and it.followed_by.bond for it in left.with_it] == [
        "uclg-executive-bureau-schroeter",
        "uclg-world-council-schroeter",
    ]


def test_of_many_who_came_after_only_one_for_the_same_party_or_sender_is_named() -> None:
    seat = person("juergen-roters").others[0]
    later = replace(seat, bond="a", since=Bound.parse("2016"), until=None)
    other = replace(later, bond="b", party=replace(seat.party, code="elsewhere"))
    stranger = replace(other, bond="c", since=Bound.parse("2017"))
    assert next_in(seat, [stranger, other]) is None
    assert next_in(seat, [stranger]) == stranger
    assert next_in(seat, [stranger, other, replace(later, since=Bound.parse("2018"))]) is not None
    assert next_in(seat, [replace(stranger, post="another")]) is None
