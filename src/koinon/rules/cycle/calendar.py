"""Dues of the calendar: on a day of each year, or once in each year."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.cycle.due import CALENDAR, MOST, Due, DueKey, Window
from koinon.rules.cycle.duties import Duty
from koinon.rules.cycle.forms import Calendar
from koinon.rules.cycle.member import Member
from koinon.rules.days import shift
from koinon.rules.duration import Duration
from koinon.rules.trace import Trace, derive, given, operator, unknown

_DUE = "cycle.due"
_YEARLY = Duration(1, "year")


def dues_of_calendar(
    duty: Duty, rule: Calendar, member: Member, blocked: Reason | None
) -> Iterator[Due]:
    """Make the dues of the calendar from the day belonging is sure.

    A day of the calendar counts from that day on, a year without a day from the year after it:
    belonging does not cover the first one. Where the years are not all, nobody knows which.
    """
    bound = duty.binds(member.since, member.text)
    start = member.started()
    if bound is False or start is None:
        return
    if bound is None:
        blocked = blocked or Reason("cycle.reason.text-not-known", {"texts": rule.charter})
    if rule.every != _YEARLY:
        blocked = blocked or Reason("cycle.reason.first-day-not-known", {"every": rule.every})
    if blocked is not None:
        yield _of_unknown_day(duty, DueKey(rule.code, member.bond, CALENDAR, 1), blocked)
        return
    first = start.year if rule.on else start.year + 1
    for year in range(first, min(member.until.year + 1, first + MOST)):
        trace = _day(duty, rule, year)
        if trace.value.latest < start or trace.value.earliest > member.until:
            continue
        due = _on_day(duty, rule, DueKey(rule.code, member.bond, CALENDAR, year), trace)
        if due is not None:
            yield due


def _of_unknown_day(duty: Duty, key: DueKey, why: Reason, perhaps: Trace | None = None) -> Due:
    inputs = () if perhaps is None else (perhaps,)
    return Due(
        key=key,
        due_on=None,
        perhaps_on=None if perhaps is None else perhaps.value,
        reason=why,
        trace=unknown(_DUE, why.code, *inputs, rule=duty.item.ref, **why.params),
        **duty.shared,
    )


def _day(duty: Duty, rule: Calendar, year: int) -> Trace:
    of = given("cycle.year", Bound.parse(str(year)))
    if not rule.on:
        return derive(_DUE, "same", of, rule=duty.item.ref)
    month, day = map(int, rule.on.split("-"))
    return derive(_DUE, "day-of-year", of, month=month, day=day, rule=duty.item.ref)


@operator("day-of-year")
def take_day_of_year(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the day of a ``month`` in a year; 29 February is the 28th where there is none."""
    year, month, day = values[0].earliest.year, params["month"], params["day"]
    return Bound(date(year, month, min(day, monthrange(year, month)[1])))


def _on_day(duty: Duty, rule: Calendar, key: DueKey, trace: Trace) -> Due | None:
    on: Bound = trace.value
    why = duty.why_not_certain(on)
    if why is not None:
        return None if duty.is_over(on) else _of_unknown_day(duty, key, why, trace)
    year = on.earliest.year
    first, last = Bound(date(year, 1, 1)), Bound(date(year, 12, 31))
    return Due(
        key=key,
        due_on=on,
        first_due_on=on,
        any_day=not rule.on,
        window=Window(first, shift(last, 1)),
        trace=trace,
        **duty.shared,
    )
