"""Whether somebody may represent, with what is missing, forbidden or not known."""

import msgspec

from koinon.rules.answer import Answer
from koinon.rules.eligibility.checks import Check
from koinon.rules.representation.forms import Attribute


class RepresentationAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Yes, no or unknown for one person.

    ``missing`` are required attributes the person lacks, ``one_of`` the choices of which the
    person has none, ``forbidden`` what the person is and must not be, ``not_said`` what would
    have to be known; ``checks`` are the conditions on the one who sends.
    """

    answer: Answer[bool]
    missing: tuple[Attribute, ...] = ()
    one_of: tuple[tuple[Attribute, ...], ...] = ()
    forbidden: tuple[Attribute, ...] = ()
    not_said: tuple[Attribute, ...] = ()
    checks: tuple[Check, ...] = ()
    alternatives: tuple["RepresentationAnswer", ...] = ()


class DelegationAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Whether several representatives are well named.

    ``must_include`` lists whom one of them must be, ``rest_by`` how the others are named; both
    are empty where nothing is laid down for so few.
    """

    answer: Answer[bool]
    must_include: tuple[Attribute, ...] = ()
    rest_by: tuple[str, ...] = ()
    alternatives: tuple["DelegationAnswer", ...] = ()
