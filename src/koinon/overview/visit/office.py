"""What hangs on the office of the head of a city: what would fall vacant without its holder."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from koinon.overview.names import Named
from koinon.overview.statutes import body_names
from koinon.overview.tenures import Tenancy
from koinon.overview.ties import Tie
from koinon.register.queries.statutes import statute_of
from koinon.rules.condition import Party
from koinon.rules.representation.calculation import may_represent
from koinon.rules.representation.forms import Attribute, Mandate
from koinon.rules.rule import Text
from koinon.rules.trace import Trace
from koinon.statutes.applied import applied
from koinon.statutes.document import Statute

HEAD = {Attribute.ELECTED: True, Attribute.HEAD_OF_AUTHORITY: True}
NO_LONGER = {Attribute.ELECTED: False, Attribute.HEAD_OF_AUTHORITY: False}
OTHERS = {item: False for item in Attribute if item not in HEAD and item is not Attribute.DEPUTY}
"""Whoever leaves the office is taken to hold no other."""


class HeldByOffice(msgspec.Struct, frozen=True):
    """A body in which only the head of a city, or somebody else elected, may sit for it."""

    network: Named
    body: str
    body_names: Text
    trace: Trace


def resting_on(heads: Sequence[Tenancy], tenures: Sequence[Tenancy]) -> tuple[Tenancy, ...]:
    """List the seats that rest on the tenure of a head of the city, also by way of another seat."""
    foundations = {head.bond for head in heads}
    found: dict[str, Tenancy] = {}
    for _ in tenures:
        above = [
            item
            for item in tenures
            if item.rests_on in foundations and item.bond not in found and item.holds is not False
        ]
        if not above:
            break
        found |= {item.bond: item for item in above}
        foundations |= {item.bond for item in above}
    return tuple(found.values())


def held_by_office(ties: Sequence[Tie], party: Party, day: date) -> tuple[HeldByOffice, ...]:
    """List the bodies in which a head of the city may sit, and may not after leaving the office."""
    networks: Mapping[str, Named] = {tie.counterpart.code: tie.counterpart for tie in ties}
    return tuple(
        found
        for code, network in networks.items()
        if (statute := statute_of(code)) is not None
        for found in _of(statute, network, party, day)
    )


def _of(statute: Statute, network: Named, party: Party, day: date) -> Iterator[HeldByOffice]:
    rules = applied(statute, "representation")
    mandates = [item.rule for item in rules if isinstance(item.rule, Mandate)]
    for body in dict.fromkeys(it for rule in mandates for it in rule.of if it in statute.bodies):
        before, after = (
            may_represent(rules, body, person | OTHERS, day, party, groups=statute.groups)
            for person in (HEAD, NO_LONGER)
        )
        if before.answer.value is not False and after.answer.value is False:
            yield HeldByOffice(network, body, body_names(network.code, body), after.answer.trace)
