"""Where members lie: by name while they are few, counted by cell when they are many."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from koinon.gazetteer.actions import add_places
from koinon.gazetteer.drafts import PlaceDraft
from koinon.overview.member_filter import CountryCount, MemberFilter, countries_of
from koinon.overview.member_map import MOST_MISSING, MOST_NAMED, Spot, spots_of
from koinon.overview.members import members_of
from koinon.register.actions import add_bonds, add_organisations, state
from koinon.register.drafts import BondDraft, OrganisationDraft
from koinon.register.models import Organisation
from tests.register.town import OPERATOR, add_town, statement

pytestmark = pytest.mark.django_db

DAY = date(2020, 6, 1)


@pytest.fixture(autouse=True)
def town() -> None:
    add_town()


def uclg() -> int:
    return Organisation.objects.get(code="uclg").pk


def settle(number: int, *, located: bool = True) -> None:
    """Let so many new towns belong to a network, each a tenth of a degree east of the last."""
    names = [f"town-{n:03}" for n in range(number)]
    places = [
        PlaceDraft(
            code=name,
            kind="municipality",
            country="NL",
            latitude=Decimal("52.1") if located else None,
            longitude=Decimal(50 + n) / 10 if located else None,
        )
        for n, name in enumerate(names)
    ]
    add_places(places=places, by=OPERATOR)
    towns = [OrganisationDraft(code=it, kind="municipality", place=it) for it in names]
    add_organisations(organisations=towns, by=OPERATOR)
    bonds = [
        BondDraft(code=f"{it}-uclg", kind="membership", party=it, counterpart="uclg")
        for it in names
    ]
    add_bonds(bonds=bonds, by=OPERATOR)
    said = [statement(bond=it.code, said_by="", source="list") for it in bonds]
    state(statements=said, by=OPERATOR)


def test_few_members_are_told_by_name_and_place() -> None:
    settle(2)
    found = spots_of("uclg", DAY)
    assert [(it.latitude, it.longitude, it.number) for it in found.spots] == [
        (52.1, 5.0, 1),
        (52.1, 5.1, 1),
    ]
    assert [it.organisation.code for it in found.spots if it.organisation] == [
        "town-000",
        "town-001",
    ]
    assert found.is_drawn


def test_many_members_are_counted_by_cell() -> None:
    settle(MOST_NAMED + 1)
    found = spots_of("uclg", DAY)
    assert found.number == MOST_NAMED + 1
    assert found.spots[0] == Spot(latitude=52.1, longitude=5.2, number=5)
    assert len(found.spots) == 25


@pytest.mark.parametrize("number", [1, MOST_NAMED + 1])
def test_any_number_of_members_takes_five_queries(number: int) -> None:
    settle(number)
    with CaptureQueriesContext(connection) as asked:
        spots_of("uclg", DAY)
    assert len(asked) == 5


def test_who_lies_nowhere_on_record_is_named() -> None:
    settle(1, located=False)
    found = spots_of("uclg", DAY)
    assert found.spots == ()
    assert [it.code for it in found.unplaced] == ["town-000"]
    assert not found.is_drawn


def test_of_many_without_a_place_some_are_named_and_all_are_counted() -> None:
    settle(MOST_MISSING + 3, located=False)
    found = spots_of("uclg", DAY)
    assert len(found.unplaced) == MOST_MISSING
    assert found.more_unplaced == 3


def test_a_member_with_two_ties_is_one_dot_and_counts_once() -> None:
    settle(1)
    bond = BondDraft(code="again", kind="signature", party="town-000", counterpart="uclg")
    add_bonds(bonds=[bond], by=OPERATOR)
    state(statements=[statement(bond="again", said_by="", source="list")], by=OPERATOR)
    assert spots_of("uclg", DAY).number == 1
    assert countries_of("uclg", DAY) == (CountryCount("NL", 1),)
    assert len(members_of(uclg(), DAY, ("", "en")).rows) == 2


def test_countries_lead_to_their_members() -> None:
    settle(3)
    for code in ("koeln", "bonn"):
        bond = BondDraft(code=f"{code}-uclg", kind="membership", party=code, counterpart="uclg")
        add_bonds(bonds=[bond], by=OPERATOR)
        state(statements=[statement(bond=bond.code, said_by="", source="list")], by=OPERATOR)
    assert countries_of("uclg", DAY) == (
        CountryCount("NL", 3),
        CountryCount("", 1),
        CountryCount("DE", 1),
    )
    for count in countries_of("uclg", DAY):
        asked = MemberFilter(country=count.country)
        found = members_of(uclg(), DAY, ("", "en"), asked=asked)
        assert len(found.rows) == (count.number if count.country else 5)


def test_a_name_in_part_finds_its_member() -> None:
    settle(2)
    bond = BondDraft(code="koeln-uclg", kind="membership", party="koeln", counterpart="uclg")
    add_bonds(bonds=[bond], by=OPERATOR)
    state(statements=[statement(bond=bond.code, said_by="", source="list")], by=OPERATOR)
    found = members_of(uclg(), DAY, ("", "en"), asked=MemberFilter(name="stadt k"))
    assert [row.code for row in found.rows] == ["koeln"]


def test_before_anybody_belonged_there_is_nothing_to_draw() -> None:
    settle(2)
    found = spots_of("uclg", date(1990, 1, 1))
    assert (found.spots, found.unplaced) == ((), ())
    assert countries_of("uclg", date(1990, 1, 1)) == ()
