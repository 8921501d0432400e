"""Which composition a body must have, by the statute alone."""

from datetime import date

import msgspec

from koinon.rules.answer import Reason
from koinon.rules.quota.answer import QuotaPart
from koinon.rules.quota.calculation import quota
from koinon.rules.trace import Trace
from koinon.statutes.answers.asked import body_of
from koinon.statutes.applied import applied
from koinon.statutes.library import Library


class QuotaGiven(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A composition as it is given out, with what each rule asks for."""

    feasible: bool | None
    reason: Reason | None
    least: int | None
    trace: Trace
    fulfilled: bool | None = None
    parts: tuple[QuotaPart, ...] = ()
    alternatives: tuple[QuotaPart, ...] = ()


def quota_of(
    network: str,
    body: str,
    on: date,
    library: Library,
    *,
    seats: int,
    women: int | None = None,
    men: int | None = None,
) -> QuotaGiven:
    """Tell what is asked of a body's seats on a day, and whether they can meet it.

    Raises NoSuchNetwork, NoSuchCode, StatuteError, ImpossibleComposition.
    """
    statute = library.statute(network)
    found = quota(
        applied(statute, "quota"),
        seats,
        day=on,
        body=body_of(statute, body),
        women=women,
        men=men,
        groups=statute.groups,
    )
    return QuotaGiven(
        feasible=found.feasible,
        reason=found.reason,
        least=found.least,
        trace=found.answer.trace,
        fulfilled=None if found.fulfilled is None else found.fulfilled.value,
        parts=found.parts,
        alternatives=found.alternatives,
    )
