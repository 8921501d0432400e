"""What needs an office, for real organisations and for made-up ones."""

from datetime import date

import pytest

from koinon.overview.agenda.of_any import agenda_of
from koinon.overview.agenda.task import Kind, Task, When, in_sections
from koinon.overview.names import Named
from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from tests.loaded import demo

__all__ = ["demo"]

DAY = date(2026, 11, 22)
SOMEBODY = Named("town", "municipality", {"mul": "Town"}, {"mul": "Town"})


def task(kind: Kind, day: str, *, overdue: bool = False) -> Task:
    return Task(
        kind=kind,
        day=Bound.parse(day) if day else None,
        what=Reason("agenda.seat"),
        why=None,
        about=SOMEBODY,
        is_overdue=overdue,
    )


@pytest.mark.parametrize(
    ("one", "when"),
    [
        (task(Kind.DIFFERENCE, ""), When.NOW),
        (task(Kind.DUTY, "2026-11-21"), When.NOW),
        (task(Kind.DUTY, "2026-11-22"), When.SOON),
        (task(Kind.DUTY, "2027-11-22"), When.SOON),
        (task(Kind.DUTY, "2027-11-23"), When.LATER),
        (task(Kind.DUTY, "2026"), When.SOON),
        (task(Kind.SEAT, "2030", overdue=True), When.NOW),
        (task(Kind.CONFIRM, ""), When.LATER),
    ],
)
def test_each_task_stands_under_its_heading(one: Task, when: When) -> None:
    (section,) = in_sections([one], DAY)
    assert (section.when, section.tasks) == (when, (one,))


def test_headings_follow_each_other_and_differences_come_first() -> None:
    late, differing = task(Kind.DUTY, "2009", overdue=True), task(Kind.DIFFERENCE, "")
    later, soon = task(Kind.TERM, "2029"), task(Kind.DUTY, "2027-03")
    sections = in_sections([later, late, soon, differing], DAY)
    assert [(it.when, it.tasks) for it in sections] == [
        (When.NOW, (differing, late)),
        (When.SOON, (soon,)),
        (When.LATER, (later,)),
    ]


def listed(code: str, day: date = DAY) -> dict[When, list[tuple[Kind, str, str]]]:
    agenda = agenda_of(code, day)
    assert agenda is not None
    return {
        section.when: [(it.kind, it.about.code, it.body) for it in section.tasks]
        for section in agenda.sections
    }


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
def test_a_city_sees_what_its_networks_need() -> None:
    found = listed("koeln")
    assert found[When.NOW] == [
        (Kind.DIFFERENCE, "rainbow-cities", ""),
        (Kind.SEAT, "esn", "board"),
        (Kind.TERM, "rgre-ds", "main-committee"),
        (Kind.SEAT, "climate-alliance", "board"),
        (Kind.SEAT, "climate-alliance", "board"),
    ]
    assert (Kind.TERM, "eccar", "steering-committee") in found[When.LATER]
    assert (Kind.CONFIRM, "koeln", "") in found[When.LATER]
    assert found[When.LATER][-1] == (Kind.DUTY, "covenant-of-mayors", "")


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
def test_a_seat_that_somebody_else_took_is_nobodys_task() -> None:
    # Jena's lord mayor followed Cologne's in the bureau of UCLG.
    day = date(2016, 1, 1)
    assert (Kind.SEAT, "uclg", "executive-bureau") not in listed("koeln", day)[When.NOW]


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
def test_a_secretariat_sees_its_members_and_bodies() -> None:
    assert listed("rainbow-cities")[When.NOW] == [
        (Kind.DIFFERENCE, "koeln", ""),
        (Kind.DIFFERENCE, "muenchen", ""),
    ]
    agenda = agenda_of("eccar", DAY)
    assert agenda is not None
    assert agenda.number_now == 0
    assert agenda.next_day == Bound.parse("2026")


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
def test_nobody_has_nothing_to_do_and_unknown_codes_have_no_agenda() -> None:
    assert listed("mannheim") == {}
    assert agenda_of("atlantis", DAY) is None
