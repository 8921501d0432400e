"""Conditions on a party, checked one by one, each with its trace."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

import koinon.rules.judgement  # noqa: F401 - its operators make the traces
from koinon.rules.answer import Reason
from koinon.rules.bad_input import BadInput
from koinon.rules.condition import Condition, Group, Party
from koinon.rules.period import Truth
from koinon.rules.rule import Conditions
from koinon.rules.trace import RuleRef, Trace, derive, given, unknown

INHABITANTS = "inhabitants"


MOST_INHABITANTS = 100_000_000_000


class ImpossiblePopulation(BadInput):
    """A number of inhabitants that no place on Earth can have."""

    def __init__(self, population: int) -> None:
        super().__init__(
            f"{population} inhabitants: give a whole number from 0 to {MOST_INHABITANTS}",
            code="eligibility.refused.population",
            given=population,
            most=MOST_INHABITANTS,
        )


def require_possible(population: int | None) -> None:
    """Refuse a number of inhabitants that cannot be; raises ImpossiblePopulation."""
    if population is not None and not 0 <= population <= MOST_INHABITANTS:
        raise ImpossiblePopulation(population)


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One condition: met, not met, or (None) unknown.

    ``way`` counts the alternatives of which one must hold, from 1. ``said`` tells whether the
    party's side is known; where it is and the truth is not, the rule itself cannot be decided.
    """

    way: int
    what: str
    said: bool
    trace: Trace

    @property
    def truth(self) -> Truth:
        value: Truth = self.trace.value
        return value


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """All conditions of a rule on a party: the result with its trace, and each one by itself."""

    trace: Trace
    checks: tuple[Check, ...] = ()

    @property
    def truth(self) -> Truth:
        value: Truth = self.trace.value
        return value

    @property
    def open_checks(self) -> tuple[Check, ...]:
        """The unknown conditions in the alternatives that may still hold."""
        lost = {check.way for check in self.checks if check.truth is False}
        return tuple(
            check for check in self.checks if check.truth is None and check.way not in lost
        )

    @property
    def is_unsaid(self) -> bool:
        """Whether only the party's silence keeps this from being decided."""
        return self.truth is None and not any(check.said for check in self.open_checks)


def judge(
    who: Conditions, party: Party, groups: dict[str, Group] | None, *, rule: RuleRef | None = None
) -> Judgement:
    """Check every condition of a rule on a party; no condition holds for everybody.

    Raises ImpossiblePopulation.
    """
    require_possible(party.population)
    ways = who if isinstance(who, tuple) else (who,)
    checks = tuple(
        check
        for way, condition in enumerate(ways, start=1)
        for check in _checks(condition, party, groups or {}, way)
    )
    alternatives = [
        derive("eligibility.way", "all-of", *(c.trace for c in checks if c.way == way))
        for way, _ in enumerate(ways, start=1)
    ]
    if len(alternatives) == 1:
        return Judgement(trace=replace(alternatives[0], rule=rule), checks=checks)
    operation = "any-of" if alternatives else "all-of"
    trace = derive("eligibility.ways", operation, *alternatives, rule=rule)
    return Judgement(trace=trace, checks=checks)


def named(checks: Iterable[Check]) -> dict[str, Any]:
    """Name what the conditions are about, as parameters of a reason."""
    codes = dict.fromkeys(check.what for check in checks)
    return {"what": tuple(Reason(f"eligibility.what.{code}") for code in codes)}


def _checks(
    condition: Condition, party: Party, groups: dict[str, Group], way: int
) -> tuple[Check, ...]:
    asked = (
        *_code_checks(condition, party),
        *_place_checks(condition, party, groups),
        *_number_checks(condition, party),
    )
    return tuple(Check(way=way, what=what, said=said, trace=trace) for what, said, trace in asked)


type _Asked = tuple[str, bool, Trace]


def _code_checks(condition: Condition, party: Party) -> list[_Asked]:
    sides: list[tuple[str, Sequence[str], Iterable[str] | None]] = [
        ("kind", condition.kind, None if party.kind is None else (party.kind,)),
        ("grade", condition.grade, party.grades),
        ("strand", _one(condition.strand), party.strands),
        ("party", condition.party, (party.code,) if party.code else None),
        ("member-of", _one(condition.member_of), party.networks),
        ("paid", _one(condition.paid), party.paid),
    ]
    return [
        (what, held is not None, _among(what, tuple(wanted), held))
        for what, wanted, held in sides
        if wanted
    ]


def _one(code: str) -> tuple[str, ...]:
    return (code,) if code else ()


def _held(what: str, held: Iterable[str] | None) -> Trace:
    name = f"eligibility.held.{what}"
    if held is None:
        return unknown(name, "eligibility.reason.not-said")
    return given(name, tuple(sorted(held)))


def _among(what: str, wanted: tuple[str, ...], held: Iterable[str] | None) -> Trace:
    words = tuple(Reason(f"kind.{code}") for code in wanted) if what == "kind" else wanted
    name = f"eligibility.condition.{what}"
    return derive(name, "among", _held(what, held), wanted=wanted, words=words)


def _place_checks(condition: Condition, party: Party, groups: dict[str, Group]) -> list[_Asked]:
    said = party.places is not None
    found: list[_Asked] = []
    if condition.place:
        inside = _in_places("place", condition.place, party, groups)
        found.append(("place", said, inside))
    if condition.outside:
        inside = _in_places("place", condition.outside, party, groups)
        words = _place_words(condition.outside, groups)
        outside = derive("eligibility.condition.outside", "not", inside, words=words)
        found.append(("outside", said, outside))
    return found


def _in_places(what: str, codes: tuple[str, ...], party: Party, groups: dict[str, Group]) -> Trace:
    return derive(
        f"eligibility.condition.{what}",
        "in-places",
        _held("places", party.places),
        codes=codes,
        words=_place_words(codes, groups),
        groups=_named_groups(codes, groups),
    )


def _place_words(codes: Iterable[str], groups: dict[str, Group]) -> tuple[Any, ...]:
    return tuple(groups[code].names if code in groups else code for code in codes)


def _named_groups(codes: Iterable[str], groups: dict[str, Group]) -> dict[str, Group]:
    found: dict[str, Group] = {}
    waiting = list(codes)
    while waiting:
        code = waiting.pop()
        if code in groups and code not in found:
            found[code] = groups[code]
            waiting.extend(groups[code].places)
    return found


def _number_checks(condition: Condition, party: Party) -> list[_Asked]:
    lower, upper = condition.population_from, condition.population_up_to
    found: list[_Asked] = []
    if lower is not None or upper is not None:
        trace = _within("population", party.population, INHABITANTS, lower, upper)
        found.append(("population", party.population is not None, trace))
    if condition.districts_from is not None:
        trace = _within("districts", party.districts, "districts", condition.districts_from, None)
        found.append(("districts", party.districts is not None, trace))
    return found


def _within(
    what: str, number: int | None, unit: str, lower: int | None, upper: int | None
) -> Trace:
    name = f"eligibility.held.{what}"
    held = (
        unknown(name, "eligibility.reason.not-said")
        if number is None
        else given(name, number, unit)
    )
    side = "between" if None not in (lower, upper) else "from" if upper is None else "up-to"
    return derive(f"eligibility.condition.{what}.{side}", "within", held, lower=lower, upper=upper)
