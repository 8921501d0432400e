"""How a claim is worded: what it says, in the reader's language."""

from typing import Any

from koinon.overview.checked.known import POST, Known
from koinon.rules.answer import Reason
from koinon.rules.claim.claim import Claim, ClaimKind
from koinon.rules.claim.commitment import said_amount, said_money
from koinon.rules.claim.hosting import LOCATED
from koinon.rules.rule import Text

_CALLED = ("network", "netzwerk", "réseau")


def said_of(claim: Claim, known: Known) -> Reason:
    """Word what kind of thing is claimed, with the names its sentences need."""
    params = _named(known.names(claim.subject))
    match claim.kind:
        case ClaimKind.COUNT:
            return Reason(f"measure.{claim.aspect}", params)
        case ClaimKind.OFFICE | ClaimKind.SEAT:
            return _held(claim, known, params)
        case ClaimKind.HOST if claim.aspect == LOCATED:
            return Reason("check.what.located", params)
        case ClaimKind.SIZE | ClaimKind.DELEGATES:
            body = claim.aspect.partition(":")[2]
            params["body"] = known.bodies.get((claim.subject, body), {"mul": body})
            return Reason(f"check.number.{claim.kind}", params)
        case ClaimKind.IN_FORCE:
            params["subject"] = next(
                (it.names for it in known.facts_for(claim)), known.names(claim.subject)
            )
        case ClaimKind.JOINED | ClaimKind.MEMBER | ClaimKind.TARGET | ClaimKind.FEE:
            params["city"] = known.names(claim.party)
    return Reason(f"check.what.{claim.kind}", params)


def _named(names: Text) -> dict[str, Any]:
    """Name a network with an article; one that is called a network already not twice."""
    is_called = any(it in name.casefold() for name in names.values() for it in _CALLED)
    kind = "called" if is_called else "plain"
    said = {"subject": names}
    return {
        **said,
        "network": Reason(f"check.network.{kind}", said),
        "to_network": Reason(f"check.to-network.{kind}", said),
    }


def _held(claim: Claim, known: Known, params: dict[str, Any]) -> Reason:
    """Word a post: one in a body by its body, where it is known."""
    code = claim.aspect.removeprefix(POST)
    params |= {"post": known.posts.get((claim.subject, code), {"mul": code})}
    body = known.seats.get((claim.subject, code), {})
    if claim.kind is ClaimKind.SEAT and body:
        return Reason("check.what.seat", params | {"body": body})
    is_head = (claim.subject, code) in known.heads
    return Reason("check.what.head" if is_head else "check.what.post", params)


def claimed(claim: Claim, known: Known) -> Reason:
    """Word a claim as the text makes it."""
    said = said_of(claim, known)
    params = {**said.params, "value": claim.value, "who": claim.party}
    match claim.kind:
        case ClaimKind.COUNT | ClaimKind.SIZE | ClaimKind.DELEGATES:
            value = Reason(f"qualifier.{claim.qualifier}", {"value": claim.value})
            params |= {"value": value, "n": claim.value}
        case ClaimKind.TARGET:
            share, year = claim.value
            params |= {"share": share, "year": str(year)}
        case ClaimKind.HOST:
            params["value"] = {"mul": claim.party} if claim.party else known.names(claim.value)
        case ClaimKind.TEXT:
            params["value"] = claim.value.partition("/")[2]
        case ClaimKind.FUNDING:
            amount, fund = claim.value
            given = known.funds.get((claim.subject, fund), {"mul": fund.upper()})
            params["value"] = said_money(said_amount(claim.qualifier, amount), given)
        case ClaimKind.FEE:
            params |= {"value": claim.value.amount, "currency": claim.value.currency}
        case ClaimKind.MINISTRY:
            params["value"] = Reason(f"check.level.{claim.value}")
    counted = said.code.startswith(("measure.", "check.number."))
    return Reason(said.code if counted else f"check.claim.{claim.kind}", params)
