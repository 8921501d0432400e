"""What a stretch of a text claims, before anybody judges it."""

from enum import StrEnum
from typing import Any

import msgspec

from koinon.rules.bound import Bound
from koinon.rules.trace import SourceRef


class ClaimKind(StrEnum):
    """What a claim is about."""

    COUNT = "count"
    FOUNDED = "founded"
    IN_FORCE = "in-force"
    JOINED = "joined"
    MEMBER = "member"
    OFFICE = "office"
    SEAT = "seat"
    SIZE = "size"
    DELEGATES = "delegates"
    HOST = "host"
    TARGET = "target"
    TEXT = "text"
    FUNDING = "funding"
    MINISTRY = "ministry"
    FEE = "fee"


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim in a text: of what (``subject``), about what (``aspect``), which value.

    ``start`` and ``end`` are its place in the text, ``told`` that of the value alone where it can
    be replaced, ``office`` that of the word for an office beside a name. ``said`` is the day that
    the text gives for the value, ``is_past`` whether it tells of something that is over, from
    ``since`` until ``until``; ``is_choice``, whether it tells that somebody was chosen until then.
    ``day_exists`` is false for a day such as 31 February.
    """

    kind: ClaimKind
    subject: str
    aspect: str
    value: Any
    start: int
    end: int
    qualifier: str = "exactly"
    said: Bound | None = None
    since: Bound | None = None
    until: Bound | None = None
    is_past: bool = False
    is_choice: bool = False
    day_exists: bool = True
    party: str = ""
    told: tuple[int, int] | None = None
    office: tuple[int, int] | None = None


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """What a source says of the same thing.

    A number or a day is said of ``begins``; who holds a place, or a text in force, holds from
    ``begins`` until ``ends``, its last day, and ``holds`` tells whether it does on the day
    asked. ``as_of`` is the day of the source of what a rule lays down, or of a tie. ``names``
    says the value in every language; a text ``replaces`` another by its code. ``note`` is what
    stands beside it there, ``of_end`` the source of its end where that is another;
    ``is_signing`` whether somebody belongs by having signed.
    """

    subject: str
    aspect: str
    value: Any
    qualifier: str = "exactly"
    begins: Bound | None = None
    ends: Bound | None = None
    as_of: Bound | None = None
    source: SourceRef | None = None
    names: dict[str, str] = {}
    holds: bool | None = None
    replaces: str = ""
    note: dict[str, str] = {}
    of_end: SourceRef | None = None
    is_signing: bool = False
