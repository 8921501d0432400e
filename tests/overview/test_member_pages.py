"""The members of a network a page at a time: all of them, once each, with few queries."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from koinon.overview.members import PAGE_SIZE, Counted, members_of
from koinon.register.actions import add_bonds, add_organisations, state
from koinon.register.drafts import BondDraft, OrganisationDraft, StatementDraft
from koinon.rules.bound import OPEN_BOUND, Bound
from tests.register.town import OPERATOR, add_town

pytestmark = pytest.mark.django_db

DAY = date(2020, 6, 1)
MANY = 2 * PAGE_SIZE + 5


@pytest.fixture(autouse=True)
def town() -> None:
    add_town()


def join(network: str, names: list[str], **said: object) -> None:
    """Let new cities say that they belong to a network."""
    organisations = [OrganisationDraft(code=name, kind="municipality") for name in names]
    add_organisations(organisations=organisations, by=OPERATOR)
    codes = {name: f"{name}-{network}" for name in names}
    add_bonds(
        bonds=[
            BondDraft(code=code, kind="membership", party=name, counterpart=network)
            for name, code in codes.items()
        ],
        by=OPERATOR,
    )
    values: dict[str, object] = {
        "number": 1,
        "source": "list",
        "grade": "member",
        "valid_from": Bound(date(2010, 1, 1)),
        "stated_on": date(2019, 1, 1),
    }
    state(
        statements=[
            StatementDraft(bond=code, **(values | said))  # type: ignore[arg-type]
            for code in codes.values()
        ],
        by=OPERATOR,
    )


def pages(network: str) -> list[list[str]]:
    found, after = [], ""
    while True:
        page = members_of(network, DAY, after=after)
        found.append([row.organisation.code for row in page.rows])
        after = page.after
        if not after:
            return found


def test_pages_list_every_member_once_in_the_order_of_codes() -> None:
    names = [f"city-{n:03}" for n in range(MANY)]
    join("uclg", names)
    join("eccar", ["elsewhere"])
    found = pages("uclg")
    assert [len(page) for page in found] == [PAGE_SIZE, PAGE_SIZE, 5]
    assert [name for page in found for name in page] == names
    assert members_of("uclg", DAY).counted == (Counted("membership", "", MANY),)


def test_who_left_or_denies_is_no_member_and_who_may_belong_is_not_counted() -> None:
    join("uclg", ["sure"])
    join("uclg", ["left"], valid_until=Bound(DAY))
    join("uclg", ["stays"], valid_until=OPEN_BOUND)
    join("uclg", ["denied"], grade=None)
    join("uclg", ["rough"], valid_from=Bound.parse("2020"))
    join("uclg", ["later"], valid_from=Bound(date(2020, 6, 2)))
    assert pages("uclg") == [["rough", "stays", "sure"]]
    assert members_of("uclg", DAY).counted == (Counted("membership", "", 2),)


def test_the_number_of_queries_does_not_grow() -> None:
    join("uclg", ["a"])
    join("eccar", [f"city-{n:03}" for n in range(MANY)])
    counts = []
    for network, after in (("uclg", ""), ("eccar", ""), ("eccar", "city-060")):
        with CaptureQueriesContext(connection) as queries:
            members_of(network, DAY, after=after)
        counts.append(len(queries))
    assert counts == [5, 5, 4]
