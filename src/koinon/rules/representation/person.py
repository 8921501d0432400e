"""What is known of a person who is to represent a member."""

from collections.abc import Iterable, Mapping
from typing import Any

import koinon.rules.judgement  # noqa: F401 - its operators make the traces
from koinon.rules.answer import Reason
from koinon.rules.representation.forms import Attribute
from koinon.rules.trace import Trace, derive, given, unknown

type Attributes = Mapping[Attribute, bool]
"""What a person is and is not in the organisation that sends them; what is absent is unknown."""


class ContradictoryPerson(ValueError):
    """A person who is said to be head of the authority and the head's deputy at once."""

    def __init__(self) -> None:
        super().__init__(
            "nobody is head of an authority and the head's deputy at once: give one of the two"
        )


def completed(attributes: Attributes) -> dict[Attribute, bool]:
    """Add what follows: a deputy of the head is not head of the authority, nor the other way.

    Raises ContradictoryPerson.
    """
    person = dict(attributes)
    for one, other in (
        (Attribute.DEPUTY, Attribute.HEAD_OF_AUTHORITY),
        (Attribute.HEAD_OF_AUTHORITY, Attribute.DEPUTY),
    ):
        if attributes.get(one):
            if attributes.get(other):
                raise ContradictoryPerson
            person[other] = False
    return person


def attribute_trace(attribute: Attribute, person: Attributes) -> Trace:
    """Trace whether a person has an attribute."""
    name = f"representation.attribute.{attribute}"
    if attribute not in person:
        return unknown(name, "representation.reason.not-said")
    return given(name, person[attribute])


def any_trace(name: str, attributes: Iterable[Attribute], person: Attributes) -> Trace:
    """Trace whether a person has one of several attributes."""
    return derive(name, "any-of", *(attribute_trace(item, person) for item in attributes))


def called(attributes: Iterable[Attribute]) -> dict[str, Any]:
    """Name attributes, as parameters of a reason."""
    return {"what": tuple(Reason(f"representation.attribute.{item}") for item in attributes)}
