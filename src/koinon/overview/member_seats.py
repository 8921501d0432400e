"""The seats that a city's own memberships give it in bodies of its networks."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from koinon.overview.names import Named
from koinon.overview.ties import INDIRECT, Tie
from koinon.register.queries.numbers import PopulationOn
from koinon.register.queries.statutes import statute_of
from koinon.rules.answer import Reason
from koinon.rules.condition import Party
from koinon.rules.rule import Text
from koinon.rules.seats.member import seats_of_member
from koinon.rules.trace import Trace, given
from koinon.statutes.applied import applied
from koinon.statutes.document import Statute

NOT_BY_MEMBER = "seats.reason.not-by-member"


class MemberSeats(msgspec.Struct, frozen=True, kw_only=True):
    """The seats of a city in a body; ``seats`` None: not known, and ``reason`` says why."""

    network: Named
    body: str
    body_names: Text
    seats: int | None
    reason: Reason | None
    trace: Trace


def seats_of_city(
    ties: Sequence[Tie], party: Party | None, population: PopulationOn | None, day: date
) -> tuple[MemberSeats, ...]:
    """Tell how many seats each own tie of a city gives it, body by body."""
    people = None
    if population is not None:
        people = given("statute.population", population.value, "persons", source=population.source)
    return tuple(
        found
        for tie in ties
        if tie.kind != INDIRECT and (statute := statute_of(tie.counterpart.code)) is not None
        for found in _of_tie(tie, statute, party or Party(), people, day)
    )


def _of_tie(
    tie: Tie, statute: Statute, party: Party, people: Trace | None, day: date
) -> Iterator[MemberSeats]:
    asking = replace(
        party,
        grades=frozenset({tie.grade}) if tie.grade else None,
        strands=frozenset({tie.strand}) if tie.strand else None,
    )
    rules = applied(statute, "seats")
    for body in dict.fromkeys(item.rule.body for item in rules):
        answer = seats_of_member(rules, body, asking, people, day, groups=statute.groups)
        if answer.reason is not None and answer.reason.code == NOT_BY_MEMBER:
            continue
        yield MemberSeats(
            network=tie.counterpart,
            body=body,
            body_names=statute.bodies[body].names,
            seats=answer.value,
            reason=answer.reason,
            trace=answer.trace,
        )
