"""Ties that have ended, as they stand today and as they were known on a day."""

from datetime import date

import pytest
from django.utils import timezone

from koinon.overview.former_ties import former_ties_of
from koinon.rules.bound import Bound
from tests.loaded import demo

__all__ = ["demo"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

DAY = date(2026, 11, 22)


def test_a_tie_that_ended_is_given_with_its_rough_days() -> None:
    (tie,) = former_ties_of("koeln", DAY)
    assert (tie.counterpart.code, tie.group) == ("regio-nrw", "programme")
    assert tie.since == Bound.parse("by 2020")
    assert tie.last_day is not None
    assert tie.last_day.latest == date(2020, 12, 31)
    assert [it.source.code for it in tie.said if it.source] == ["koeln-page"]


def test_what_was_known_decides_where_a_day_of_knowing_is_named() -> None:
    today = timezone.localdate()
    assert former_ties_of("koeln", DAY, known_on=today) == former_ties_of("koeln", DAY)
    assert former_ties_of("koeln", DAY, known_on=date(2020, 1, 1)) == ()
