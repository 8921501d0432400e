"""Every state and note of a procedure has its words."""

import pytest

from koinon.rules.event import HOLD, SUSPENSION, WARNING
from koinon.rules.procedure.answer import ProcedureState, StepState
from koinon.rules.procedure.pause import PauseState
from koinon.wording.catalogue import has
from koinon.wording.language import Language

CODES = [
    *(f"procedure.state.{state}" for state in ProcedureState),
    *(f"procedure.step-state.{state}" for state in StepState),
    *(f"procedure.pause.{state}" for state in PauseState),
    *(f"procedure.turn.{side}" for side in ("party", "network", "third")),
    *(f"procedure.event.{code}" for code in (HOLD, SUSPENSION, WARNING)),
    *(f"procedure.note.dues-{dues}" for dues in ("pro-rata", "full-year", "not-known")),
]


@pytest.mark.parametrize("language", Language)
def test_every_code_can_be_said(language: Language) -> None:
    assert [code for code in CODES if not has(code, language)] == []
