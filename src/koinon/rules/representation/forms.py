"""The forms in which statutes say who may represent a member."""

from enum import StrEnum

from koinon.rules.rule import Code, Conditions, Rule


class Attribute(StrEnum):
    """What a representative is in the organisation that sends them."""

    ELECTED = "elected"
    HEAD_OF_AUTHORITY = "head-of-authority"
    HEAD_OF_ASSOCIATION = "head-of-association"
    DEPUTY = "deputy-of-head"
    POLICY_OFFICER = "policy-officer"
    STAFF = "staff-member"
    PROFESSIONAL = "professional"
    NGO = "ngo"


class Mandate(Rule, frozen=True, kw_only=True, tag="mandate"):
    """What a representative must be (all of, one of) and must never be.

    ``of`` names bodies, posts or grades of the document.
    """

    of: tuple[Code, ...]
    all_of: tuple[Attribute, ...] = ()
    any_of: tuple[Attribute, ...] = ()
    never: tuple[Attribute, ...] = ()
    who: Conditions = ()


class Delegation(Rule, frozen=True, kw_only=True, tag="delegation"):
    """How a member names several representatives: who must be among them, who names the rest."""

    of: tuple[Code, ...]
    several_from: int = 2
    must_include: tuple[Attribute, ...] = ()
    rest_by: tuple[str, ...] = ()
    who: Conditions = ()


type RepresentationForm = Mandate | Delegation
