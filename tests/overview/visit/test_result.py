"""What follows for a visitor's city: fees, dates and seats by register, rules and answers."""

from datetime import date
from decimal import Decimal

import pytest

from koinon.overview.visit.answers import Added, Head, Mark, Part, Visit
from koinon.overview.visit.networks import names_known
from koinon.overview.visit.recognition import recognised
from koinon.overview.visit.result import Result, result_of
from koinon.rules.beginning import Disputed
from tests.loaded import demo

__all__ = ["demo"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

TODAY = date(2026, 11, 22)


def result(visit: Visit, day: date = TODAY) -> Result:
    found = result_of(visit, day)
    assert found is not None
    return found


def typed(*networks: str, **said: object) -> Visit:
    added = tuple(Added(code, code) for code in networks)
    return Visit(name="Musterstadt", country="DE", added=added, **said)  # type: ignore[arg-type]


def fees(found: Result) -> dict[str, Decimal | None]:
    return {fee.network.code: fee.amount for fee in found.fees}


def test_the_fee_of_a_typed_city_follows_from_its_population_alone() -> None:
    networks = ("rainbow-cities", "climate-alliance")
    assert fees(result(typed(*networks, population=300_000))) == {
        "rainbow-cities": Decimal("1000.00"),
        "climate-alliance": Decimal("2550.00"),
    }
    assert fees(result(typed(*networks, population=300_001)))["rainbow-cities"] == Decimal(
        "2000.00"
    )
    unknown = result(typed(*networks))
    assert set(fees(unknown).values()) == {None}
    assert all(fee.reason is not None for fee in unknown.fees)
    assert unknown.totals == ()


def test_a_network_without_rules_says_so() -> None:
    found = result(Visit(name="Musterstadt", added=(Added("Hansebund"),)))
    assert [(fee.network.names, fee.amount) for fee in found.fees] == [({"mul": "Hansebund"}, None)]
    assert found.without_rules == found.fees
    assert [fee.reason.code for fee in found.fees if fee.reason] == ["start.fee.no-statute"]


def test_fees_that_are_known_come_first() -> None:
    networks = ("eurocities", "rainbow-cities", "esn", "climate-alliance")
    amounts = [fee.amount for fee in result(typed(*networks, population=300_000)).fees]
    assert amounts == [Decimal("1000.00"), Decimal("2550.00"), None, None]


def test_belonging_alone_makes_no_duty_that_counts_from_a_signature() -> None:
    found = result(typed("cemr", "covenant-of-mayors", "mayors-for-peace"))
    assert found.next_dates == ()
    assert [(it.network, str(it.due_on)) for it in found.invitations] == [
        ("mayors-for-peace", "2027-07-08")
    ]
    assert found.undated == ()
    duties = {
        it.network.code: [(way.option.code, sorted(way.duties)) for way in it.chances]
        for it in found.open_choices
        if it.duties_differ
    }
    assert duties["cemr"] == [("strand-equality-charter", ["equality-plan"])]
    assert duties["covenant-of-mayors"] == [
        ("text-2008", ["inventory", "monitoring-report", "plan-2008"]),
        ("text-2015", ["inventory", "monitoring-report", "plan"]),
        ("text-2021", ["inventory", "monitoring-report", "plan"]),
        ("text-mayors-adapt", ["adaptation-strategy"]),
        ("strand-support", []),
    ]


def test_what_a_fee_hangs_on_is_told_with_each_fee_it_may_be() -> None:
    found = result(typed("eccar", "climate-alliance", population=21_500))
    (eccar,) = found.open_choices
    assert [it.amount for it in found.totals] == [Decimal("250.00")], "an open fee is not counted"
    assert eccar.fees_differ
    assert [(it.option.code, it.fee.amount if it.fee else 0) for it in eccar.chances] == [
        ("strand-plan", None),
        ("strand-association", Decimal("500.00")),
    ]


def test_what_was_chosen_decides_on_fees_and_dates() -> None:
    parts = {
        "eccar": Part("strand-plan"),
        "cemr": Part("strand-equality-charter", "2025-11"),
        "covenant-of-mayors": Part("nothing-of-that-name", "2016"),
    }
    found = result(typed(*parts, population=21_500, parts=parts))
    assert fees(found)["eccar"] is None
    assert [(it.network, str(it.due_on)) for it in found.next_dates] == [("cemr", "2027-11")]
    assert [it.network.code for it in found.open_choices] == ["covenant-of-mayors"]
    assert found.not_open == (), "the charter is open to every city"


def test_what_another_city_laid_down_for_itself_is_not_asked() -> None:
    found = result(typed("climate-alliance"))
    assert all("ratekau" not in str(item.trace).lower() for item in (*found.dates, *found.undated))


def test_a_city_is_told_where_it_cannot_be_a_member_itself_and_which_way_leads_there() -> None:
    found = result(typed("cemr", "eurocities"))
    (cemr,) = found.not_open
    assert (cemr.network.code, cemr.lacking) == ("cemr", ())
    assert [it["en"] for it in cemr.through] == [
        "Council of European Municipalities and Regions, German Section"
    ]


def test_a_city_that_is_too_small_is_told_how_many_must_live_there() -> None:
    (small,) = result(typed("eurocities", population=21_500)).not_open
    lacking = [(it.grade["en"], [need.params for need in it.needed]) for it in small.lacking]
    assert lacking == [
        ("full member", [{"lower": 250_000, "upper": None}]),
        ("partner", [{"lower": 50_001, "upper": 249_999}]),
    ]
    assert all(it.trace.value is False for it in small.lacking)
    assert result(typed("eurocities", population=50_001)).not_open == ()


def test_seats_that_a_city_cannot_have_are_not_listed() -> None:
    networks = ("eurocities", "cemr", "covenant-of-mayors")
    for people, seats in (
        (21_500, ["covenant-of-mayors"]),
        (60_000, ["eurocities", "covenant-of-mayors"]),
    ):
        found = result(typed(*networks, population=people))
        assert [it.network.code for it in found.by_rule] == seats
    parts = {"cemr": Part("strand-equality-charter")}
    assert result(typed("cemr", parts=parts)).by_rule == ()


@pytest.mark.parametrize(
    ("name", "since", "differs"),
    [
        ("Dr. Thomas Nitzsche", "2018-07", False),
        ("Nitzsche", "", False),
        ("Dr. Thomas Nitzsche", "2017", True),
        ("Maria Muster", "2018-07", True),
    ],
)
def test_only_what_contradicts_a_source_is_a_difference(
    name: str, since: str, differs: bool
) -> None:
    visit = Visit(city="jena", head=Head(Mark.NO, name, since), added=(Added("ICLEI"),))
    assert bool(result(visit).differing) is differs


def test_a_tie_that_the_visitor_denies_costs_nothing_and_asks_nothing() -> None:
    everything = result(Visit(city="koeln"))
    without = result(Visit(city="koeln", marks={"koeln-rainbow-cities": Mark.NO}))
    assert fees(everything)["rainbow-cities"] == Decimal(3200)
    assert "rainbow-cities" not in fees(without)
    assert "rainbow-cities" in {item.network for item in everything.dates}
    assert "rainbow-cities" not in {item.network for item in (*without.dates, *without.undated)}
    assert [item.about for item in without.differing] == [{"mul": "Rainbow Cities Network"}]
    assert without.differing[0].sources


def test_a_network_that_sources_already_report_is_not_added_again() -> None:
    found = result(Visit(city="koeln", added=(Added("RCN", "rainbow-cities"),)))
    codes = [item.tie.counterpart.code for item in found.belongings]
    assert codes.count("rainbow-cities") == 1
    assert [it.yours.code for it in found.differing] == ["start.mark.unsure"], "of the sources"


@pytest.mark.parametrize("mark", Mark)
def test_sources_that_differ_about_a_beginning_are_named_whatever_is_answered(mark: Mark) -> None:
    (item,) = result(Visit(city="koeln", marks={"koeln-rainbow-cities": mark})).differing
    assert item.about == {"mul": "Rainbow Cities Network"}
    since = item.theirs.params["since"]
    assert isinstance(since, Disputed)
    assert [str(it) for it in since.told] == ["2011..2012", "2015-05-17"]
    assert {it.code for it in item.sources} == {
        "rainbow-about",
        "koeln-rat-rainbow",
        "report-k-rainbow",
    }


def test_the_dates_come_in_their_order_and_none_is_past() -> None:
    dates = [item.due_on for item in result(Visit(city="koeln")).dates]
    days = [bound.latest for bound in dates if bound]
    assert days == sorted(days)
    assert min(days) >= TODAY


@pytest.mark.parametrize(
    ("day", "seats"),
    [
        (date(2015, 6, 1), ["uclg-executive-bureau-roters", "uclg-world-council-roters"]),
        (TODAY, []),
    ],
)
def test_seats_rest_on_who_is_in_office_on_the_day(day: date, seats: list[str]) -> None:
    assert sorted(item.bond for item in result(Visit(city="koeln"), day).resting) == seats


def test_by_rule_only_a_head_may_sit_in_some_bodies() -> None:
    # In the world council of UCLG mayors sit too, but nothing there depends on who somebody is.
    found = result(typed("eurocities", "covenant-of-mayors", "uclg", "rainbow-cities", "esn"))
    assert [(it.network.code, it.body) for it in found.by_rule] == [
        ("eurocities", "executive-committee"),
        ("covenant-of-mayors", "political-board"),
        ("uclg", "presidency"),
    ]
    assert all(it.trace.value is False for it in found.by_rule)


def test_another_head_than_the_sources_name_is_a_difference() -> None:
    head = Head(Mark.NO, "Maria Muster", "2026-11")
    item, *_ = result(Visit(city="koeln", head=head)).differing
    assert (item.yours.params["name"], item.theirs.params["name"]) == (
        "Maria Muster",
        "Torsten Burmester",
    )
    agreeing = result(Visit(city="koeln", head=Head(Mark.YES))).differing
    assert item.about not in [it.about for it in agreeing]


def test_an_unknown_city_of_the_register_has_no_result() -> None:
    assert result_of(Visit(city="nowhere"), TODAY) is None


def test_the_networks_of_the_demonstration_are_recognised_by_any_of_their_names() -> None:
    names = names_known()
    codes = {code for code, own in names.of.items() for name in own if _reads(name, code)}
    assert codes == set(names.of)


def _reads(name: str, code: str) -> bool:
    (item,) = recognised(name, names_known())
    assert code in (item.network, *item.guesses), name
    return True
