"""Codes that point somewhere, where they may point, and nouns that nothing points to."""

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import NamedTuple

import msgspec

from koinon.rules.answer import Reason
from koinon.rules.procedure.forms import Steps, Suspension
from koinon.rules.window.forms import Round
from koinon.statutes.checks.targets import NOUNS, TARGETS, Target
from koinon.statutes.document import Statute
from koinon.statutes.faults import Fault, fault
from koinon.statutes.vocabulary import (
    ACTORS,
    COUNTRIES,
    EVENTS,
    FACTORS,
    FOLLOWED,
    KINDS,
    MEETING_OF,
    PAID,
    PER,
    REST_BY,
)
from koinon.statutes.walk import Spot, fields_of, spots

type Spaces = Mapping[str, Collection[str]]
type Used = set[tuple[str, str]]

_REGION = re.compile(r"([A-Z]{2})[0-9A-Z]{1,3}\Z")
_ABROAD = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*):([a-z0-9]+(?:-[a-z0-9]+)*)\Z")
# European statistics call Greece EL and the United Kingdom UK.
_REGION_COUNTRIES = COUNTRIES | {"EL", "UK"}

_FIXED: Spaces = {
    "actor": ACTORS,
    "country": COUNTRIES,
    "event": EVENTS,
    "factor": FACTORS,
    "followed": FOLLOWED,
    "kind": KINDS,
    "paid": PAID,
    "per": PER,
    "rest-by": REST_BY,
    "table": Statute.__struct_fields__,
}


def spaces_of(statute: Statute) -> Spaces:
    """Gather the codes that a document may refer to, by what they name."""
    steps = {
        step.code for rule in statute.procedure if isinstance(rule, Steps) for step in rule.steps
    }
    return {
        **_FIXED,
        "source": statute.sources,
        "layer": statute.layers,
        "strand": statute.strands,
        "grade": statute.grades,
        "fund": statute.funds,
        "group": statute.groups,
        "body": statute.bodies,
        "post": statute.posts,
        "delegation": statute.delegations,
        "meeting": {f"{MEETING_OF}{body}" for body in statute.bodies},
        "step": steps,
        "fee": {rule.code for rule in statute.fee},
        "charter": {rule.code for rule in statute.charter},
        "call": {rule.call for rule in statute.window if isinstance(rule, Round)},
        "suspension": {rule.code for rule in statute.procedure if isinstance(rule, Suspension)},
    }


def reference_faults(statute: Statute) -> Iterator[Fault]:
    """List codes that point nowhere, and nouns that nothing points to."""
    spaces = spaces_of(statute)
    used: Used = set()
    for found in references(statute):
        if not _resolves(found, spaces, used):
            yield _dangling(found, spaces)
    for space, table in NOUNS.items():
        for code in getattr(statute, table):
            if (space, code) not in used:
                noun = Reason(f"statute.noun.{space}")
                yield fault(f"{table}.{code}", "unused", code=code, noun=noun)


class Reference(NamedTuple):
    """A code somewhere in a document that points to something."""

    path: str
    value: str
    target: Target
    rule: str


def references(statute: Statute) -> Iterator[Reference]:
    """Give every code of a document that must point to something."""
    for spot in spots(statute):
        for cls in type(spot.part).__mro__:
            for name, target in TARGETS.get(cls, {}).items():
                yield from _values(spot, name, target)


def _values(spot: Spot, name: str, target: Target) -> Iterator[Reference]:
    value = getattr(spot.part, name)
    path = f"{spot.path}.{_key(spot.part, name)}"
    if isinstance(value, str):
        if value:
            yield Reference(path, value, target, spot.code)
        return
    if isinstance(value, dict):
        value = tuple(item for items in value.values() for item in items)
    for index, item in enumerate(value):
        yield Reference(f"{path}[{index}]", item, target, spot.code)


def _key(part: msgspec.Struct, name: str) -> str:
    return dict(fields_of(type(part)))[name]


def _resolves(found: Reference, spaces: Spaces, used: Used) -> bool:
    hits = [space for space in found.target.spaces if found.value in spaces.get(space, ())]
    used.update((space, found.value) for space in hits)
    if found.value.startswith(MEETING_OF):
        used.add(("body", found.value.removeprefix(MEETING_OF)))
    return bool(hits) or (
        ("abroad" in found.target.spaces and _ABROAD.match(found.value) is not None)
        or ("region" in found.target.spaces and _is_region(found.value))
    )


def _is_region(code: str) -> bool:
    match = _REGION.match(code)
    return match is not None and match[1] in _REGION_COUNTRIES


def _dangling(found: Reference, spaces: Spaces) -> Fault:
    known = sorted(code for space in found.target.spaces for code in spaces.get(space, ()))
    noun = Reason(f"statute.noun.{found.target.noun}")
    near = get_close_matches(found.value, known, 1)
    if near:
        bad = fault(found.path, "dangling-near", value=found.value, noun=noun, hint=near[0])
    else:
        bad = fault(found.path, "dangling", value=found.value, noun=noun)
    return Fault(bad.path, bad.reason, found.rule)


def abroad(found: Reference) -> tuple[str, str] | None:
    """Split a reference to another document into network and code."""
    if "abroad" not in found.target.spaces:
        return None
    match = _ABROAD.match(found.value)
    return (match[1], match[2]) if match else None
