"""Each kind of claim is judged in its own way."""

from collections.abc import Sequence
from datetime import date

from koinon.rules.answer import Reason
from koinon.rules.claim.amount import judge_number
from koinon.rules.claim.claim import Claim, ClaimKind, Fact
from koinon.rules.claim.commitment import (
    judge_delegates,
    judge_goal,
    judge_ministry,
    judge_money,
    judge_text,
)
from koinon.rules.claim.due import judge_fee
from koinon.rules.claim.judgement import Judgement
from koinon.rules.claim.period import judge_day, judge_holder, judge_member


def judge(  # noqa: C901, PLR0911 - one line for each kind of claim
    claim: Claim, facts: Sequence[Fact], day: date, said: Reason, others: Sequence[Fact] = ()
) -> Judgement | None:
    """Judge a claim by the facts about the same thing; None where nothing can be said of it.

    ``said`` is the wording of what is claimed, with its parameters; ``others`` are facts about
    things beside it: the texts that followed one, or when the city of a goal signed.
    """
    match claim.kind:
        case ClaimKind.COUNT | ClaimKind.SIZE:
            return judge_number(claim, facts, day, said)
        case ClaimKind.DELEGATES:
            return judge_delegates(claim, facts, day, said)
        case ClaimKind.FOUNDED | ClaimKind.IN_FORCE | ClaimKind.JOINED:
            return judge_day(claim, facts, said)
        case ClaimKind.MEMBER:
            return judge_member(facts, said)
        case ClaimKind.OFFICE | ClaimKind.SEAT | ClaimKind.HOST:
            return judge_holder(claim, facts, day, said)
        case ClaimKind.TARGET:
            return judge_goal(claim, facts, said, others)
        case ClaimKind.TEXT:
            return judge_text(claim, facts, said, others)
        case ClaimKind.FUNDING:
            return judge_money(claim, facts, said)
        case ClaimKind.MINISTRY:
            return judge_ministry(claim, facts, said)
        case ClaimKind.FEE:
            return judge_fee(claim, facts, said)
