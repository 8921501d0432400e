"""Who has how many seats in a body, by the statute alone."""

from collections.abc import Mapping
from datetime import date

import msgspec

from koinon.rules.answer import Answer, Reason
from koinon.rules.seats.body import seats_of_body
from koinon.rules.seats.composition import BodySeats, DelegationSeats
from koinon.rules.seats.member import seats_of_member
from koinon.rules.seats.vacancy import vacant
from koinon.rules.trace import Trace, given
from koinon.statutes.answers.asked import body_of, party_of
from koinon.statutes.applied import applied
from koinon.statutes.document import Statute
from koinon.statutes.library import Library


class SeatsGiven(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A number of seats as it is given out, None with the reason where nobody knows it."""

    seats: int | None
    reason: Reason | None
    trace: Trace
    notes: tuple[Reason, ...] = ()


class DelegationGiven(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A delegation with its seats; ``held`` and ``vacant`` are None where holders are not known."""

    delegation: str
    seats: int | None
    reason: Reason | None
    held: int | None
    vacant: int | None
    differing: bool
    trace: Trace
    at_most: bool = False
    voice: str = "vote"
    alternatives: tuple[SeatsGiven, ...] = ()


class BodyGiven(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A body's seats by delegation, their sum beside the size that is laid down."""

    body: str
    on: date
    delegations: tuple[DelegationGiven, ...]
    total: SeatsGiven
    declared: SeatsGiven | None = None
    persons: SeatsGiven | None = None
    differing: bool = False
    notes: tuple[Reason, ...] = ()


def member_seats_of(
    network: str,
    body: str,
    on: date,
    library: Library,
    *,
    population: int | None,
    kind: str = "",
    country: str = "",
    grade: str = "",
) -> SeatsGiven:
    """Tell how many seats a member of so many inhabitants has in a body on a day.

    Raises NoSuchNetwork, NoSuchCode, StatuteError, ImpossiblePopulation.
    """
    statute = library.statute(network)
    party = party_of(statute, population=population, country=country, grade=grade, kind=kind)
    people = None if population is None else given("statute.population", population, "inhabitants")
    answer = seats_of_member(
        applied(statute, "seats"),
        body_of(statute, body),
        party,
        people,
        on,
        groups=statute.groups,
    )
    return _given(answer)


def seats_of(
    network: str,
    body: str,
    on: date,
    library: Library,
    *,
    held: Mapping[str, int] | None = None,
    countries: Mapping[str, Trace] | None = None,
) -> BodyGiven:
    """Tell who has how many seats in a body on a day.

    ``held`` is the number of holders of each delegation, where they are known; ``countries`` the
    populations of countries with their sources. Raises NoSuchNetwork, NoSuchCode, StatuteError.
    """
    statute = library.statute(network)
    return given_body(body_seats_of(statute, body, on, countries=countries), held)


def body_seats_of(
    statute: Statute, body: str, on: date, *, countries: Mapping[str, Trace] | None = None
) -> BodySeats:
    """Work out the seats of a body of a statute; raises NoSuchCode."""
    return seats_of_body(
        applied(statute, "seats"),
        statute.posts,
        body_of(statute, body),
        on,
        countries=countries,
    )


def given_body(found: BodySeats, held: Mapping[str, int] | None = None) -> BodyGiven:
    """Shape a body's seats as they are given out."""
    return BodyGiven(
        body=found.body,
        on=found.day,
        delegations=tuple(
            _delegation(row, None if held is None else held.get(row.delegation, 0))
            for row in (*found.delegations, *found.advisory)
        ),
        total=_given(found.total),
        declared=_given(found.declared.answer) if found.declared else None,
        persons=_given(found.persons) if found.persons else None,
        differing=found.differing,
        notes=found.notes,
    )


def _delegation(row: DelegationSeats, held: int | None) -> DelegationGiven:
    vacancy = None if held is None else vacant(row, held)
    return DelegationGiven(
        delegation=row.delegation,
        seats=row.seats,
        reason=row.reason,
        held=held,
        vacant=vacancy.vacant if vacancy else None,
        differing=row.differing or bool(vacancy and vacancy.differing),
        trace=row.trace,
        at_most=row.at_most,
        voice=row.voice,
        alternatives=tuple(map(_given, row.alternatives)),
    )


def _given(answer: Answer[int]) -> SeatsGiven:
    return SeatsGiven(
        seats=answer.value, reason=answer.reason, trace=answer.trace, notes=answer.notes
    )
