"""Which number counts on a day: the latest source before it, and what was known of it."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import time_machine

from koinon.gazetteer.models import Place
from koinon.register.actions import add_figures, add_populations, undo_entry
from koinon.register.models import Figure, Organisation
from koinon.register.queries.figures import FigureOn, figures_over_time, latest_figures
from koinon.register.queries.numbers import population_on, populations_on
from koinon.register.queries.parties import party_on
from koinon.rules.bound import Bound
from koinon.rules.condition import Party
from tests.register.rows import figure, population
from tests.register.town import OPERATOR, add_town

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def town() -> None:
    add_town()


def figures_of_eccar(day: date, known_on: date | None = None) -> tuple[FigureOn, ...]:
    eccar = Organisation.objects.get(code="eccar").pk
    return latest_figures([eccar], day, known_on=known_on).get(eccar, ())


@pytest.mark.parametrize(
    ("day", "value", "is_of_that_day"),
    [
        (date(2011, 12, 31), None, None),
        (date(2012, 1, 1), 104, True),
        (date(2012, 12, 31), 104, True),
        (date(2014, 6, 1), 104, False),
        (date(2015, 1, 1), 121, True),
        (date(2017, 5, 5), 121, True),
        (date(2022, 5, 31), 121, False),
        (date(2022, 6, 1), 130, True),
        (date(2026, 1, 1), 130, False),
    ],
)
def test_the_latest_figure_before_a_day_counts(
    day: date, value: int | None, is_of_that_day: bool | None
) -> None:
    add_figures(
        figures=[
            figure(value=Decimal(130), dated=Bound.parse("2022-06"), qualifier="about"),
            figure(value=Decimal(121), dated=Bound.parse("2015..2020")),
            figure(value=Decimal(104), dated=Bound.parse("2012")),
            figure(value=Decimal(9), dated=Bound.parse("2012"), measure="countries"),
            figure(value=Decimal(7), dated=Bound.parse("2013"), basis="counted"),
        ],
        by=OPERATOR,
    )
    found = [it for it in figures_of_eccar(day) if it.measure == "members"]
    expected = [] if value is None else [(value, is_of_that_day, "list")]
    assert [(it.value, it.is_of_that_day, it.source.code) for it in found] == expected


def test_figures_over_time_are_listed_the_latest_first() -> None:
    add_figures(
        figures=[
            figure(value=Decimal(104), dated=Bound.parse("2015"), source="list"),
            figure(value=Decimal(121), dated=Bound.parse("2015..2016"), source="city-page"),
            figure(value=Decimal(9), dated=Bound.parse("2012"), measure="countries"),
        ],
        by=OPERATOR,
    )
    eccar = Organisation.objects.get(code="eccar").pk
    assert [(it.measure, it.value, it.source.code) for it in figures_over_time(eccar)] == [
        ("countries", 9, "list"),
        ("members", 121, "city-page"),
        ("members", 104, "list"),
    ]


def test_a_figure_that_was_withdrawn_was_known_before() -> None:
    with time_machine.travel(datetime(2020, 1, 10, 12, tzinfo=UTC), tick=False):
        add_figures(figures=[figure()], by=OPERATOR)
    with time_machine.travel(datetime(2020, 1, 20, 12, tzinfo=UTC), tick=False):
        number = Figure.objects.get().entry.number
        assert number is not None
        undo_entry(number=number, by=OPERATOR)
    day = date(2016, 1, 1)
    assert figures_of_eccar(day) == ()
    assert figures_of_eccar(day, known_on=date(2020, 1, 9)) == ()
    assert [it.value for it in figures_of_eccar(day, known_on=date(2020, 1, 19))] == [104]
    assert figures_of_eccar(day, known_on=date(2020, 1, 20)) == ()


def add_counts() -> None:
    add_populations(
        populations=[
            population(on=Bound(date(2015, 12, 31)), value=1_060_582),
            population(on=Bound.parse("2014"), value=1_046_680),
            population(on=Bound(date(2015, 12, 31)), value=1_050_000, source="city-page"),
            population(on=Bound(date(2022, 12, 31)), value=1_084_831),
            population(place="deutschland", on=Bound(date(2015, 12, 31)), value=82_175_684),
        ],
        by=OPERATOR,
    )


@pytest.mark.parametrize(
    ("day", "source", "value"),
    [
        (date(2014, 12, 30), "", None),
        (date(2014, 12, 31), "", 1_046_680),
        (date(2015, 12, 31), "list", 1_060_582),
        (date(2015, 12, 31), "city-page", 1_050_000),
        (date(2022, 12, 30), "list", 1_060_582),
        (date(2026, 1, 1), "", 1_084_831),
    ],
)
def test_the_latest_population_up_to_a_day_counts(
    day: date, source: str, value: int | None
) -> None:
    add_counts()
    found = population_on("koeln", day, source=source)
    assert (None if found is None else found.value) == value


def test_populations_of_many_places_take_one_query(django_assert_num_queries: object) -> None:
    add_counts()
    places = list(Place.objects.order_by("code").values_list("pk", flat=True))
    with django_assert_num_queries(1):  # type: ignore[operator]
        found = populations_on(places, date(2020, 1, 1))
    assert sorted(it.value for it in found.values()) == [1_050_000, 82_175_684]


def test_an_organisation_as_a_party() -> None:
    add_counts()
    assert party_on("koeln", date(2023, 1, 1)) == Party(
        code="koeln",
        kind="municipality",
        places=frozenset({"koeln", "deutschland", "DE", "DEA", "DEA2", "DEA23"}),
        population=1_084_831,
    )
    assert party_on("bonn", date(2023, 1, 1)) == Party(code="bonn", kind="municipality")
    assert party_on("nowhere", date(2023, 1, 1)) is None
