"""How far an accession has come, by the statute alone."""

from collections.abc import Mapping
from datetime import date

import msgspec

from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.procedure.answer import ProcedureAnswer, StepProgress
from koinon.rules.procedure.progress import progress
from koinon.rules.trace import Trace
from koinon.statutes.answers.asked import party_of, procedure_kind, strand_of
from koinon.statutes.applied import applied
from koinon.statutes.library import Library


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


def procedure_of(
    network: str,
    events: Mapping[str, Bound],
    on: date,
    library: Library,
    *,
    of: str = "accession",
    strand: str = "",
    code: str = "",
    country: str = "",
    kind: str = "",
) -> ProcedureGiven:
    """Tell how far a procedure has come on a day by what happened, and whose turn it is.

    Raises NoSuchNetwork, NoSuchCode, StatuteError, UnknownStep.
    """
    statute = library.statute(network)
    found = progress(
        applied(statute, "procedure"),
        events,
        on,
        party_of(statute, country=country, kind=kind),
        of=procedure_kind(of),
        strand=strand_of(statute, strand),
        code=code,
        groups=statute.groups,
    )
    return _given(found)


def _given(found: ProcedureAnswer) -> ProcedureGiven:
    return ProcedureGiven(
        state=str(found.state),
        turn=found.turn,
        since=found.since,
        effective_on=found.effective_on,
        trace=found.trace,
        procedure=found.procedure,
        next_step=found.next_step or "",
        reason=found.reason,
        notes=found.notes,
        steps=found.steps,
        alternatives=tuple(map(_given, found.alternatives)),
    )
