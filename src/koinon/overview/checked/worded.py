"""How a claim is worded: what it says, in the reader's language."""

from koinon.overview.checked.known import Known
from koinon.rules.answer import Reason
from koinon.rules.claim.claim import Claim, ClaimKind


def said_of(claim: Claim, known: Known) -> Reason:
    """Word what kind of thing is claimed, with the names its sentences need."""
    network = known.names(claim.subject)
    if claim.kind is ClaimKind.COUNT:
        return Reason(f"measure.{claim.aspect}", {"subject": network})
    return Reason(f"check.what.{claim.kind}", {"subject": network})


def claimed(claim: Claim, known: Known) -> Reason:
    """Word a claim as the text makes it."""
    said = said_of(claim, known)
    if claim.kind is ClaimKind.COUNT:
        value = Reason(f"qualifier.{claim.qualifier}", {"value": claim.value})
        return Reason(said.code, {**said.params, "value": value, "n": claim.value})
    return Reason(f"check.claim.{claim.kind}", {**said.params, "value": claim.value})
