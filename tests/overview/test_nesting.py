"""What a network is a part of: one answer, on its own page and in the list of members there."""

from datetime import date

import pytest

from koinon.overview.members import members_of
from koinon.overview.nesting import nested_in
from koinon.register.models import Bond, BondKind, Organisation
from koinon.register.queries.statutes import statute_of
from koinon.rules.bound import Bound
from tests.loaded import demo

__all__ = ["demo"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("network", "way", "inside", "since"),
    [
        ("rgre-ds", "national-section", "cemr", "by 2015"),
        ("cemr", "section", "uclg", "by 2016"),
        ("eccar", "coalition", "iccar", "2004-12-10..2008-06-30"),
        ("german-cities-dialogue", "caucus", "eurocities", "by 2010"),
    ],
)
def test_the_register_says_since_when(network: str, way: str, inside: str, since: str) -> None:
    (found,) = nested_in(network, statute_of(network), TODAY)
    assert (found.way, found.inside.code, found.valid_from) == (way, inside, Bound.parse(since))


def test_the_page_and_the_list_of_members_say_the_same() -> None:
    bonds = Bond.objects.filter(kind=BondKind.SECTION).select_related("party", "counterpart")
    assert bonds
    for bond in bonds:
        outer = Organisation.objects.get(code=bond.counterpart.code)
        (row,) = (it for it in members_of(outer.pk, TODAY, ["de"]).rows if it.bond == bond.code)
        (found,) = nested_in(bond.party.code, statute_of(bond.party.code), TODAY)
        assert (found.valid_from, found.inside.code) == (row.since, outer.code)


def test_a_statute_stands_in_where_the_register_has_no_tie() -> None:
    (found,) = nested_in("regio-nrw", statute_of("regio-nrw"), TODAY)
    assert (found.way, found.inside.is_known) == ("programme", False)
    assert nested_in("regio-nrw", statute_of("regio-nrw"), date(2020, 1, 1)) == ()
    assert nested_in("uclg", statute_of("uclg"), TODAY) == ()
