"""Whom a rule applies to: conditions on a party, answered yes, no or unknown."""

from typing import Annotated

import msgspec
from msgspec import Meta

from koinon.rules.period import Truth


class Condition(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """Requirements that must all hold. Bounds of population are whole and inclusive.

    ``place`` and ``outside`` name country codes, NUTS codes, or groups of the document;
    ``districts_from`` counts the counties or county-free cities a project spans.
    """

    kind: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    population_from: int | None = None
    population_up_to: int | None = None
    districts_from: int | None = None
    grade: tuple[str, ...] = ()
    strand: str = ""
    party: tuple[str, ...] = ()
    member_of: str = ""
    paid: str = ""


class Group(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """A named set of places: those surely inside, those surely not; of others nobody knows."""

    names: Annotated[dict[str, str], Meta(extra={"words": "shown"})]
    places: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    complete: bool = False


class Party(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is known of the one who asks; None stands for "not known"."""

    code: str = ""
    kind: str | None = None
    places: frozenset[str] | None = None
    population: int | None = None
    districts: int | None = None
    grades: frozenset[str] | None = None
    strands: frozenset[str] | None = None
    networks: frozenset[str] | None = None
    paid: frozenset[str] | None = None


def all_of(*truths: Truth) -> Truth:
    """Tell whether all hold: a single no decides, else a single unknown."""
    if False in truths:
        return False
    return None if None in truths else True


def any_of(*truths: Truth) -> Truth:
    """Tell whether one holds: a single yes decides, else a single unknown."""
    if True in truths:
        return True
    return None if None in truths else False


def negation(truth: Truth) -> Truth:
    """Tell the opposite; of unknown, unknown."""
    return None if truth is None else not truth


def in_any_place(codes: tuple[str, ...], party: Party, groups: dict[str, Group]) -> Truth:
    """Tell whether one of a party's places is among the codes, groups resolved."""
    return any_of(*(_in_place(code, party, groups) for code in codes))


def _in_place(code: str, party: Party, groups: dict[str, Group]) -> Truth:
    if party.places is None:
        return None
    group = groups.get(code)
    if group is None:
        return code in party.places
    if party.places & frozenset(group.never):
        return False
    if any(_in_place(member, party, groups) for member in group.places):
        return True
    return False if group.complete else None


def _within(number: int | None, lower: int | None, upper: int | None) -> Truth:
    if lower is None and upper is None:
        return True
    if number is None:
        return None
    return (lower is None or number >= lower) and (upper is None or number <= upper)


def _among(wanted: frozenset[str] | tuple[str, ...], held: frozenset[str] | None) -> Truth:
    if not wanted:
        return True
    return None if held is None else bool(frozenset(wanted) & held)


def meets(condition: Condition, party: Party, groups: dict[str, Group]) -> Truth:
    """Tell whether a party meets one condition."""
    return all_of(
        _among(condition.kind, None if party.kind is None else frozenset({party.kind})),
        in_any_place(condition.place, party, groups) if condition.place else True,
        negation(in_any_place(condition.outside, party, groups)) if condition.outside else True,
        _within(party.population, condition.population_from, condition.population_up_to),
        _within(party.districts, condition.districts_from, None),
        _among(condition.grade, party.grades),
        _among((condition.strand,) if condition.strand else (), party.strands),
        _among(condition.party, frozenset({party.code}) if party.code else None),
        _among((condition.member_of,) if condition.member_of else (), party.networks),
        _among((condition.paid,) if condition.paid else (), party.paid),
    )


def applies(
    who: Condition | tuple[Condition, ...], party: Party, groups: dict[str, Group] | None = None
) -> Truth:
    """Tell whether a rule's conditions let it apply to a party; no condition applies to all."""
    conditions = who if isinstance(who, tuple) else (who,)
    if not conditions:
        return True
    return any_of(*(meets(condition, party, groups or {}) for condition in conditions))
