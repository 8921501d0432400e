"""When a term ends, and what its state is on a day."""

from enum import StrEnum

import msgspec

from koinon.rules.answer import Answer, Reason
from koinon.rules.bound import Bound
from koinon.rules.period import Truth
from koinon.rules.term.limits import Cause


class TermState(StrEnum):
    """What a term is on a day: ``run-out`` is over with nobody knowing what followed."""

    NOT_BEGUN = "not-begun"
    RUNNING = "running"
    ENDED = "ended"
    HOLDING_OVER = "holding-over"
    RUN_OUT = "run-out"
    NOT_KNOWN = "not-known"


class TermAnswer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A term on a day: its end (the first day it no longer runs), what ends it, its state.

    ``process`` is the day on which the next election must begin, ``process_begun`` whether it
    has come; ``alternatives`` are the ends by rules that contradict the one followed.
    """

    end: Answer[Bound]
    state: TermState
    ended_by: tuple[Cause, ...] = ()
    reason: Reason | None = None
    process: Answer[Bound] | None = None
    process_begun: Truth = None
    alternatives: tuple[Answer[Bound], ...] = ()
