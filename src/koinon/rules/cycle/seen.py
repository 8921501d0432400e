"""Duties without a known day, as they are seen on a day: each once, by a rule that may hold."""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from koinon.rules.bound import Bound
from koinon.rules.cycle.due import Due
from koinon.rules.cycle.duties import Duty
from koinon.rules.cycle.forms import AtMeeting
from koinon.rules.trace import unknown


def as_seen(duty: Duty, made: Iterable[Due], day: date) -> Iterator[Due]:
    """Keep what a duty makes due as it is seen on a day.

    What has a day is kept. Of the rest one: the next one that is perhaps due, else the one
    counted from the latest event, with the reason that its rule is not certain on the day asked,
    if it is not. What comes again and was perhaps due before that day is left out.
    """
    perhaps: Due | None = None
    dayless: Due | None = None
    for due in made:
        if _has_day(due):
            yield due
        elif due.perhaps_on is None:
            dayless = due
        elif perhaps is None and not _is_past(duty, due.perhaps_on, day):
            perhaps = due
    if perhaps is not None:
        yield perhaps
    elif dayless is not None and _may_bind(duty, day):
        yield _by_a_rule_of(duty, dayless, day)


def each_once(found: Iterable[Due]) -> list[Due]:
    """List dues with a day, and of those without one the first of each rule."""
    listed: list[Due] = []
    rules: set[str] = set()
    for due in found:
        if not _has_day(due):
            if due.key.rule in rules:
                continue
            rules.add(due.key.rule)
        listed.append(due)
    return listed


def _has_day(due: Due) -> bool:
    """Tell whether a due has, or had before an extension of unknown length, a day."""
    return due.first_due_on is not None


def _is_past(duty: Duty, on: Bound, day: date) -> bool:
    rule = duty.rule
    comes_again = not isinstance(rule, AtMeeting) and rule.every is not None
    return comes_again and on.latest < day


def _may_bind(duty: Duty, day: date) -> bool:
    """Tell whether a rule may bind on a day; one that came with a text outlasts its own end."""
    if duty.rule.charter:
        return duty.item.validity.start.earliest <= day
    return duty.item.holds_on(day) is not False


def _by_a_rule_of(duty: Duty, due: Due, day: date) -> Due:
    if duty.item.holds_on(day) is not None:
        return due
    why = duty.why_not_certain(Bound(day))
    if why is None:
        return due
    trace = unknown(due.trace.name, why.code, *due.trace.inputs, rule=due.ref, **why.params)
    return replace(due, reason=why, trace=trace)
