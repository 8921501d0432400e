"""How far a procedure has come, step by step."""

from enum import StrEnum

import msgspec

from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.procedure.forms import Side
from koinon.rules.trace import Trace


class StepState(StrEnum):
    """Where one step stands on a day."""

    DONE = "done"
    CONSENTED = "consented"
    OBJECTED = "objected"
    WAITING = "waiting"
    OPEN = "open"
    OVERDUE = "overdue"
    COMING = "coming"
    MISSING = "missing"
    OPTIONAL = "optional"
    IF_NEEDED = "if-needed"
    NOT_NEEDED = "not-needed"
    NOT_KNOWN = "not-known"


class ProcedureState(StrEnum):
    """Where a procedure stands on a day."""

    NOT_STARTED = "not-started"
    UNDER_WAY = "under-way"
    WAITING_FOR_SILENCE = "waiting-for-silence"
    OBJECTED = "objected"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EFFECTIVE_LATER = "effective-later"
    EFFECTIVE = "effective"
    NOT_KNOWN = "not-known"


class StepProgress(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One step on a day: its state, the day it was done, the last day it may take.

    A step that silence settled is done on the day after its period.
    """

    code: str
    side: Side
    state: StepState
    trace: Trace
    by: str = ""
    on: Bound | None = None
    due_on: Bound | None = None


class ProcedureAnswer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How far a procedure has come on a day, and who has to act next.

    ``since`` is the day that brought the state about; ``next_step`` the step that ``turn`` and
    ``by`` have to take. The trace leads to ``effective_on``; ``reason`` says why that, or the
    state, is not known. ``alternatives`` are other ways that may apply as well.
    """

    state: ProcedureState
    trace: Trace
    procedure: str = ""
    turn: Side | None = None
    by: str = ""
    since: Bound | None = None
    next_step: str | None = None
    effective_on: Bound | None = None
    steps: tuple[StepProgress, ...] = ()
    reason: Reason | None = None
    notes: tuple[Reason, ...] = ()
    alternatives: tuple["ProcedureAnswer", ...] = ()
