"""What holds for the dues of every member, whatever happened and whichever day is asked about."""

from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from koinon.rules.bound import Bound
from koinon.rules.cycle.due import Due, DueState
from koinon.rules.cycle.dues import dues
from koinon.rules.cycle.duties import nothing_owed
from koinon.rules.cycle.standing import judge
from koinon.rules.event import Event
from koinon.rules.trace import Trace
from tests.rules.cycle.asking import duties_of
from tests.rules.reading import parts
from tests.rules.rulebook import Rulebook, assert_holds_together

EXAMPLES = Path(__file__).parent / "examples"
BOOKS = {path.stem: duties_of(Rulebook(path)) for path in sorted(EXAMPLES.glob("*.toml"))}
CODES = (
    "signature",
    "accession",
    "submission",
    "renewal",
    "monitoring-report",
    "extension",
    "hold",
    "lift",
    "waiver",
    "board",
)
days = st.dates(date(2008, 1, 1), date(2026, 12, 31))
bounds = st.builds(
    lambda day, more: Bound(day, day + timedelta(days=more)), days, st.sampled_from([0, 0, 30, 364])
)
ends = st.one_of(st.none(), days.map(Bound))
stories = st.lists(st.builds(Event, st.sampled_from(CODES), bounds, ends), max_size=8)
networks = st.sampled_from(sorted(BOOKS))


def last_day(due: Due) -> tuple[bool, date]:
    return due.due_on is None, date.max if due.due_on is None else due.due_on.latest


@given(network=networks, events=stories, until=days)
def test_dues_ascend_and_have_keys_of_their_own(
    network: str, events: list[Event], until: date
) -> None:
    found = dues(BOOKS[network], events, until=until)
    assert [last_day(due) for due in found] == sorted(map(last_day, found))
    assert len({due.key for due in found}) == len(found)


@given(network=networks, events=stories, until=days)
def test_every_trace_computes_again(network: str, events: list[Event], until: date) -> None:
    for due in dues(BOOKS[network], events, until=until):
        assert_holds_together(*parts(due, Trace))
        assert due.trace.value == due.due_on
        assert (due.due_on is None) == (due.reason is not None)


@given(network=networks, events=stories, until=days, more=st.integers(0, 4000))
def test_looking_further_ahead_changes_nothing_before(
    network: str, events: list[Event], until: date, more: int
) -> None:
    near = dues(BOOKS[network], events, until=until)
    far = {due.key: due for due in dues(BOOKS[network], events, until=until + timedelta(days=more))}
    assert [far.get(due.key) for due in near if due.due_on is not None] == [
        due for due in near if due.due_on is not None
    ]


@given(network=networks, events=stories, until=days)
def test_the_order_of_entry_does_not_matter(network: str, events: list[Event], until: date) -> None:
    numbered = [Event(e.code, e.on, e.until, n) for n, e in enumerate(events, start=1)]
    found = dues(BOOKS[network], numbered, until=until)
    assert dues(BOOKS[network], numbered[::-1], until=until) == found


@given(network=networks, events=stories, day=days)
def test_what_comes_later_does_not_change_how_a_due_stands(
    network: str, events: list[Event], day: date
) -> None:
    known = [event for event in events if event.on.earliest <= day]
    for due in dues(BOOKS[network], events, until=date(2026, 12, 31)):
        assert judge(due, known, day) == judge(due, events, day)


@given(network=networks, events=stories, day=days)
def test_nothing_is_late_on_its_day_and_invitations_never_are(
    network: str, events: list[Event], day: date
) -> None:
    for due in dues(BOOKS[network], events, until=date(2026, 12, 31)):
        state = judge(due, events, day).state
        if due.first_due_on is not None and day <= due.first_due_on.earliest and not due.moves:
            assert state is not DueState.LATE
        if due.invited:
            assert state in {DueState.INVITED, DueState.DONE, DueState.WAIVED, DueState.UNKNOWN}


@given(network=networks, events=stories, until=days, day=days)
def test_seen_on_a_day_dues_with_a_day_are_the_same_and_the_rest_stands_once(
    network: str, events: list[Event], until: date, day: date
) -> None:
    known = [event for event in events if event.on.earliest <= day]
    seen = dues(BOOKS[network], known, until=until, seen_on=day)
    assert [due for due in seen if due.first_due_on] == [
        due for due in dues(BOOKS[network], known, until=until) if due.first_due_on
    ]
    rules = [due.key.rule for due in seen if due.first_due_on is None]
    assert len(rules) == len(set(rules))


def test_nothing_owed_is_an_answer_and_tells_who_says_otherwise() -> None:
    found = nothing_owed(BOOKS["climate-alliance"], date(2026, 11, 22))
    assert [(rule.ref.code, rule.what, rule.disputed_by) for rule in found] == [
        ("no-report", {"mul": "report"}, ("proof",))
    ]
    assert nothing_owed(BOOKS["climate-alliance"], date(2021, 1, 1)) == ()
    assert nothing_owed(BOOKS["covenant-of-mayors"], date(2026, 11, 22)) == ()


def test_a_member_has_no_more_dues_than_anyone_reads() -> None:
    found = dues(
        BOOKS["mayors-for-peace"], {"accession": date(2021, 1, 1)}, until=date(9999, 12, 31)
    )
    assert len(found) == 1000
