"""The shape in which the state of a procedure is given out."""

import msgspec

from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.procedure.answer import StepProgress
from koinon.rules.trace import Trace


class ProcedureGiven(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The state of a procedure as it is given out."""

    state: str
    turn: str | None
    since: Bound | None
    effective_on: Bound | None
    trace: Trace
    procedure: str = ""
    next_step: str = ""
    reason: Reason | None = None
    notes: tuple[Reason, ...] = ()
    steps: tuple[StepProgress, ...] = ()
    alternatives: tuple["ProcedureGiven", ...] = ()
