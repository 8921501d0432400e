"""What holds for every signature and renewal, whichever day is asked about."""

from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from koinon.rules.bound import Bound
from koinon.rules.charter.forms import CharterForm
from koinon.rules.charter.text import accepted_version, possible_texts, texts_of
from tests.rules.rulebook import Rulebook, assert_holds_together

EXAMPLES = Path(__file__).parent / "examples"
RULES = Rulebook(EXAMPLES / "covenant-of-mayors.toml").applied("charter", CharterForm)
TEXTS = texts_of(RULES)
days = st.dates(date(2007, 1, 1), date(2026, 12, 31))
bounds = st.builds(
    lambda day, more: Bound(day, day + timedelta(days=more)), days, st.sampled_from([0, 0, 30, 364])
)


@given(signed_on=bounds, renewals=st.lists(bounds, max_size=3), day=days)
def test_every_trace_computes_again(signed_on: Bound, renewals: list[Bound], day: date) -> None:
    answer = accepted_version(RULES, signed_on, day, renewals)
    assert_holds_together(answer.trace)
    assert (answer.value is None) == (answer.reason is not None)


@given(signed_on=bounds, day=days)
def test_only_a_text_of_the_day_of_signing_binds(signed_on: Bound, day: date) -> None:
    value = accepted_version(RULES, signed_on, day).value
    assert value is None or possible_texts(TEXTS, signed_on) == (value,)


@given(signed_on=bounds, renewals=st.lists(bounds, max_size=3), day=days)
def test_a_renewal_after_the_day_changes_nothing(
    signed_on: Bound, renewals: list[Bound], day: date
) -> None:
    known = [act for act in renewals if act.earliest <= day]
    assert accepted_version(RULES, signed_on, day, known) == accepted_version(
        RULES, signed_on, day, renewals
    )


@given(rough=bounds, more=st.integers(0, 40))
def test_a_rougher_day_never_makes_it_more_certain(rough: Bound, more: int) -> None:
    rougher = Bound(rough.earliest, rough.latest + timedelta(days=more))
    assert set(possible_texts(TEXTS, rough)) <= set(possible_texts(TEXTS, rougher)) or (
        not possible_texts(TEXTS, rough)
    )
