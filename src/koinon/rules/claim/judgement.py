"""Whether a claim holds on a day: a verdict, the reason, the source, and what to say instead."""

from collections.abc import Sequence
from enum import StrEnum

import msgspec

from koinon.rules.answer import Reason
from koinon.rules.claim.claim import Fact


class Verdict(StrEnum):
    """What became of a claim.

    ``outdated``: it held, and something newer is known. ``past``: it tells of what has ended.
    ``undated``: it agrees with a source so old that its day must stand beside it. ``differing``:
    a source says otherwise and neither is known to be the older. ``unknown``: nobody knows.
    """

    CURRENT = "current"
    OUTDATED = "outdated"
    PAST = "past"
    UNDATED = "undated"
    DIFFERING = "differing"
    UNKNOWN = "unknown"


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """A verdict with its reason, the facts it rests on, the best one first, and a proposal."""

    verdict: Verdict
    reason: Reason
    facts: tuple[Fact, ...] = ()
    proposal: Reason | None = None


def judged(
    verdict: Verdict, reason: Reason, facts: Sequence[Fact], proposal: Reason | None = None
) -> Judgement:
    """Make a judgement; what holds needs no proposal."""
    kept = None if verdict is Verdict.CURRENT else proposal
    return Judgement(verdict=verdict, reason=reason, facts=tuple(facts), proposal=kept)
