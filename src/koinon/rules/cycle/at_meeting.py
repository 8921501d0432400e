"""Dues at each meeting of a body."""

from collections.abc import Iterator

from koinon.rules.answer import Reason
from koinon.rules.cycle.due import Due, DueKey, Window
from koinon.rules.cycle.duties import Duty
from koinon.rules.cycle.forms import AtMeeting
from koinon.rules.cycle.member import Member
from koinon.rules.days import shift
from koinon.rules.event import MEETING
from koinon.rules.trace import derive, given, unknown

_DUE = "cycle.due"


def dues_at_meetings(
    duty: Duty, rule: AtMeeting, member: Member, blocked: Reason | None
) -> Iterator[Due]:
    """Make a due for each meeting on record since belonging is sure.

    A meeting is an event with the body's code, or ``meeting``.
    """
    bound = duty.binds(member.since, member.text)
    if bound is False:
        return
    if bound is None:
        blocked = blocked or Reason("cycle.reason.text-not-known", {"texts": rule.charter})
    start = member.started()
    events = [event for event in member.events if event.code in (rule.body, MEETING)]
    meetings = [event for event in events if start is None or event.on.latest >= start]
    meetings = [event for event in meetings if event.on.earliest <= member.until]
    if not meetings:
        blocked = blocked or Reason("cycle.reason.meeting-not-known")
    if blocked is not None:
        trace = unknown(_DUE, blocked.code, rule=duty.item.ref, **blocked.params)
        key = DueKey(rule.code, member.bond, f"{rule.body}-0", 1)
        yield Due(key=key, due_on=None, reason=blocked, trace=trace, **duty.shared)
        return
    before = member.since
    for number, event in enumerate(meetings, start=1):
        if duty.why_not_certain(event.on) is not None:
            continue
        trace = derive(
            _DUE,
            "same",
            given("cycle.meeting", event.on, source=event.source),
            rule=duty.item.ref,
        )
        end = shift(event.on, 1)
        yield Due(
            key=DueKey(rule.code, member.bond, f"{rule.body}-{event.number or number}", 1),
            due_on=event.on,
            first_due_on=event.on,
            window=Window(before or event.on, end),
            trace=trace,
            **duty.shared,
        )
        before = end
