"""The forms in which statutes share out the seats of a body."""

from enum import StrEnum
from typing import Literal

import msgspec
from msgspec import field

from koinon.rules.rule import Code, Conditions, Rule


class Method(StrEnum):
    """How seats are shared out in proportion."""

    HARE_NIEMEYER = "hare-niemeyer"
    DHONDT = "dhondt"
    SAINTE_LAGUE = "sainte-lague"
    HUNTINGTON_HILL = "huntington-hill"
    ADAMS = "adams"


class SeatRule(Rule, frozen=True, kw_only=True):
    """What all forms share: the body; rules of one body add up unless one disputes another."""

    body: Code
    who: Conditions = ()
    voice: Literal["vote", "advisory"] = "vote"


class Bracket(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number of seats for a range, both ends included; an end left out is open."""

    seats: int
    from_: int | None = field(default=None, name="from")
    up_to: int | None = None


class Brackets(SeatRule, frozen=True, kw_only=True, tag="brackets"):
    """Seats by size, for each member or for each national delegation.

    ``basis`` names the computation whose figure is used, where the statute refers to one.
    """

    by: Literal["population", "country-population", "agreed-fee"]
    per: Literal["member", "country"] = "member"
    brackets: tuple[Bracket, ...] = ()
    holes: bool = False
    basis: str = ""
    named_by: str = ""


class Fixed(SeatRule, frozen=True, kw_only=True, tag="fixed"):
    """A fixed number of seats for each delegation named in ``per``, or for each member."""

    seats: int
    per: tuple[str, ...]
    substitutes: int = 0


class EqualShares(SeatRule, frozen=True, kw_only=True, tag="equal-shares"):
    """A number of seats in equal shares between proposers (thirds, halves)."""

    seats: int
    among: tuple[str, ...]
    out_of: Conditions = ()
    substitutes: bool = False


class Proportional(SeatRule, frozen=True, kw_only=True, tag="proportional"):
    """Seats shared out in proportion to inhabitants, votes or fees; they may rotate."""

    seats: int
    among: tuple[str, ...]
    by: Literal["population", "votes", "fee"]
    method: Method | None = None
    at_least: int = 0
    at_most: int | None = None
    rotating: bool = False


class ExOfficio(SeatRule, frozen=True, kw_only=True, tag="ex-officio"):
    """Seats that come with a post. Two posts one person may hold need but one seat."""

    posts: tuple[Code, ...]
    one_person_may_hold: tuple[Code, ...] = ()


class Size(SeatRule, frozen=True, kw_only=True, tag="size"):
    """The number of seats of the whole body, exactly or at most."""

    seats: int
    at_most: bool = False


type SeatForm = Brackets | Fixed | EqualShares | Proportional | ExOfficio | Size
