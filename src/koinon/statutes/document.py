"""A statute document: its head, its sources, the nouns its rules speak of, and its rules."""

from decimal import Decimal
from typing import Literal

import msgspec

from koinon.rules.bound import Bound
from koinon.rules.charter.forms import CharterForm
from koinon.rules.completeness.forms import CompletenessForm
from koinon.rules.condition import Group
from koinon.rules.cycle.forms import CycleForm
from koinon.rules.eligibility.forms import EligibilityForm
from koinon.rules.fee.forms import FeeForm
from koinon.rules.procedure.forms import ProcedureForm
from koinon.rules.quota.forms import QuotaForm
from koinon.rules.representation.forms import RepresentationForm
from koinon.rules.rule import Code, Name, Text
from koinon.rules.seats.forms import SeatForm
from koinon.rules.target.forms import TargetForm
from koinon.rules.term.forms import TermForm
from koinon.rules.vote.forms import VoteForm
from koinon.rules.window.forms import WindowForm

type BondKind = Literal["membership", "signature", "participation"]


class Noun(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """What all nouns share: names by language ("de", "en", "fr", or "mul" for every language)."""

    names: Text


class Source(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """Where rules were read. ``dated`` is the time the source speaks for.

    A source without address (a page kept as a text) says in ``read`` how it was read.
    """

    title: str
    type: Literal["statute", "law", "network-page", "council-paper", "press", "other-page"]
    dated: Bound
    url: str = ""
    publisher: str = ""
    read: Literal["", "whole", "opening", "quoted"] = ""


class Layer(Noun, frozen=True, kw_only=True):
    """A layer of rules (law, constitution, rules of procedure); a lower rank goes before."""

    rank: int
    amended: tuple[Bound, ...] = ()
    source: Code = ""


class Strand(Noun, frozen=True, kw_only=True):
    """An act of belonging that stands apart from others of the same network."""

    bond: BondKind


class Grade(Noun, frozen=True, kw_only=True):
    """A kind of member. ``on_top_of`` makes it an addition to another grade."""

    strand: Code = ""
    on_top_of: tuple[Code, ...] = ()


class Body(Noun, frozen=True, kw_only=True):
    """A body of the network.

    ``office`` for one that administers and does not sit, ``of_all`` for one of all members.
    """

    subset_of: Code = ""
    office: bool = False
    of_all: bool = False
    words: Text = {}


class Post(Noun, frozen=True, kw_only=True):
    """An office or a kind of seat. ``up_to`` is its number; ``number_unknown`` makes it None."""

    body: tuple[Code, ...] = ()
    up_to: int | None = 1
    number_unknown: bool = False
    at_most: bool = False
    held_by: Literal["", "person", "city"] = ""
    sent_by: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        # A document cannot write "none", so it says that nobody knows the number.
        if self.number_unknown:
            msgspec.structs.force_setattr(self, "up_to", None)


class Delegation(Noun, frozen=True, kw_only=True):
    """A proposer or group of seats; where it is an organisation, under that one's code."""


class Fund(Noun, frozen=True, kw_only=True):
    """Where money of a round comes from; ``given`` says it after a sum: "from the ERDF"."""

    given: Text


class LegalPerson(Noun, frozen=True, kw_only=True):
    """The legal person the network was for a time."""

    names: Name
    form: str
    source: Code
    valid_from: Bound
    valid_until: Bound | None = None
    seat: str = ""
    also: tuple[Code, ...] = ()


class Secretariat(Noun, frozen=True, kw_only=True):
    """An office that works for the network: who runs it, where it is, how to reach it.

    Where a city or organisation of the register runs it, the register says so instead; where one
    only houses it, ``organisation`` is its code, so that the page can lead there.
    """

    source: Code
    valid_from: Bound
    valid_until: Bound | None = None
    run_by: Text = {}
    organisation: Code = ""
    town: Text = {}
    address: str = ""
    contact: str = ""
    also: tuple[Code, ...] = ()


class Nesting(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """The network this one is a part of, and in which way.

    ``names`` are that network's, for one of which no document is at hand.
    """

    inside: Code
    names: Text = {}
    way: Literal["section", "coalition", "caucus", "programme", "national-section"]
    source: Code
    valid_from: Bound
    valid_until: Bound | None = None


class Stated(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """A figure of the rules' surroundings that a source gives; figures of members over time
    belong into the register. With ``body`` it is the number of that body's members, with
    ``women_in`` the share of women in that body, in per cent.
    """

    what: Text
    value: Decimal
    dated: Bound
    source: Code
    unit: str = ""
    body: Code = ""
    women_in: Code = ""
    qualifier: Literal["exactly", "about", "over", "up-to"] = "exactly"


class Treaty(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """A treaty between states that the network's work rests on. It binds no member.

    ``also_called`` are further names by which texts speak of it, in any language.
    """

    code: Code
    names: Text
    source: Code
    in_force_on: Bound
    signed_on: Bound | None = None
    also_called: tuple[str, ...] = ()
    also: tuple[Code, ...] = ()


class Gap(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """What was looked for and not found."""

    kind: str
    about: Text
    looked_in: tuple[Code, ...] = ()


class Statute(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """One network's rules, in their versions, as far as sources tell."""

    format: Literal[1]
    code: Code
    names: Name
    about: Text
    sources: dict[Code, Source]
    short: Name = {}
    members_vote: bool = True
    layers: dict[Code, Layer] = {}
    strands: dict[Code, Strand] = {}
    grades: dict[Code, Grade] = {}
    groups: dict[Code, Group] = {}
    bodies: dict[Code, Body] = {}
    posts: dict[Code, Post] = {}
    delegations: dict[Code, Delegation] = {}
    funds: dict[Code, Fund] = {}
    legal_person: tuple[LegalPerson, ...] = ()
    secretariat: tuple[Secretariat, ...] = ()
    nesting: tuple[Nesting, ...] = ()
    eligibility: tuple[EligibilityForm, ...] = ()
    procedure: tuple[ProcedureForm, ...] = ()
    fee: tuple[FeeForm, ...] = ()
    seats: tuple[SeatForm, ...] = ()
    quota: tuple[QuotaForm, ...] = ()
    representation: tuple[RepresentationForm, ...] = ()
    term: tuple[TermForm, ...] = ()
    vote: tuple[VoteForm, ...] = ()
    charter: tuple[CharterForm, ...] = ()
    cycle: tuple[CycleForm, ...] = ()
    target: tuple[TargetForm, ...] = ()
    completeness: tuple[CompletenessForm, ...] = ()
    window: tuple[WindowForm, ...] = ()
    treaty: tuple[Treaty, ...] = ()
    stated: tuple[Stated, ...] = ()
    gap: tuple[Gap, ...] = ()


RULE_KINDS = (
    "eligibility",
    "procedure",
    "fee",
    "seats",
    "quota",
    "representation",
    "term",
    "vote",
    "charter",
    "cycle",
    "target",
    "completeness",
    "window",
)
"""The tables of a document that hold rules."""
