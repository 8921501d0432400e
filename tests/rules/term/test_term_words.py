"""Every state, cause and way of a term has its words."""

from typing import get_args

import pytest

from koinon.rules.term.answer import TermState
from koinon.rules.term.limits import Cause
from koinon.wording.catalogue import has
from koinon.wording.language import Language

CODES = [
    *(f"term.state.{state}" for state in TermState),
    *(f"term.cause.{cause}" for cause in get_args(Cause.__value__)),
    *(f"term.named-by.{who}" for who in ("sender", "body")),
    *(f"term.substitute.{what}" for what in ("moves-up", "does-not-move-up", "in-absence")),
    *(f"term.note.ends-with-{what}" for what in ("mandate", "function", "membership")),
]


@pytest.mark.parametrize("language", Language)
def test_every_code_can_be_said(language: Language) -> None:
    assert [code for code in CODES if not has(code, language)] == []
