"""Every state, receiver and anchor of a duty has its words."""

from typing import get_args

import pytest

from koinon.rules.cycle.due import DueState
from koinon.rules.cycle.duties import NAMED_ANCHORS
from koinon.rules.cycle.forms import Receiver
from koinon.wording.catalogue import has
from koinon.wording.language import Language

CODES = [
    *(f"cycle.state.{state}" for state in DueState),
    *(f"cycle.owed-to.{receiver}" for receiver in get_args(Receiver.__value__)),
    *(f"cycle.anchor.{event}" for event in sorted(NAMED_ANCHORS)),
    *(f"cycle.event.{event}" for event in sorted(NAMED_ANCHORS)),
    "cycle.nothing-owed",
]


@pytest.mark.parametrize("language", Language)
def test_every_code_can_be_said(language: Language) -> None:
    assert [code for code in CODES if not has(code, language)] == []
