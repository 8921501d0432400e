"""What holds for all seat rules: seats sum up or the tie is named, and traces compute again."""

from datetime import date

from hypothesis import given as for_all
from hypothesis import strategies as st

from koinon.rules.bound import Bound
from koinon.rules.period import Period
from koinon.rules.rule import AppliedRule
from koinon.rules.seats.body import seats_of_body
from koinon.rules.seats.composition import BodySeats
from koinon.rules.seats.forms import (
    Bracket,
    Brackets,
    EqualShares,
    Fixed,
    Method,
    Proportional,
    SeatForm,
    Size,
)
from koinon.rules.seats.vacancy import vacant
from koinon.rules.trace import RuleRef, given
from tests.rules.rulebook import assert_holds_together

START = Bound(date(2020, 1, 1))
DAY = date(2024, 1, 1)
NAMES = ("north", "south", "east", "west")
METHODS = st.sampled_from(Method)


def applied(rule: SeatForm) -> AppliedRule[SeatForm]:
    ref = RuleRef(
        network="n", kind="seats", form=rule.form, code=rule.code, valid_from="2020-01-01"
    )
    return AppliedRule(rule=rule, ref=ref, validity=Period(START))


def body_of(*rules: SeatForm, votes: dict[str, int] | None = None) -> BodySeats:
    figures = {name: given("seats.votes", count) for name, count in (votes or {}).items()}
    return seats_of_body(list(map(applied, rules)), {}, "council", DAY, figures=figures)


def proportional(seats: int, method: Method) -> Proportional:
    return Proportional(
        code="by-votes",
        valid_from=START,
        source="s",
        body="council",
        seats=seats,
        among=NAMES,
        by="votes",
        method=method,
    )


def equal(seats: int) -> EqualShares:
    return EqualShares(
        code="shares", valid_from=START, source="s", body="council", seats=seats, among=NAMES
    )


def fixed(seats: int, code: str = "fixed") -> Fixed:
    return Fixed(
        code=code, valid_from=START, source="s", body="council", seats=seats, per=NAMES[:2]
    )


def size(seats: int, *, at_most: bool) -> Size:
    return Size(
        code="size", valid_from=START, source="s", body="council", seats=seats, at_most=at_most
    )


def certain(body: BodySeats) -> int:
    """The seats that delegations have for certain, those of whoever ties included."""
    found = 0
    for row in body.delegations:
        tied = row.reason.params["certain"] if row.reason else 0
        found += tied if row.seats is None else row.seats
    return found


@for_all(st.integers(0, 40), METHODS, st.lists(st.integers(1, 9), min_size=4, max_size=4))
def test_seats_in_proportion_sum_up_or_the_tie_is_named(
    seats: int, method: Method, counts: list[int]
) -> None:
    body = body_of(proportional(seats, method), votes=dict(zip(NAMES, counts, strict=True)))
    tied = sum(tie.seats for tie in body.ties)
    assert certain(body) + tied == seats == body.total.value
    named = {name for tie in body.ties for name in tie.names}
    assert {row.delegation for row in body.delegations if row.seats is None} == named
    for row in body.delegations:
        assert_holds_together(row.trace)


@for_all(st.integers(0, 40))
def test_equal_shares_sum_up_or_the_rest_is_a_tie(seats: int) -> None:
    body = body_of(equal(seats))
    assert certain(body) + sum(tie.seats for tie in body.ties) == seats == body.total.value
    assert len({row.seats for row in body.delegations}) == 1
    assert bool(body.ties) == bool(seats % 4)


@for_all(st.integers(0, 9), st.integers(0, 9), st.integers(0, 40), st.booleans())
def test_sum_and_declared_size_never_part_in_silence(
    first: int, second: int, declared: int, at_most: bool
) -> None:
    body = body_of(fixed(first), fixed(second, "more"), size(declared, at_most=at_most))
    total = 2 * first + 2 * second
    assert body.total.value == total
    assert [row.seats for row in body.delegations] == [first + second] * 2
    assert body.differing == (total > declared)
    rest = declared - total if total < declared and not at_most else None
    assert (body.unassigned and body.unassigned.value) == rest
    assert bool(body.notes) == (body.differing or rest is not None)
    assert_holds_together(body.total.trace)


@for_all(st.integers(0, 200))
def test_a_larger_country_has_no_fewer_seats(population: int) -> None:
    rule = Brackets(
        code="scale",
        valid_from=START,
        source="s",
        body="council",
        by="country-population",
        per="country",
        brackets=(
            Bracket(seats=2, up_to=50),
            Bracket(seats=5, from_=51, up_to=100),
            Bracket(seats=8, from_=101),
        ),
    )
    countries = {
        "SMALL": given("seats.country-population", population),
        "LARGE": given("seats.country-population", population + 1),
    }
    rows = seats_of_body([applied(rule)], {}, "council", DAY, countries=countries).delegations
    small, large = (row.seats for row in rows)
    assert small is not None
    assert large is not None
    assert small <= large


@for_all(st.integers(0, 20), st.integers(0, 20))
def test_held_and_vacant_seats_make_up_all_seats(seats: int, held: int) -> None:
    row = body_of(fixed(seats)).delegations[0]
    vacancy = vacant(row, held)
    assert vacancy.differing == (held > seats)
    assert vacancy.vacant == (None if held > seats else seats - held)
