"""How a tie stands, as HTML: the disc of two halves and its words."""

from html import escape

from koinon.rules.answer import Reason
from koinon.rules.spell.state import State
from koinon.web.templatetags.koinon import disc
from koinon.wording.say import say_reason

CALLING = frozenset({State.DIFFERING, State.DENIED})
"""States that somebody should look at."""


def standing(state: str, halves: tuple[str, str], words: Reason, language: str) -> str:
    """Draw a state with what each side says, and say it."""
    left, right = halves
    return (
        f'<span class="state" data-state="{escape(state)}">{disc(left, right, state)}'
        f"<span>{escape(say_reason(words, language))}</span></span>"
    )
