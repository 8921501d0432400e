"""The tables of the register."""

from koinon.register.models.body import Body, BodyTerm, Person, Post, PostKind
from koinon.register.models.bond import Bond, BondKind, Event, Role, Statement, Tenure
from koinon.register.models.figure import Basis, Figure, Qualifier
from koinon.register.models.listing import Listing
from koinon.register.models.organisation import LegalPerson, Organisation, OrganisationName
from koinon.register.models.source import Population, Source, SourceType
from koinon.register.models.spell import Spell
from koinon.register.models.text import SiteText
from koinon.register.models.typed_rule import Collection, TypedRule, TypedRuleKind

__all__ = [
    "Basis",
    "Body",
    "BodyTerm",
    "Bond",
    "BondKind",
    "Collection",
    "Event",
    "Figure",
    "LegalPerson",
    "Listing",
    "Organisation",
    "OrganisationName",
    "Person",
    "Population",
    "Post",
    "PostKind",
    "Qualifier",
    "Role",
    "SiteText",
    "Source",
    "SourceType",
    "Spell",
    "Statement",
    "Tenure",
    "TypedRule",
    "TypedRuleKind",
]
