"""What the shipped documents answer: the facts of each network as its sources tell them."""

from datetime import date
from decimal import Decimal

import pytest

from koinon.rules.bound import Bound
from koinon.rules.charter.text import accepted_version
from koinon.rules.condition import Party
from koinon.rules.eligibility.calculation import grades_met
from koinon.rules.trace import given
from koinon.rules.window.forms import Round
from koinon.statutes.answers.dues import dues_of
from koinon.statutes.answers.fee import fee_of
from koinon.statutes.answers.procedure import procedure_of
from koinon.statutes.answers.seats import seats_of
from koinon.statutes.applied import applied
from koinon.statutes.inspection import check_library
from koinon.statutes.library import Library
from tests.networks import NETWORKS

LIBRARY = Library()
TODAY = date(2026, 11, 22)
COLOGNE = 1_087_863


def day(text: str) -> Bound:
    return Bound.parse(text)


def test_thirteen_documents_without_a_fault() -> None:
    found = check_library(LIBRARY)
    assert tuple(checked.code for checked in found) == NETWORKS
    assert [sentence for item in found if not item.is_good for sentence in item.sentences()] == []


def test_one_network_was_two_legal_persons_at_once() -> None:
    french, belgian = LIBRARY.statute("cemr").legal_person
    assert (french.form, belgian.form) == ("association (France)", "AISBL")
    assert french.valid_until == day("2014-03-28")
    assert belgian.valid_from == day("2013-09-16")


@pytest.mark.parametrize("network", NETWORKS)
def test_what_a_text_demands_is_owed_by_who_accepted_that_text(network: str) -> None:
    """A duty shown with a text, and reckoned for another act of belonging, is two answers."""
    statute = LIBRARY.statute(network)
    strands = {item.code: item.strand for item in statute.charter}
    apart = [
        duty.code
        for duty in statute.cycle
        for text in duty.charter
        if duty.strand and strands.get(text) and duty.strand != strands[text]
    ]
    assert apart == []


def test_networks_without_a_vote_of_members() -> None:
    without = {code for code in NETWORKS if not LIBRARY.statute(code).members_vote}
    assert without == {"covenant-of-mayors", "german-cities-dialogue", "iccar", "regio-nrw"}


def test_networks_lie_inside_networks() -> None:
    inside = {code: [n.inside for n in LIBRARY.statute(code).nesting] for code in NETWORKS}
    assert {code: outer for code, outer in inside.items() if outer} == {
        "cemr": ["uclg"],
        "rgre-ds": ["cemr"],
        "eccar": ["iccar"],
        "german-cities-dialogue": ["eurocities"],
        "regio-nrw": ["efre-nrw"],
    }


def test_two_acts_of_belonging_have_two_procedures() -> None:
    events = {"joining": day("2010-05-01")}
    assert procedure_of("eccar", events, TODAY, LIBRARY, strand="association").effective_on is None
    events = {"decision": day("2006-09-07")}
    found = procedure_of("eccar", events, TODAY, LIBRARY, strand="plan")
    assert (found.procedure, found.effective_on) == ("accession", day("2006-09-07"))


@pytest.mark.parametrize(
    ("population", "country", "grades"),
    [
        (COLOGNE, "DE", {"full"}),
        (250_000, "PL", {"full"}),
        (249_999, "DE", {"partner"}),
        (50_000, "DE", set()),
        (400_000, "CH", {"associate"}),
        (400_000, "JP", None),
    ],
)
def test_grades_follow_from_size_and_place(
    population: int, country: str, grades: set[str] | None
) -> None:
    statute = LIBRARY.statute("eurocities")
    party = Party(kind="municipality", population=population, places=frozenset({country}))
    found = grades_met(applied(statute, "eligibility"), party, TODAY, groups=dict(statute.groups))
    assert found == grades


def test_supporting_membership_comes_on_top() -> None:
    assert LIBRARY.statute("rgre-ds").grades["supporting"].on_top_of == ("ordinary",)


def test_each_coalition_sends_its_lead_city() -> None:
    found = seats_of("iccar", "steering-committee", TODAY, LIBRARY)
    assert found.total.seats == 7
    assert {row.seats for row in found.delegations} == {1}


def test_two_sources_differ_on_germany() -> None:
    countries = {"DE": given("population", 83_000_000), "FR": given("population", 68_000_000)}
    found = seats_of("cemr", "policy-committee", TODAY, LIBRARY, countries=countries)
    rows = {row.delegation: row for row in found.delegations}
    assert (rows["DE"].seats, rows["DE"].differing) == (8, True)
    assert [other.seats for other in rows["DE"].alternatives] == [16]
    assert (rows["FR"].seats, rows["FR"].differing) == (None, False)


@pytest.mark.parametrize(
    ("on", "state", "turn"),
    [
        ("2026-02-22", "waiting-for-silence", "network"),
        ("2026-02-23", "under-way", "network"),
    ],
)
def test_three_weeks_of_silence(on: str, state: str, turn: str) -> None:
    events = {"application": day("2026-01-20"), "circulation": day("2026-02-01")}
    found = procedure_of("rainbow-cities", events, date.fromisoformat(on), LIBRARY)
    assert (found.state, found.turn) == (state, turn)


@pytest.mark.parametrize("country", ["", "DE", "FR"])
def test_membership_counts_from_the_first_of_the_next_month(country: str) -> None:
    found = procedure_of(
        "mayors-for-peace", {"entry": day("2026-03-20")}, TODAY, LIBRARY, country=country
    )
    assert (found.state, found.effective_on) == ("effective", day("2026-04-01"))


@pytest.mark.parametrize(
    ("on", "population", "amount"),
    [
        ("2016-01-01", COLOGNE, "7941.40"),
        ("2018-12-31", 10_000, "220"),
        ("2021-01-01", COLOGNE, "8376.55"),
        ("2022-12-31", 10_000, "231"),
        ("2023-01-01", COLOGNE, "9246.84"),
        ("2026-11-22", 10_000, "250"),
        ("2026-11-22", 1_800_000, "15000"),
    ],
)
def test_the_climate_alliance_by_its_versions(on: str, population: int, amount: str) -> None:
    found = fee_of("climate-alliance", date.fromisoformat(on), LIBRARY, population=population)
    assert (found.amount, found.currency) == (Decimal(amount), "EUR")


@pytest.mark.parametrize(
    ("on", "reason"),
    [
        ("2015-12-31", "no-rule-on-day"),
        ("2019-01-01", "between-versions"),
        ("2020-12-31", "between-versions"),
    ],
)
def test_between_the_versions_nobody_knows(on: str, reason: str) -> None:
    found = fee_of("climate-alliance", date.fromisoformat(on), LIBRARY, population=COLOGNE)
    assert (found.amount, found.reason and found.reason.code) == (None, reason)


@pytest.mark.parametrize("on", ["2018-06-01", "2022-06-01", "2026-11-22"])
def test_a_discount_nobody_can_compute(on: str) -> None:
    asked = date.fromisoformat(on)
    romania = fee_of("climate-alliance", asked, LIBRARY, population=100_000, country="RO")
    assert (romania.amount, romania.reason and romania.reason.code) == (
        None,
        "fee.reason.share-undecided",
    )
    germany = fee_of("climate-alliance", asked, LIBRARY, population=100_000, country="DE")
    assert germany.amount is not None


def test_a_grade_of_its_own_goes_before_the_rate() -> None:
    found = fee_of("climate-alliance", TODAY, LIBRARY, population=100_000, grade="indigenous")
    assert (found.amount, found.binding, found.alternatives) == (Decimal("0.00"), False, ())


def test_a_requested_fee_binds_nobody() -> None:
    found = fee_of("mayors-for-peace", TODAY, LIBRARY, population=COLOGNE, country="DE")
    assert (found.amount, found.currency, found.binding) == (Decimal(2000), "JPY", False)
    assert [(other.amount, other.currency) for other in found.alternatives] == [
        (Decimal("20.00"), "EUR"),
        (Decimal("0.00"), "EUR"),
    ]
    inside = fee_of("mayors-for-peace", date(2015, 6, 1), LIBRARY, population=COLOGNE)
    assert (inside.amount, inside.binding) == (None, None)


def test_the_covenant_is_free() -> None:
    found = fee_of("covenant-of-mayors", TODAY, LIBRARY, population=COLOGNE)
    assert (found.amount, found.binding) == (Decimal("0.00"), False)


@pytest.mark.parametrize(
    ("signed_on", "text"),
    [
        ("2008-09-25", "2008"),
        ("2015-10-14", "2008"),
        ("2015-10-15", "2015"),
        ("2021-04-20", "2015"),
        ("2021-04-21", "2021"),
    ],
)
def test_the_text_that_was_signed_decides(signed_on: str, text: str) -> None:
    rules = applied(LIBRARY.statute("covenant-of-mayors"), "charter")
    assert accepted_version(rules, day(signed_on), TODAY).value == text


def test_the_plan_has_ten_points() -> None:
    (plan,) = LIBRARY.statute("eccar").charter
    assert [point.code for point in plan.points] == [str(number) for number in range(1, 11)]
    assert [len(point.actions) for point in plan.points] == [0, 3, 0, 0, 0, 0, 0, 0, 0, 0]


def test_monitoring_runs_from_submission() -> None:
    events = {"signature": day("2008-09-25"), "submission": day("2012-06-13")}
    found = dues_of(
        "covenant-of-mayors", events, date(2013, 1, 1), LIBRARY, until=date(2016, 12, 31)
    )
    assert [(due.key, due.due_on, due.state) for due in found.items] == [
        ("plan-2008/signature-1/1", day("2009-09-25"), "done"),
        ("monitoring-report/submission-1/1", day("2014-06-13"), "open"),
        ("inventory/submission-1/1", day("2016-06-13"), "open"),
        ("monitoring-report/submission-1/2", day("2016-06-13"), "open"),
    ]


def test_nothing_is_owed_to_the_climate_alliance() -> None:
    found = dues_of("climate-alliance", {}, TODAY, LIBRARY, until=TODAY)
    assert [(none.ref.code, none.disputed_by) for none in found.nothing_owed] == [
        ("no-report", ("proof-every-five-years",))
    ]


def test_a_recommendation_is_no_grant() -> None:
    events = {"sketch": day("2023-01-20"), "rating": day("2023-05-10")}
    found = procedure_of("regio-nrw", events, TODAY, LIBRARY, of="funding")
    assert (found.state, found.turn, found.next_step) == ("under-way", "party", "application")
    assert found.effective_on is None


def test_money_is_kept_apart_by_source() -> None:
    rounds = {
        rule.code: rule for rule in LIBRARY.statute("regio-nrw").window if isinstance(rule, Round)
    }
    assert [(money.source, money.amount, money.at_least) for money in rounds["call-2"].money] == [
        ("erdf", Decimal(50_000_000), False),
        ("state-nrw", Decimal(20_000_000), True),
    ]
    assert rounds["call-2-cologne"].disputes == "call-2"
