"""The forms in which statutes ask for a composition."""

from typing import Literal

import msgspec

from koinon.rules.rule import Code, Conditions, Named, Ratio, Rule


class QuotaRule(Rule, frozen=True, kw_only=True):
    """What all forms share: the body, and within which part of it the rule must hold."""

    body: Code
    within: Literal["body", "delegation", "portfolio"] = "body"


class Share(QuotaRule, frozen=True, kw_only=True, tag="share"):
    """A least share of each gender, with its rounding; "undeclared": all readings are answered."""

    at_least: Ratio
    of: Literal["each-gender", "women"] = "each-gender"
    rounding: Literal["strict", "up", "down", "nearest", "undeclared"] = "undeclared"
    condition_of_admission: bool = False


class Corrective(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What follows where the composition is missed: a post that brings a further seat."""

    post: Code
    on_proposal_of: str = ""


class Class(Named, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A class of which one must be there: those who meet the conditions."""

    who: Conditions


class Each(QuotaRule, frozen=True, kw_only=True, tag="each"):
    """At least a number of each class, or (``genders``) of each gender: pairs."""

    at_least: int = 1
    of: tuple[Class, ...] = ()
    genders: bool = False
    if_missed: Corrective | None = None


class Criteria(QuotaRule, frozen=True, kw_only=True, tag="criteria"):
    """Criteria that are weighed, not computed."""

    criteria: tuple[Named, ...]


type QuotaForm = Share | Each | Criteria
