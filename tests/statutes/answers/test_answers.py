"""What the command line answers without a database, from the documents that are shipped."""

from datetime import date
from decimal import Decimal

import pytest

from koinon.rules.bad_input import BadInput
from koinon.rules.bound import Bound
from koinon.rules.trace import recompute
from koinon.statutes.answers.asked import NoSuchCode
from koinon.statutes.answers.dues import dues_of
from koinon.statutes.answers.fee import fee_of
from koinon.statutes.answers.procedure import procedure_of
from koinon.statutes.answers.quota import quota_of
from koinon.statutes.answers.seats import member_seats_of, seats_of
from koinon.statutes.library import Library, NoSuchNetwork

LIBRARY = Library()
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("network", "population", "amount"),
    [
        ("rainbow-cities", 300_000, "1000"),
        ("rainbow-cities", 300_001, "2000"),
        ("rainbow-cities", 750_000, "2000"),
        ("rainbow-cities", 1_087_863, "3200"),
        ("eccar", 1_087_863, "1500"),
        ("climate-alliance", 1_087_863, "9246.84"),
        ("climate-alliance", 1_000, "250"),
        ("climate-alliance", 3_000_000, "15000"),
    ],
)
def test_fees_in_euros(network: str, population: int, amount: str) -> None:
    found = fee_of(network, TODAY, LIBRARY, population=population, country="DE")
    assert (found.network, found.amount, found.currency) == (network, Decimal(amount), "EUR")
    assert (found.period, found.binding, found.reason) == ("year", True, None)
    assert recompute(found.trace) == found.amount


def test_a_fee_nobody_knows_has_its_reason() -> None:
    found = fee_of("eccar", TODAY, LIBRARY, population=300_000)
    assert found.amount is None
    assert found.reason is not None


def test_a_country_is_written_in_capitals_or_not() -> None:
    small = fee_of("climate-alliance", TODAY, LIBRARY, population=100_000, country="de")
    assert small == fee_of("climate-alliance", TODAY, LIBRARY, population=100_000, country="DE")


def test_a_quota_that_cannot_be_met() -> None:
    found = quota_of("cemr", "policy-committee", TODAY, LIBRARY, seats=3)
    assert (found.feasible, found.least) == (False, 2)
    assert found.reason is not None


@pytest.mark.parametrize(
    ("population", "seats"), [(1_087_863, 8), (188_000, 4), (43_000, 3), (30_000, 2)]
)
def test_delegates_of_the_german_section(population: int, seats: int) -> None:
    found = member_seats_of(
        "rgre-ds", "delegates-assembly", TODAY, LIBRARY, population=population, kind="municipality"
    )
    assert (found.seats, found.reason) == (seats, None)
    assert recompute(found.trace) == seats


def test_the_main_committee_is_one_larger_than_it_may_be() -> None:
    found = seats_of("rgre-ds", "main-committee", TODAY, LIBRARY)
    assert found.declared is not None
    assert found.persons is not None
    assert (found.declared.seats, found.total.seats, found.persons.seats) == (37, 38, 37)
    assert {row.held for row in found.delegations} == {None}


def test_vacant_seats_follow_from_those_held() -> None:
    held = {"mewa": 34}
    found = seats_of("uclg", "world-council", date(2020, 6, 1), LIBRARY, held=held)
    (mewa,) = [row for row in found.delegations if row.delegation == "mewa"]
    assert (mewa.seats, mewa.held, mewa.vacant, mewa.differing) == (35, 34, 1, False)


def test_a_procedure_takes_effect_on_the_first_payment() -> None:
    events = {"form": Bound.parse("2018-01-01"), "payment": Bound.parse("2018-03-04")}
    found = procedure_of("uclg", events, TODAY, LIBRARY)
    paid = Bound.parse("2018-03-04")
    assert (found.state, found.turn, found.since, found.effective_on) == (
        "effective",
        None,
        paid,
        paid,
    )
    assert recompute(found.trace) == paid


def test_the_equality_plan_is_due_two_years_after_signing() -> None:
    events = {"signature": Bound.parse("2016-06-01")}
    (due,) = dues_of("cemr", events, TODAY, LIBRARY, until=TODAY).items
    assert (due.key, due.network, due.due_on, due.state) == (
        "equality-plan/signature-1/1",
        "cemr",
        Bound.parse("2018-06-01"),
        "late",
    )
    assert recompute(due.trace) == due.due_on


def test_what_is_due_is_listed_some_years_ahead() -> None:
    events = {"signature": Bound.parse("2026-06-01")}
    (due,) = dues_of("cemr", events, TODAY, LIBRARY).items
    assert (due.due_on, due.state) == (Bound.parse("2028-06-01"), "open")


@pytest.mark.parametrize("code", ["meeting", "annual-meeting"])
def test_a_meeting_may_be_told_by_its_body(code: str) -> None:
    events = {"accession": Bound.parse("2017-05-17"), code: Bound.parse("2018-10-01")}
    found = dues_of("rainbow-cities", events, TODAY, LIBRARY).items
    days = [due.due_on for due in found if due.what["en"] == "attendance at the annual meeting"]
    assert days == [Bound.parse("2018-10-01")]


def test_what_nobody_knows_is_told() -> None:
    with pytest.raises(NoSuchNetwork):
        fee_of("nowhere", TODAY, LIBRARY, population=1)
    with pytest.raises(NoSuchCode, match="“ZZ” is no country"):
        fee_of("uclg", TODAY, LIBRARY, population=1, country="ZZ")
    with pytest.raises(NoSuchCode, match="knows no kind of member “fll”; “full” may be meant"):
        fee_of("eurocities", TODAY, LIBRARY, population=1, grade="fll")
    with pytest.raises(NoSuchCode, match="“policy-committee” may be meant"):
        quota_of("cemr", "policy-commitee", TODAY, LIBRARY, seats=3)
    with pytest.raises(NoSuchCode, match=r"knows no body “zzz”; known are: .*policy-committee"):
        quota_of("cemr", "zzz", TODAY, LIBRARY, seats=3)
    with pytest.raises(NoSuchCode, match="waits for the event “signatur”"):
        dues_of("cemr", {"signatur": Bound.parse("2016")}, TODAY, LIBRARY)
    with pytest.raises(BadInput, match="is no step"):
        procedure_of("uclg", {"paymnt": Bound.parse("2016")}, TODAY, LIBRARY)
    with pytest.raises(BadInput):
        fee_of("rainbow-cities", TODAY, LIBRARY, population=-5)
