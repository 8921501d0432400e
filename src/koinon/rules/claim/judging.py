"""Each kind of claim is judged in its own way."""

from collections.abc import Sequence
from datetime import date

from koinon.rules.answer import Reason
from koinon.rules.claim.amount import judge_number
from koinon.rules.claim.claim import Claim, ClaimKind, Fact
from koinon.rules.claim.judgement import Judgement
from koinon.rules.claim.period import judge_day, judge_holder

NUMBERS = frozenset({ClaimKind.COUNT, ClaimKind.SIZE})
DAYS = frozenset({ClaimKind.FOUNDED, ClaimKind.IN_FORCE, ClaimKind.JOINED})
HOLDERS = frozenset({ClaimKind.OFFICE, ClaimKind.SEAT, ClaimKind.HOST})


def judge(claim: Claim, facts: Sequence[Fact], day: date, said: Reason) -> Judgement | None:
    """Judge a claim by the facts about the same thing; None where nothing can be said of it.

    ``said`` is the wording of what is claimed, with its parameters.
    """
    if claim.kind in NUMBERS:
        return judge_number(claim, facts, day, said)
    if claim.kind in DAYS:
        return judge_day(claim, facts, said)
    if claim.kind in HOLDERS:
        return judge_holder(claim, facts, said)
    return None
