"""What a body is made of on a day: delegations with their seats, their sum, the declared size."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Literal, NamedTuple, Protocol

import msgspec

from koinon.rules.answer import Answer, Reason
from koinon.rules.trace import Trace


class Named(StrEnum):
    """Where the name of a delegation is found: the wording, the document, or a rule's note."""

    COUNTRY = "country"
    DELEGATION = "delegation"
    POST = "post"
    MEMBERS = "members"
    ROTATING = "rotating"


class SizedPost(Protocol):
    """What seats need to know of a post: how many there are of it, None where nobody knows."""

    @property
    def up_to(self) -> int | None: ...
    @property
    def at_most(self) -> bool: ...


type Posts = Mapping[str, SizedPost]


class DelegationSeats(msgspec.Struct, frozen=True, kw_only=True):
    """One delegation, class of members or post with the seats it has in a body.

    ``alternatives`` are what rules say that contradict the main one. With ``at_most`` it has so
    many seats or fewer. ``substitutes`` is None where nobody knows their number.
    """

    delegation: str
    named: Named
    answer: Answer[int]
    alternatives: tuple[Answer[int], ...] = ()
    at_most: bool = False
    substitutes: int | None = 0
    voice: Literal["vote", "advisory"] = "vote"
    named_by: str = ""

    @property
    def seats(self) -> int | None:
        return self.answer.value

    @property
    def reason(self) -> Reason | None:
        return self.answer.reason

    @property
    def trace(self) -> Trace:
        return self.answer.trace

    @property
    def ex_officio(self) -> bool:
        return self.named is Named.POST

    @property
    def differing(self) -> bool:
        """Whether a rule that contradicts the main one comes to another number."""
        return any(other.value not in (None, self.seats) for other in self.alternatives)


class Declared(msgspec.Struct, frozen=True, kw_only=True):
    """The size that a rule states for the whole body, exactly or at most."""

    answer: Answer[int]
    at_most: bool = False
    alternatives: tuple[Answer[int], ...] = ()


class Tie(NamedTuple):
    """Those who tie for seats that no rule gives to one of them."""

    names: tuple[str, ...]
    seats: int


class BodySeats(msgspec.Struct, frozen=True, kw_only=True):
    """The seats of a body on a day.

    ``total`` is the sum by rules, advisory voices apart; ``persons`` how many people at least
    fill it where one may hold two seats; ``unassigned`` what remains of the declared size (None
    where there is none, or it is not exact). ``differing`` says that sum and size do not fit:
    both stand.
    """

    body: str
    day: date
    delegations: tuple[DelegationSeats, ...] = ()
    advisory: tuple[DelegationSeats, ...] = ()
    total: Answer[int]
    persons: Answer[int] | None = None
    declared: Declared | None = None
    unassigned: Answer[int] | None = None
    ties: tuple[Tie, ...] = ()
    differing: bool = False
    notes: tuple[Reason, ...] = ()

    @property
    def at_most(self) -> bool:
        """Whether the sum is a maximum because the number of a post is."""
        return any(row.at_most for row in self.delegations)
