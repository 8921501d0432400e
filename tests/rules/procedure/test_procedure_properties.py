"""What holds for every procedure, whatever happened and whichever day is asked about."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koinon.rules.bound import Bound
from koinon.rules.event import Event
from koinon.rules.procedure.answer import ProcedureState
from koinon.rules.procedure.choice import UnknownStep
from koinon.rules.procedure.forms import ProcedureForm
from koinon.rules.procedure.progress import progress
from koinon.rules.trace import Trace
from tests.rules.reading import parts, read_events
from tests.rules.rulebook import Rulebook, assert_holds_together

EXAMPLES = Path(__file__).parent / "examples"
BOOKS = {
    name: Rulebook(EXAMPLES / f"{name}.toml").applied("procedure", ProcedureForm)
    for name in ("rainbow-cities", "mayors-for-peace", "uclg", "eccar")
}
CODES = {
    "rainbow-cities": ("memorandum", "application", "circulation", "objection", "decision"),
    "mayors-for-peace": ("form", "entry", "certificate"),
    "uclg": ("door", "form", "commitment", "payment"),
    "eccar": ("resolution", "approval", "letter", "decision", "certificate"),
}
START = date(2023, 1, 1)
days = st.integers(0, 400).map(lambda number: START + timedelta(days=number))
bounds = st.builds(
    lambda day, more: Bound(day, day + timedelta(days=more)), days, st.integers(0, 9)
)
exact = days.map(Bound)
networks = st.sampled_from(sorted(BOOKS))


@st.composite
def stories(draw: st.DrawFn, on: st.SearchStrategy[Bound] = bounds) -> tuple[str, list[Event]]:
    network = draw(networks)
    codes = st.sampled_from([*CODES[network], "refusal", "withdrawal"])
    return network, draw(st.lists(st.builds(Event, codes, on), max_size=7))


@given(story=stories(), day=days)
def test_every_trace_computes_again(story: tuple[str, list[Event]], day: date) -> None:
    network, events = story
    answer = progress(BOOKS[network], events, day)
    assert_holds_together(*parts(answer, Trace))
    assert answer.trace.value == answer.effective_on


@given(story=stories(), day=days)
def test_nothing_holds_before_its_deciding_step(story: tuple[str, list[Event]], day: date) -> None:
    network, events = story
    answer = progress(BOOKS[network], events, day)
    if answer.effective_on is not None:
        deciding = answer.trace.inputs[0].value
        assert answer.effective_on.earliest >= deciding.earliest
        assert answer.effective_on.latest >= deciding.latest
    if answer.state is ProcedureState.EFFECTIVE:
        assert answer.effective_on is not None
        assert answer.effective_on.latest <= day


@given(story=stories(exact), day=days)
def test_what_comes_later_is_not_known_yet(story: tuple[str, list[Event]], day: date) -> None:
    network, events = story
    known = [event for event in events if event.on.latest <= day]
    strand = {"mayors-for-peace": "world"}.get(network, "")
    of_all = progress(BOOKS[network], events, day, strand=strand)
    assert progress(BOOKS[network], known, day, strand=strand) == of_all


@given(story=stories(), day=days)
def test_the_order_of_entry_does_not_matter(story: tuple[str, list[Event]], day: date) -> None:
    network, events = story
    ordered = progress(BOOKS[network], events, day)
    assert progress(BOOKS[network], events[::-1], day) == ordered


def test_an_event_that_is_no_step_is_refused_with_the_steps_there_are() -> None:
    with pytest.raises(UnknownStep) as refusal:
        progress(BOOKS["uclg"], read_events(["paymnt 2026-03-31"]), date(2026, 4, 1))
    assert str(refusal.value) == (
        '"paymnt" is no step of this procedure: name one of commitment, door, form, payment, '
        "or objection, refusal, withdrawal"
    )


def test_days_may_be_given_by_code() -> None:
    answer = progress(BOOKS["uclg"], {"payment": date(2026, 3, 31)}, date(2026, 4, 1))
    assert answer.effective_on == Bound(date(2026, 3, 31))
