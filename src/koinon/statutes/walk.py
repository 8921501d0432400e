"""Walking through a statute: every part of it with its path."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from koinon.rules.rule import Rule
from koinon.statutes.document import RULE_KINDS, Statute

_HOLDERS = (msgspec.Struct, tuple, dict)


class Spot(NamedTuple):
    """A part of a statute: where it stands, and the rule (with its kind) it belongs to."""

    path: str
    part: msgspec.Struct
    rule: Rule | None = None
    kind: str = ""

    @property
    def code(self) -> str:
        """The code of the rule around, empty for a part of no rule."""
        return self.rule.code if self.rule else ""


@cache
def fields_of(cls: type[msgspec.Struct]) -> tuple[tuple[str, str], ...]:
    """List a part's fields: the name in code and the key in the document."""
    return tuple((item.name, item.encode_name) for item in msgspec.structs.fields(cls))


def spots(statute: Statute) -> Iterator[Spot]:
    """Give every part of a statute, in the order of its fields."""
    for name, _ in fields_of(Statute):
        if name not in RULE_KINDS:
            yield from _inside(getattr(statute, name), Spot(name, statute), name)
    for spot in rule_spots(statute):
        yield from _with_parts(spot)


def rule_spots(statute: Statute) -> Iterator[Spot]:
    """Give every rule of a statute, without its parts."""
    for kind in RULE_KINDS:
        for index, rule in enumerate(getattr(statute, kind)):
            yield Spot(f"{kind}[{index}]", rule, rule, kind)


def _with_parts(spot: Spot) -> Iterator[Spot]:
    yield spot
    for name, key in fields_of(type(spot.part)):
        value = getattr(spot.part, name)
        if value and isinstance(value, _HOLDERS):
            yield from _inside(value, spot, f"{spot.path}.{key}")


def _inside(value: object, spot: Spot, path: str) -> Iterator[Spot]:
    match value:
        case msgspec.Struct():
            yield from _with_parts(Spot(path, value, spot.rule, spot.kind))
        case tuple():
            for index, item in enumerate(value):
                if isinstance(item, _HOLDERS):
                    yield from _inside(item, spot, f"{path}[{index}]")
        case dict():
            for key, item in value.items():
                if isinstance(item, _HOLDERS):
                    yield from _inside(item, spot, f"{path}.{key}")
