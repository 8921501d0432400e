"""How a tie stands, as HTML: the disc of two halves and its words."""

from functools import lru_cache
from html import escape
from typing import Any

from koinon.rules.answer import Reason
from koinon.rules.spell.state import State
from koinon.web.templatetags.koinon import disc
from koinon.wording.say import say

CALLING = frozenset({State.DIFFERING, State.DENIED})
"""States that somebody should look at."""


def standing(state: str, halves: tuple[str, str], words: Reason, language: str) -> str:
    """Draw a state with what each side says, and say it."""
    return _standing(state, halves, words.code, tuple(words.params.items()), language)


@lru_cache(maxsize=10_000)
def _standing(
    state: str, halves: tuple[str, str], code: str, params: tuple[tuple[str, Any], ...], own: str
) -> str:
    """Draw each state once: in a list most are alike but for the day."""
    return (
        f'<span class="state" data-state="{escape(state)}">{disc(*halves, state)}'
        f"<span>{escape(say(code, own, **dict(params)))}</span></span>"
    )
