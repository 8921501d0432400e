"""One fee whole, what is refused, and what holds for all fees."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from koinon.rules.answer import Answer, Reason
from koinon.rules.bound import OPEN_BOUND, Bound
from koinon.rules.condition import Condition, Party
from koinon.rules.eligibility.checks import ImpossiblePopulation
from koinon.rules.fee.answer import FeeAnswer
from koinon.rules.fee.calculation import fee
from koinon.rules.fee.forms import Band, Bands, FeeForm, Obligation, Observation, Rate, Share
from koinon.rules.fee.money import decimals, money, share_of
from koinon.rules.period import Period
from koinon.rules.rule import AppliedRule
from koinon.rules.trace import RuleRef, SourceRef, Trace, given, unknown
from tests.rules.rulebook import Rulebook, assert_can_be_said, assert_holds_together, nodes

EXAMPLES = Path(__file__).parent / "examples"
START = Bound(date(2000, 1, 1))
DAY = date(2024, 1, 1)


def applied(rule: FeeForm) -> AppliedRule[Any]:
    ref = RuleRef(network="n", kind="fee", form=rule.form, code=rule.code, valid_from="2000-01-01")
    return AppliedRule(rule=rule, ref=ref, validity=Period(START, OPEN_BOUND))


def rules_of(network: str) -> tuple[AppliedRule[FeeForm], ...]:
    return Rulebook(EXAMPLES / f"{network}.toml").applied("fee", FeeForm)


def amount_for(rules: Sequence[AppliedRule[FeeForm]], population: int) -> Decimal | None:
    return fee(rules, Party(population=population), DAY).amount


def cologne_trace(population: Trace, ref: RuleRef) -> Trace:
    rate = Trace(name="fee.rate", value=Decimal("0.0085"), unit="EUR/inhabitant", rule=ref)
    trace = Trace(
        name="fee.product",
        value=Decimal("9221.0635"),
        unit="EUR",
        operator="multiply",
        inputs=(population, rate),
    )
    for operator, side, limit, threshold in (
        ("at-least", "floor", 250, 29_411),
        ("at-most", "cap", 15_000, 1_764_706),
    ):
        leaf = Trace(
            name=f"fee.{side}.with-threshold",
            value=Decimal(limit),
            unit="EUR",
            params={"population": threshold},
            rule=ref,
            bites=False,
        )
        trace = Trace(
            name="fee.limited",
            value=trace.value,
            unit="EUR",
            operator=operator,
            inputs=(trace, leaf),
            bites=False,
        )
    return Trace(
        name="fee.amount",
        value=Decimal("9221.06"),
        unit="EUR",
        operator="round",
        inputs=(trace,),
        params={"places": 2, "mode": "half-up"},
        rule=ref,
    )


def test_a_whole_answer() -> None:
    book = Rulebook(EXAMPLES / "climate-alliance.toml")
    rules = book.applied("fee", FeeForm)
    ref = next(item.ref for item in rules if item.ref.valid_from == "2023-01-01")
    count = SourceRef(code="destatis", title="Population", dated="2022-12-31")
    population = given("fee.population", 1_084_831, "inhabitants", source=count)
    cologne = Party(places=frozenset({"DE"}), grades=frozenset({"municipality"}))
    floor = {"population": 29_411, "amount": Decimal(250), "currency": "EUR"}
    cap = {"population": 1_764_706, "amount": Decimal(15_000), "currency": "EUR"}
    answer = Answer(
        value=Decimal("9221.06"),
        trace=cologne_trace(population, ref),
        notes=(Reason("fee.note.floor-up-to", floor), Reason("fee.note.cap-from", cap)),
    )
    assert fee(rules, cologne, DAY, population=population, groups=book.groups) == FeeAnswer(
        answer=answer,
        currency="EUR",
        period="year",
        obligation=Obligation.OWED,
        rule=ref,
    )


@pytest.mark.parametrize(
    ("lower", "upper", "name"),
    [
        (None, None, "fee.band.all"),
        (None, 9, "fee.band.up-to"),
        (2, None, "fee.band.from"),
        (2, 9, "fee.band.between"),
    ],
)
def test_a_band_is_named_by_its_ends(lower: int | None, upper: int | None, name: str) -> None:
    band = Band(pay=Decimal(5), from_=lower, up_to=upper)
    rule = Bands(code="a", valid_from=START, source="s", currency="EUR", bands=(band,))
    answer = fee([applied(rule)], Party(population=5), DAY).answer
    assert (answer.value, answer.trace.name) == (Decimal("5.00"), name)
    assert_can_be_said(answer.trace)


def test_an_observation_names_its_own_source() -> None:
    answer = fee(rules_of("eccar"), Party(population=155_000), DAY)
    assert answer.answer.trace.source == SourceRef(code="herne", title="herne")


def test_two_observations_that_differ_are_both_named() -> None:
    seen = tuple(Observation(population=5, pay=Decimal(pay), source="s") for pay in (7, 3))
    rule = Bands(
        code="a", valid_from=START, source="s", currency="EUR", bands=(), holes=True,
        observations=seen,
    )  # fmt: skip
    answer = fee([applied(rule)], Party(population=5), DAY).answer
    amounts = (Decimal("3.00"), Decimal("7.00"))
    reason = Reason("fee.reason.observations-differ", {"amounts": amounts, "currency": "EUR"})
    assert (answer.value, answer.reason) == (None, reason)
    assert_can_be_said(answer.trace, answer.reason)


def test_above_all_that_is_known() -> None:
    band = Band(pay=Decimal(5), up_to=10)
    rule = Bands(code="a", valid_from=START, source="s", currency="EUR", bands=(band,), holes=True)
    params = {"population": 11, "currency": "EUR", "below": Decimal("5.00"), "below_at": 10}
    answer = fee([applied(rule)], Party(population=11), DAY).answer
    assert answer.reason == Reason("fee.reason.hole-above", params)
    assert_can_be_said(answer.trace, answer.reason)


def test_the_population_with_its_source_goes_before_the_party_s_own() -> None:
    bands = (Band(pay=Decimal(1), up_to=9), Band(pay=Decimal(2), from_=10))
    large = Condition(population_from=10)
    rule = Bands(
        code="a", valid_from=START, source="s", currency="EUR", bands=bands, who=large
    )  # fmt: skip
    counted = given("fee.population", 10, "inhabitants")
    for party in (Party(), Party(population=9)):
        answer = fee([applied(rule)], party, DAY, population=counted)
        assert (answer.amount, answer.answer.notes) == (Decimal("2.00"), ())
    nobody_knows = unknown("fee.population", "fee.reason.population-unknown")
    assert fee([applied(rule)], Party(population=9), DAY).amount is None
    for party, amount in ((Party(population=10), Decimal("2.00")), (Party(), None)):
        assert fee([applied(rule)], party, DAY, population=nobody_knows).amount == amount


def test_no_rules_at_all() -> None:
    answer = fee([], Party(), DAY)
    assert (answer.amount, answer.binding) == (None, None)
    assert answer.answer.reason == Reason("no-rule")


def test_several_shares_are_not_combined() -> None:
    half = {"of": "a", "share": Fraction(1, 2), "valid_from": START, "source": "s"}
    shares = [applied(Share(code=code, **half)) for code in ("b", "c")]  # type: ignore[arg-type]
    rule = Rate(code="a", valid_from=START, source="s", currency="EUR", rate=Decimal(1))
    answer = fee([applied(rule), *shares], Party(population=5), DAY).answer
    assert answer.reason == Reason("fee.reason.several-shares")
    assert_can_be_said(answer.trace, answer.reason)


@pytest.mark.parametrize("population", [-1, 100_000_000_001])
def test_an_impossible_population_is_refused(population: int) -> None:
    with pytest.raises(ImpossiblePopulation, match=f"^{population} inhabitants: give a whole"):
        fee(
            rules_of("rainbow-cities"), Party(), DAY, population=given("fee.population", population)
        )
    with pytest.raises(ImpossiblePopulation):
        fee(rules_of("mayors-for-peace"), Party(population=population), DAY)


def test_decimals_of_currencies() -> None:
    assert [decimals(code) for code in ("EUR", "JPY", "TND")] == [2, 0, 3]
    assert str(money(Decimal(2000), "JPY")) == "2000"
    assert str(money(Decimal("2E+3"), "EUR")) == "2000.00"


def test_a_share_is_a_decimal_where_it_ends() -> None:
    third = share_of((Decimal(10), Fraction(1, 3)), {})
    half = share_of((Decimal(9), Fraction(1, 2)), {})
    assert (type(half), half, third) == (Decimal, Decimal("4.5"), Fraction(10, 3))


CENTS = st.decimals(0, 100_000, places=2)
PEOPLE = st.integers(0, 50_000_000)


@st.composite
def tables(draw: st.DrawFn) -> Bands:
    edges = sorted(draw(st.sets(st.integers(1, 10_000), min_size=1, max_size=5)))
    starts = [None, *(edge + 1 for edge in edges)]
    pays = sorted(draw(st.lists(CENTS, min_size=len(starts), max_size=len(starts))))
    bands = (
        Band(from_=start, up_to=end, pay=pay)
        for start, end, pay in zip(starts, [*edges, None], pays, strict=True)
    )
    return Bands(code="a", valid_from=START, source="s", currency="EUR", bands=tuple(bands))


@for_all(tables(), st.integers(0, 12_000), st.integers(0, 12_000))
def test_bands_rise_with_the_population(rule: Bands, one: int, other: int) -> None:
    low, high = (amount_for([applied(rule)], number) for number in sorted((one, other)))
    assert low is not None
    assert high is not None
    assert low <= high
    fitting = [
        band.pay
        for band in rule.bands
        if (band.from_ or 0) <= one <= (12_000 if band.up_to is None else band.up_to)
    ]
    assert [amount_for([applied(rule)], one)] == fitting


@st.composite
def rates(draw: st.DrawFn) -> Rate:
    lower, upper = sorted(draw(st.tuples(CENTS, CENTS)))
    return Rate(
        code="a",
        valid_from=START,
        source="s",
        currency="EUR",
        rate=draw(st.decimals(0, 2, places=4)),
        floor=draw(st.sampled_from((None, lower))),
        cap=draw(st.sampled_from((None, upper))),
        rounding=draw(st.sampled_from(("half-up", "half-even", "up", "down"))),
    )


@for_all(rates(), PEOPLE, PEOPLE)
def test_rates_rise_and_keep_their_limits(rule: Rate, one: int, other: int) -> None:
    low, high = (amount_for([applied(rule)], number) for number in sorted((one, other)))
    assert low is not None
    assert high is not None
    assert low <= high
    assert rule.floor is None or rule.floor <= low
    assert rule.cap is None or high <= rule.cap
    answer = fee([applied(rule)], Party(population=one), DAY).answer
    assert_holds_together(answer.trace)
    inside = max(one * rule.rate, rule.floor or Decimal(0))
    inside = inside if rule.cap is None else min(inside, rule.cap)
    assert answer.value is not None
    assert abs(answer.value - inside) < Decimal("0.01")


@for_all(rates(), st.none() | st.fractions(0, 1, max_denominator=5))
def test_the_thresholds_are_where_the_limits_begin_to_bite(
    rule: Rate, share: Fraction | None
) -> None:
    rules = [applied(rule)]
    if share is not None:
        part = Share(
            code="b", valid_from=START, source="s", of="a", share=share, order="before-limits"
        )
        rules.append(applied(part))
    for note in fee(rules, Party(population=1), DAY).answer.notes:
        edge = note.params["population"]
        numbers = (edge, edge + 1) if note.code == "fee.note.floor-up-to" else (edge, edge - 1)
        side = note.code.split(".")[2].split("-")[0]
        assert [bites(rules, number, side) for number in numbers] == [True, False]


def bites(rules: Sequence[AppliedRule[FeeForm]], population: int, side: str) -> bool:
    trace = fee(rules, Party(population=population), DAY).answer.trace
    return next(node.bites for node in nodes(trace) if node.name == f"fee.{side}.with-threshold")


@for_all(
    rates(),
    PEOPLE,
    st.fractions(0, 1, max_denominator=12),
    st.sampled_from(("before-limits", "after-limits", "undeclared")),
)
def test_a_share_is_known_in_both_orders_or_in_none(
    rule: Rate,
    population: int,
    share: Fraction,
    order: Literal["before-limits", "after-limits", "undeclared"],
) -> None:
    def reduced(order: Literal["before-limits", "after-limits", "undeclared"]) -> Answer[Decimal]:
        part = Share(code="b", valid_from=START, source="s", of="a", share=share, order=order)
        rules = [applied(rule), applied(part)]
        return fee(rules, Party(population=population), DAY).answer

    before, after, answer = reduced("before-limits"), reduced("after-limits"), reduced(order)
    expected = {"before-limits": before.value, "after-limits": after.value}
    both = before.value if before.value == after.value else None
    assert answer.value == expected.get(order, both)
    assert_holds_together(answer.trace)
