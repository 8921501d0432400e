"""What the first page of the demonstration shows, computed from the register."""

from datetime import date
from decimal import Decimal

import pytest

from koinon.overview.home import Leaving, SeatLeft, showcase_on
from koinon.rules.bound import Bound
from tests.loaded import demo

__all__ = ["demo"]

pytestmark = [pytest.mark.django_db]

TODAY = date(2026, 11, 22)


def followed(seat: SeatLeft) -> tuple[str, str, str]:
    after = seat.next
    assert after is not None
    assert after.person is not None
    return seat.tenure.post, after.person.name, after.party.code


@pytest.mark.usefixtures("demo")
def test_it_shows_the_city_with_the_most_ties() -> None:
    shown = showcase_on(TODAY)
    assert shown is not None
    assert shown.city.code == "koeln"
    assert shown.secretariat is not None
    assert shown.secretariat.code == "rainbow-cities"
    assert shown.fee is not None
    assert (shown.fee.network.code, shown.fee.amount) == ("climate-alliance", Decimal("9221.06"))
    assert shown.difference is not None
    assert shown.difference.about.code == "rainbow-cities"
    assert shown.spread is not None
    assert shown.spread.network.code == "eccar"
    assert shown.spread.totals.spots.is_drawn


@pytest.mark.usefixtures("demo")
def test_it_shows_the_seats_that_ended_with_an_office() -> None:
    shown = showcase_on(TODAY)
    assert shown is not None
    leaving = shown.leaving
    assert isinstance(leaving, Leaving)
    assert leaving.office.person is not None
    assert leaving.office.person.name == "Jürgen Roters"
    assert leaving.last_day == Bound(date(2015, 10, 20))
    assert sorted(map(followed, leaving.seats)) == [
        ("executive-bureau-member", "Dr. Albrecht Schröter", "jena"),
        ("world-council-member", "Dr. Albrecht Schröter", "jena"),
    ]
    assert len(leaving.drawn) == 5
    assert len(leaving.sources) == len(set(leaving.sources)) > 1


@pytest.mark.usefixtures("demo")
def test_before_anybody_left_nobody_is_shown_as_leaving() -> None:
    shown = showcase_on(date(2015, 6, 1))
    assert shown is not None
    assert shown.leaving is None
