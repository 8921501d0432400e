"""Beginnings and ends of tenures as pages and traces show them."""

from datetime import date

import pytest

from koinon.overview.tenures import Tenancy, tenancies
from koinon.register.actions import add_bonds, state
from koinon.register.queries.tenures import tenures_of
from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.trace import Trace, leaves, recompute
from tests.loaded import demo
from tests.register.rows import tenure, tenure_bond
from tests.register.town import OPERATOR, statement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

__all__ = ["demo"]

IN_OFFICE = date(2015, 6, 1)
TODAY = date(2026, 11, 22)


def tenancy_of(bond: str, day: date) -> Tenancy:
    (found,) = tenancies(tenures_of().filter(bond__code=bond), day)
    return found


def names(trace: Trace) -> list[str]:
    return [*(name for item in trace.inputs for name in names(item)), trace.name]


@pytest.mark.parametrize(
    ("bond", "day", "until", "last"),
    [
        ("koeln-ob-reker", IN_OFFICE.replace(year=2025), "2025-11-01", "2025-10-31"),
        ("koeln-ob-reker", TODAY, "2025-11-01", "2025-10-31"),
        ("jena-ob-schroeter", TODAY, "2018-07-01", "2018-06-30"),
        ("eccar-president-zacchiroli", TODAY, "2027", "2027"),
        ("climate-alliance-board-wolter", TODAY, "after 2024", "after 2024"),
        ("koeln-bm-wolter", TODAY, "2025-11", "2025-11"),
        (
            "uclg-world-council-schroeter",
            TODAY,
            "2015-10-22..2018-07-01",
            "2015-10-21..2018-06-30",
        ),
    ],
)
def test_the_last_day_is_shown_as_roughly_as_the_end_is_known(
    bond: str, day: date, until: str, last: str
) -> None:
    found = tenancy_of(bond, day)
    assert (found.until, found.last_day) == (Bound.parse(until), Bound.parse(last))
    assert found.last_day is not None
    assert found.last_day.latest >= found.since.earliest


@pytest.mark.parametrize("day", [IN_OFFICE, date(2020, 11, 20), TODAY])
def test_a_trace_leads_to_the_day_that_is_shown(day: date) -> None:
    traced = [item for item in tenancies(tenures_of(), day) if item.trace is not None]
    assert traced
    for item in traced:
        assert item.trace is not None
        assert recompute(item.trace) == item.trace.value == item.last_day, item.bond


def test_a_seat_names_the_office_and_the_source_that_ends_it() -> None:
    trace = tenancy_of("uclg-executive-bureau-roters", IN_OFFICE).trace
    assert trace is not None
    assert names(trace) == [
        "term.said-end",
        "term.said-end",
        "term.end",
        "term.rests-on",
        "term.end",
        "term.last-day",
    ]
    rests_on = trace.inputs[0].inputs[1]
    assert rests_on.params["person"] == "Jürgen Roters"
    sources = [leaf.source.code for leaf in leaves(trace) if leaf.source]
    assert sources == ["koeln-page", "ksta-lord-mayors"]


def test_a_note_on_a_statement_is_shown() -> None:
    (said,) = tenancy_of("cor-alternate-kurz", date(2020, 11, 20)).sources
    assert said.note["de"] == "Bleibt Stellvertreter und rückt nicht nach."


def test_an_end_before_the_beginning_is_not_shown() -> None:
    add_bonds(
        bonds=[tenure_bond("late-seat")],
        tenures=[
            tenure(
                bond="late-seat",
                post="oberbuergermeister",
                person="juergen-roters",
                rests_on="koeln-ob-roters",
            )
        ],
        by=OPERATOR,
    )
    late = statement(
        1,
        bond="late-seat",
        said_by="",
        source="koeln-page",
        grade="holder",
        valid_from=Bound.parse("2016-01"),
    )
    state(statements=[late], by=OPERATOR)
    found = tenancy_of("late-seat", TODAY)
    assert (found.until, found.last_day, found.trace, found.holds) == (None, None, None, False)
    assert found.reason == Reason(
        "term.reason.end-before-start", {"day": Bound(date(2015, 10, 20))}
    )


@pytest.mark.parametrize(
    ("day", "renewed"), [(date(2023, 6, 1), True), (date(2024, 6, 1), True), (TODAY, False)]
)
def test_a_tenure_confirmed_for_another_term_has_one_end_on_every_day(
    day: date, *, renewed: bool
) -> None:
    found = tenancy_of("cemr-president-helgesen", day)
    assert (found.since, found.last_day) == (
        Bound.parse("2022-12-05..2022-12-06"),
        Bound.parse("2028"),
    )
    assert (found.holds, found.renewed) == (True, renewed)
    assert found.trace is not None
    assert recompute(found.trace) == found.last_day


@pytest.mark.parametrize(
    ("bond", "cited"),
    [
        ("koeln-ob-reker", ["ksta-lord-mayors"]),
        ("koeln-ob-burmester", []),
        ("esn-board-santelmann", ["cdu-santelmann"]),
        ("uclg-world-council-roters", ["koeln-page", "ksta-lord-mayors"]),
        ("cemr-president-bonaccini", ["cemr-wiki-2024"]),
    ],
)
def test_the_source_of_the_end_is_named(bond: str, cited: list[str]) -> None:
    assert [it.code for it in tenancy_of(bond, TODAY).end_sources] == cited
