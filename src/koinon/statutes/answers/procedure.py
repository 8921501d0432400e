"""How far a procedure has come, by the statute alone."""

from collections.abc import Iterable, Mapping
from datetime import date

from koinon.rules.bound import Bound
from koinon.rules.event import Event, in_order
from koinon.rules.procedure.answer import ProcedureAnswer
from koinon.rules.procedure.progress import progress
from koinon.statutes.answers.asked import EXIT, PAUSE, party_of, procedure_kind, strand_of
from koinon.statutes.answers.parting import leaving, pausing
from koinon.statutes.answers.procedure_given import ProcedureGiven
from koinon.statutes.applied import applied
from koinon.statutes.library import Library


def procedure_of(
    network: str,
    events: Mapping[str, Bound] | Iterable[Event],
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
    purpose = procedure_kind(of)
    statute = library.statute(network)
    strand = strand_of(statute, strand)
    rules = applied(statute, "procedure")
    happened = in_order(events)
    if purpose == EXIT:
        return leaving(rules, happened, on, strand=strand)
    if purpose == PAUSE:
        return pausing(statute, rules, happened, on, strand=strand)
    found = progress(
        rules,
        happened,
        on,
        party_of(statute, country=country, kind=kind),
        of=purpose,
        strand=strand,
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
