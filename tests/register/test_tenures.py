"""Who is in which post on a day, by which right, and until when."""

from datetime import date

import pytest

from koinon.register.actions import add_bodies, add_bonds, add_posts, state, withdraw_statements
from koinon.register.queries.tenures import tenures_of, tenures_on
from koinon.rules.bound import Bound
from koinon.rules.term.answer import TermState
from tests.register.rows import body_term, post, tenure, tenure_bond
from tests.register.town import OPERATOR, add_ties, add_town, statement

pytestmark = pytest.mark.django_db


def say(
    bond: str,
    start: str,
    end: str = "",
    *,
    number: int = 1,
    stated_on: str = "2020-01-01",
    source: str = "list",
) -> None:
    draft = statement(
        number,
        bond=bond,
        said_by="",
        source=source,
        grade="holder",
        valid_from=Bound.parse(start),
        valid_until=Bound.parse(end) if end else None,
        stated_on=date.fromisoformat(stated_on),
    )
    state(statements=[draft], by=OPERATOR)


@pytest.fixture(autouse=True)
def mayors() -> None:
    """Roters is mayor until 20 October 2015, Reker from the 22nd; his seat rests on his office."""
    add_town()
    add_ties()
    say("roters-mayor", "2009-10-21", "2015-10-21")
    say("reker-mayor", "2015-10-22")
    say("roters-seat", "2013")


def mayors_on(day: date) -> list[tuple[str, bool | None]]:
    found = tenures_on(tenures_of(organisation="koeln", post="mayor"), day)
    return [(it.tenure.code, it.holds) for it in found if it.holds is not False]


@pytest.mark.parametrize(
    ("day", "holders"),
    [
        (date(2009, 10, 20), []),
        (date(2009, 10, 21), [("roters-mayor", True)]),
        (date(2015, 10, 20), [("roters-mayor", True)]),
        (date(2015, 10, 21), []),
        (date(2015, 10, 22), [("reker-mayor", True)]),
        (date(2026, 11, 22), [("reker-mayor", True)]),
    ],
)
def test_who_holds_a_post_on_a_day(day: date, holders: list[tuple[str, bool | None]]) -> None:
    assert mayors_on(day) == holders


def seat_on(day: date) -> tuple[bool | None, str, str | None]:
    (found,) = tenures_on(tenures_of(organisation="uclg"), day)
    end = found.term.end.value
    return found.holds, str(found.term.state), None if end is None else str(end)


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2013, 6, 1), None),
        (date(2014, 1, 1), True),
        (date(2015, 10, 20), True),
        (date(2015, 10, 21), False),
        (date(2020, 1, 1), False),
    ],
)
def test_a_seat_ends_with_the_office_it_rests_on(day: date, holds: bool | None) -> None:
    assert seat_on(day)[0] is holds


def test_the_end_says_what_brought_it_about() -> None:
    (found,) = tenures_on(tenures_of(organisation="uclg"), date(2015, 10, 21))
    assert found.term.state is TermState.ENDED
    assert "rests-on" in found.term.ended_by
    assert found.began == Bound.parse("2013")


def test_a_length_counts_from_the_election_of_the_body() -> None:
    """The World Council's term is three years (UCLG's statute)."""
    add_bodies(
        terms=[
            body_term(body="world-council", began=Bound(date(2019, 11, 15))),
            body_term(body="world-council", began=Bound(date(2022, 10, 14))),
            body_term(body="world-council", began=Bound(date(2025, 12, 1))),
        ],
        by=OPERATOR,
    )
    add_posts(posts=[post(code="council-member", body="world-council", kind="seat")], by=OPERATOR)
    add_bonds(
        bonds=[tenure_bond("t")],
        tenures=[
            tenure(
                bond="t",
                post_organisation="uclg",
                post="council-member",
                person="reker",
                role="member",
            )
        ],
        by=OPERATOR,
    )
    say("t", "2023-06-01", stated_on="2023-12-31")
    (found,) = tenures_on(tenures_of(post="council-member"), date(2024, 1, 1))
    assert found.term.end.value == Bound(date(2025, 10, 14))


def test_a_source_that_knew_no_end_gives_way_to_a_later_one_that_does() -> None:
    say(
        "reker-mayor",
        "2015-10-22",
        "2025-11-01",
        number=2,
        source="network-page",
        stated_on="2025-12-31",
    )
    assert mayors_on(date(2025, 10, 31)) == [("reker-mayor", True)]
    assert mayors_on(date(2025, 11, 1)) == []
    withdraw_statements(statements=[("reker-mayor", 2)], by=OPERATOR)
    assert mayors_on(date(2025, 11, 1)) == [("reker-mayor", True)]


def test_what_was_known_of_tenures_before_anything_was_said() -> None:
    asked = tenures_of(party="koeln")
    assert tenures_on(asked, date(2015, 1, 1), known_on=date(2000, 1, 1)) == ()
    assert len(tenures_on(asked, date(2015, 1, 1))) == 2


@pytest.mark.parametrize("count", [1, 3])
def test_more_tenures_take_no_more_queries(count: int, django_assert_num_queries: object) -> None:
    codes = [f"deputy-{number}" for number in range(count)]
    add_bonds(
        bonds=[tenure_bond(code) for code in codes],
        tenures=[tenure(bond=code, rests_on="roters-mayor") for code in codes],
        by=OPERATOR,
    )
    for code in codes:
        say(code, "2010")
    tenures_on(tenures_of(party="koeln"), date(2015, 1, 1))
    with django_assert_num_queries(8):  # type: ignore[operator]
        found = tenures_on(tenures_of(party="koeln"), date(2015, 1, 1))
    assert len(found) == count + 2
