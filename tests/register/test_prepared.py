"""Questions whose SQL is worked out once give what the queryset gives, on both engines."""

from collections.abc import Sequence
from datetime import date

import pytest
from django.db import connection, connections
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from koinon.config.database import PLANNED_AFTER
from koinon.history.models import Entry
from koinon.register.models import Organisation, Population, Source
from koinon.register.prepared import NotPrepared, planned_apart, prepared
from tests.loaded import demo as demo  # noqa: PLC0414 - a fixture of this module

pytestmark = pytest.mark.django_db


@prepared
def named(codes: Sequence[str], kind: str) -> QuerySet[Organisation]:
    return Organisation.objects.filter(code__in=codes, kind=kind).order_by("code")


@prepared
def numbers(keys: Sequence[int], day: date) -> QuerySet[Population, tuple[int, date]]:
    rows = Population.objects.filter(pk__in=keys, on_latest__lte=day).select_related("source")
    return rows.order_by("pk").values_list("value", "on_latest")


@prepared
def all_sources() -> QuerySet[Source]:
    return Source.objects.select_related("entry").order_by("code")


@pytest.mark.usefixtures("demo")
def test_rows_are_those_of_the_queryset_however_often_it_is_asked() -> None:
    for codes in (["koeln"], ["koeln", "bonn", "nobody"], ["bonn"], ["koeln", "bonn"]):
        expected = list(named.rows(codes, "municipality"))
        assert named(codes, "municipality") == expected
    assert [it.code for it in named(["bonn", "koeln"], "municipality")] == ["bonn", "koeln"]
    assert named(["koeln"], "network") == []


@pytest.mark.usefixtures("demo")
def test_days_and_numbers_are_put_in_and_read_as_their_types() -> None:
    keys = list(Population.objects.order_by("pk").values_list("pk", flat=True)[:7])
    for day in (date(1990, 1, 1), date(2020, 6, 30), date(2026, 1, 1)):
        for asked in (keys, keys[:1], [*keys, 2**40]):
            assert numbers(asked, day) == list(numbers.rows(asked, day))
    assert numbers(keys, date(2026, 1, 1))


@pytest.mark.usefixtures("demo")
def test_what_a_row_refers_to_comes_with_it() -> None:
    found = all_sources()
    assert found == list(all_sources.rows())
    with CaptureQueriesContext(connection) as queries:
        assert all(it.entry.number for it in found)
    assert len(queries) == 0


@pytest.mark.usefixtures("demo")
def test_each_time_is_one_query_and_an_empty_list_none() -> None:
    with CaptureQueriesContext(connection) as queries:
        named(["koeln", "bonn"], "municipality")
    assert len(queries) == 1
    with CaptureQueriesContext(connection) as queries:
        assert named([], "municipality") == []
    assert len(queries) == 0


@pytest.mark.usefixtures("demo")
def test_what_was_written_since_is_seen() -> None:
    assert named(["here"], "network") == []
    row = Organisation.objects.create(code="here", kind="network", entry=Entry.objects.get())
    assert named(["here"], "network") == [row]


def test_a_value_that_does_not_reach_the_query_is_refused() -> None:
    @prepared
    def changed(code: str) -> QuerySet[Organisation]:
        return Organisation.objects.filter(code=code.upper())

    with pytest.raises(NotPrepared):
        changed("koeln")


def test_a_list_is_refused_where_it_is_not_one_of_its_values() -> None:
    @prepared
    def first(codes: Sequence[str]) -> QuerySet[Organisation]:
        return Organisation.objects.filter(code=codes[0])

    with pytest.raises(NotPrepared):
        first(["koeln"])


def test_on_postgresql_it_is_planned_once_but_never_while_writing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = plans()
    assert named(["koeln"], "network") == []
    assert plans() == before
    # Each test runs in a transaction; the pages of a site are read outside of one.
    monkeypatch.setattr(connections["default"], "in_atomic_block", False)
    for codes in (["koeln"], ["koeln", "bonn"], ["bonn", "essen", "aachen"]):
        assert named(codes, "network") == []
    assert plans() == before + (connection.vendor == "postgresql")


@prepared
def worded(code: str) -> QuerySet[Organisation]:
    odd = Organisation.objects.exclude(code__in=["100 %", "it's", "a\\b"])
    return odd.filter(code=code, place__isnull=True)


@pytest.mark.usefixtures("demo")
def test_values_that_never_change_are_written_out_however_odd() -> None:
    for code in ("uclg", "koeln", "nobody"):
        assert worded(code) == list(worded.rows(code))
    assert worded("uclg")


@prepared
def first_few(kind: str) -> QuerySet[Organisation]:
    return Organisation.objects.filter(kind=kind).order_by("code")[:3]


def test_what_takes_the_first_few_is_planned_for_its_values(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = plans()
    monkeypatch.setattr(connections["default"], "in_atomic_block", False)
    assert first_few("network") == list(first_few.rows("network"))
    assert plans() == before


@planned_apart
def first_numbers(place: int, day: date, action: str) -> QuerySet[Population]:
    rows = Population.objects.filter(place=place, on_latest__lte=day, entry__action=action)
    return rows.order_by("-on_latest", "pk")[:3]


@pytest.mark.usefixtures("demo")
def test_each_number_and_day_asked_for_often_has_a_plan_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = Population.objects.select_related("entry").first()
    assert found
    place, day, action = found.place_id, found.on_latest, found.entry.action
    before = plans()
    monkeypatch.setattr(connections["default"], "in_atomic_block", False)
    assert found in first_numbers(place, date.max, action)
    for number, until in ((place, day), (place, date.min), (-1, day)):
        for _ in range(PLANNED_AFTER + 1):
            assert first_numbers(number, until, "none") == []
        assert first_numbers(number, until, action) == list(
            first_numbers.rows(number, until, action)
        )
    assert plans() == before + 3 * (connection.vendor == "postgresql")


def plans() -> int:
    """Count what PostgreSQL keeps planned for this connection."""
    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements")
        return int(cursor.fetchone()[0])
