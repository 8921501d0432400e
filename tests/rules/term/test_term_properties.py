"""What holds for every term, whatever limits it and whichever day is asked about."""

from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from koinon.rules.answer import not_known
from koinon.rules.bound import OPEN_BOUND, Bound
from koinon.rules.days import after
from koinon.rules.duration import Duration
from koinon.rules.term.answer import TermAnswer, TermState
from koinon.rules.term.end import term_end, term_on
from koinon.rules.term.forms import TermForm
from koinon.rules.term.limits import Term
from koinon.rules.term.rotation import Turn, rotation
from koinon.rules.trace import Trace
from koinon.rules.trace import given as read
from tests.rules.reading import parts
from tests.rules.rulebook import Rulebook, assert_holds_together

EXAMPLES = Path(__file__).parent / "examples"
RULES = Rulebook(EXAMPLES / "eccar.toml").applied("term", TermForm)
ROTATION = Rulebook(EXAMPLES / "rgre-ds.toml").applied("term", TermForm)
START = date(2026, 1, 1)
FOUR_YEARS = Duration(4, "year")
days = st.integers(0, 4000).map(lambda number: START + timedelta(days=number))
bounds = st.builds(
    lambda day, more: Bound(day, day + timedelta(days=more)), days, st.sampled_from([0, 0, 1, 40])
)
ends = st.one_of(st.none(), bounds, st.just(OPEN_BOUND))
terms = st.builds(
    Term, of=st.just(("steering-committee",)), began=bounds, said_end=ends, rests_on_end=ends
)


def limits(term: Term) -> list[Bound]:
    assert isinstance(term.began, Bound)
    found = [after(term.began, FOUR_YEARS)]
    found += [end for end in (term.said_end, term.rests_on_end) if isinstance(end, Bound)]
    return found


@given(term=terms, day=days)
def test_the_end_is_the_earliest_of_its_limits(term: Term, day: date) -> None:
    end = term_end(RULES, term, day).value
    assert end is not None
    assert end.earliest == min(limit.earliest for limit in limits(term))
    assert end.latest == min(limit.latest for limit in limits(term))


@given(term=terms, day=days)
def test_every_trace_computes_again(term: Term, day: date) -> None:
    answer = term_on(RULES, term, day)
    assert_holds_together(*parts(answer, Trace))
    assert answer.end.trace.value == answer.end.value


@given(term=terms, first=days, later=st.integers(0, 3000))
def test_a_term_that_is_over_stays_over(term: Term, first: date, later: int) -> None:
    def state(day: date) -> TermState:
        answer: TermAnswer = term_on(RULES, term, day)
        return answer.state

    over = {TermState.ENDED, TermState.HOLDING_OVER, TermState.RUN_OUT}
    if state(first) in over:
        assert state(first + timedelta(days=later)) in over
    if state(first + timedelta(days=later)) in {TermState.NOT_BEGUN, TermState.RUNNING}:
        assert state(first) in {TermState.NOT_BEGUN, TermState.RUNNING, TermState.NOT_KNOWN}


def test_an_end_can_come_from_another_answer() -> None:
    office = term_end(RULES, Term(of=("mayor",), began=Bound(START), said_end=Bound(START)), START)
    seat = Term(of=("steering-committee",), began=Bound(START), rests_on_end=office)
    answer = term_end(RULES, seat, START)
    assert answer.value == Bound(START)
    assert_holds_together(answer.trace)


def test_an_office_of_unknown_end_is_told_and_limits_nothing() -> None:
    seat = Term(
        of=("steering-committee",),
        began=Bound(START),
        rests_on_end=not_known("term.end", "term.reason.nothing-said"),
    )
    answer = term_end(RULES, seat, START)
    assert answer.value == after(Bound(START), FOUR_YEARS)
    assert [note.code for note in answer.notes] == ["term.note.rests-on-not-known"]


def test_a_day_with_its_source_stays_in_the_trace() -> None:
    said = read("term.said-end", Bound(START))
    answer = term_end(RULES, Term(of=("steering-committee",), said_end=said), START)
    assert said in answer.trace.inputs


holders = st.sampled_from(["staedtetag", "landkreistag", "staedte-und-gemeindebund"])


@given(st.lists(st.builds(lambda who, on: Turn(holder=who, since=Bound(on)), holders, days)), days)
def test_nobody_follows_themselves(turns: list[Turn], day: date) -> None:
    answer = rotation(ROTATION, "secretary-general", turns, day)
    assert_holds_together(*parts(answer, Trace))
    if answer.current is not None:
        assert answer.current.holder not in answer.candidates
        assert answer.following.value in (None, *answer.candidates)
