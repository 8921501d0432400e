"""The forms in which statutes lay down votes, majorities and meetings."""

from typing import Literal

import msgspec

from koinon.rules.duration import Duration
from koinon.rules.rule import Code, Conditions, Ratio, Rule


class VoteRule(Rule, frozen=True, kw_only=True):
    """What all forms share: the body."""

    body: Code


class Right(VoteRule, frozen=True, kw_only=True, tag="right"):
    """How many votes whom it applies to has; 0 excludes.

    ``bundled``: one delegate may cast all votes of the member; ``transfer``: to whom a vote may
    be passed on; ``bound``: the sender may instruct the delegate.
    """

    votes: int
    who: Conditions = ()
    per: Literal["member", "delegate", "chamber"] = "member"
    on: tuple[str, ...] = ()
    bundled: bool | None = None
    transfer: Literal["", "another-member", "own-substitute"] = ""
    bound: bool | None = None


class Majority(VoteRule, frozen=True, kw_only=True, tag="majority"):
    """What a decision needs; ``practice``: seen to be done, not laid down."""

    need: Literal["simple", "absolute", "unanimous", "share"]
    share: Ratio | None = None
    of: Literal["votes-cast", "members", "present", "all-votes", "undeclared"] = "undeclared"
    on: tuple[str, ...] = ()
    quorum: Ratio | None = None
    practice: bool = False


class Caller(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who may call a meeting: a body, or a share of the members."""

    by: str
    share: Ratio | None = None


class Meeting(VoteRule, frozen=True, kw_only=True, tag="meeting"):
    """How often a body meets, with what notice, who else may call it, what may replace it."""

    every: Duration | None = None
    at_least_a_year: int | None = None
    at_most_a_year: int | None = None
    notice: Duration | None = None
    with_agenda: bool = False
    called_by: tuple[Caller, ...] = ()
    written_instead: str = ""


type VoteForm = Right | Majority | Meeting
