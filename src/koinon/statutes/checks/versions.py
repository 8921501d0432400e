"""Versions of a rule: one after the other, never two at once; and rules that dispute another."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from koinon.rules.bound import BEGINNING, Bound
from koinon.rules.rule import Rule
from koinon.statutes.document import Statute
from koinon.statutes.faults import Fault, fault
from koinon.statutes.walk import Spot, rule_spots

type Versions = dict[tuple[str, str], list[tuple[Spot, Rule]]]


def version_faults(statute: Statute) -> Iterator[Fault]:
    """List versions that overlap or have no order, and disputes that lead nowhere."""
    for person_path, valid_from, valid_until in _dated_nouns(statute):
        yield from _backwards(person_path, valid_from, valid_until)
    versions = _versions(statute)
    for (kind, code), found in versions.items():
        for item in _one_rule(found):
            yield Fault(item.path, item.reason, code)
        for spot, rule in found:
            for item in _disputes(spot, rule, {name for of, name in versions if of == kind}):
                yield Fault(item.path, item.reason, code)
    yield from _circular_disputes(versions)


def _dated_nouns(statute: Statute) -> Iterator[tuple[str, Bound, Bound | None]]:
    for name in ("legal_person", "secretariat", "nesting"):
        for index, item in enumerate(getattr(statute, name)):
            yield f"{name}[{index}]", item.valid_from, item.valid_until


def _versions(statute: Statute) -> Versions:
    found: Versions = defaultdict(list)
    for spot in rule_spots(statute):
        if spot.rule:
            found[spot.kind, spot.rule.code].append((spot, spot.rule))
    return found


def _one_rule(versions: list[tuple[Spot, Rule]]) -> Iterator[Fault]:
    for spot, rule in versions:
        yield from _backwards(spot.path, rule.valid_from, rule.valid_until)
    ordered = sorted(versions, key=lambda item: _ends(item[1].valid_from))
    for (_, earlier), (spot, later) in pairwise(ordered):
        yield from _order(spot.path, earlier, later)


def _ends(bound: Bound) -> tuple[date, date]:
    return bound.latest, bound.earliest


def _backwards(path: str, valid_from: Bound, valid_until: Bound | None) -> Iterator[Fault]:
    if valid_until is None:
        return
    if valid_until.latest <= valid_from.earliest or _lies_before(valid_until, valid_from):
        yield fault(f"{path}.valid_until", "ends-before-start", start=valid_from, end=valid_until)


def _lies_before(end: Bound, start: Bound) -> bool:
    return end.earliest < start.earliest or end.latest < start.latest


def _order(path: str, earlier: Rule, later: Rule) -> Iterator[Fault]:
    start = later.valid_from
    if start == earlier.valid_from:
        yield fault(f"{path}.valid_from", "equal-start", start=start)
    elif not _is_before(earlier.valid_from, start):
        yield fault(f"{path}.valid_from", "no-order", one=earlier.valid_from, other=start)
    elif earlier.valid_until is not None and not _is_up_to(earlier.valid_until, start):
        yield fault(f"{path}.valid_from", "overlap", end=earlier.valid_until, start=start)


def _is_before(one: Bound, other: Bound) -> bool:
    """Tell whether one start is the earlier one by all that is known of both."""
    if BEGINNING in (one.earliest, other.earliest):
        return one.latest < other.latest
    return one.earliest <= other.earliest and one.latest <= other.latest


def _is_up_to(end: Bound, start: Bound) -> bool:
    """Tell whether an end lies no day after a start, at their earliest and at their latest."""
    if end.latest > start.latest:
        return False
    return start.earliest == BEGINNING or end.earliest <= start.earliest


def _disputes(spot: Spot, rule: Rule, codes: set[str]) -> Iterator[Fault]:
    path = f"{spot.path}.disputes"
    if rule.disputes == rule.code:
        yield fault(path, "disputes-itself", code=rule.code)
    elif rule.disputes and rule.disputes not in codes:
        yield fault(path, "no-such-rule", code=rule.disputes, kind=spot.kind)


def _circular_disputes(versions: Versions) -> Iterator[Fault]:
    opposed: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (kind, code), found in versions.items():
        opposed[kind, code] = [rule.disputes for _, rule in found if rule.disputes != code]
    for (kind, code), found in versions.items():
        way = _way_back(kind, code, opposed)
        if way and code == min(way):
            path = f"{found[0][0].path}.disputes"
            item = fault(path, "dispute-circle", codes=way)
            yield Fault(item.path, item.reason, code)


def _way_back(kind: str, goal: str, opposed: dict[tuple[str, str], list[str]]) -> tuple[str, ...]:
    waiting: list[tuple[str, ...]] = [(goal,)]
    seen: set[str] = set()
    while waiting:
        way = waiting.pop()
        for code in opposed.get((kind, way[-1]), ()):
            if code == goal:
                return way
            if code and code not in seen:
                seen.add(code)
                waiting.append((*way, code))
    return ()
