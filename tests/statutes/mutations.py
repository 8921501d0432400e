"""Every way to rename a key, drop a source or let two versions overlap in a document."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

from koinon.rules.bound import BEGINNING, OPEN_END, Bound
from koinon.statutes.document import RULE_KINDS

type Tables = dict[str, Any]
type Step = str | int
type Way = tuple[Step, ...]

_ONE_DAY = timedelta(days=1)


class Mutation(NamedTuple):
    """A document with one thing wrong: what was done, in which table, and the result."""

    what: str
    way: Way
    tables: Tables

    @property
    def table(self) -> str:
        """The top-level table in which something was changed, as the result names it."""
        return str(self.way[0])


def renamings(tables: Tables) -> Iterator[Mutation]:
    """Rename every key in turn, once with a letter more and once with two letters swapped."""
    for way in _keys(tables, ()):
        key = str(way[-1])
        for other in _other_names(key):
            changed, parent = opened(tables, way[:-1])
            if other not in parent:
                _rename(parent, key, other)
                yield Mutation(f"{_text(way)} → {other}", (*way[:-1], other), changed)


def dropped_sources(tables: Tables) -> Iterator[Mutation]:
    """Take away every entry of [sources] and every key ``source`` in turn."""
    for way in _keys(tables, ()):
        if way[-1] == "source" or (len(way) == 2 and way[0] == "sources"):
            changed, parent = opened(tables, way[:-1])
            del parent[way[-1]]
            yield Mutation(f"{_text(way)} dropped", way, changed)


def overlaps(tables: Tables) -> Iterator[Mutation]:
    """Let each version of a rule end a day after the next one begins."""
    for kind in RULE_KINDS:
        for earlier, later in _neighbours(tables.get(kind, [])):
            start = Bound.parse(tables[kind][later]["valid_from"])
            changed, rule = opened(tables, (kind, earlier))
            rule["valid_until"] = _a_day_later(start)
            what = f"{kind}[{earlier}] until {rule['valid_until']}, {kind}[{later}] from {start}"
            yield Mutation(what, (kind, later), changed)


def _a_day_later(start: Bound) -> str:
    later = start.latest + _ONE_DAY
    if start.earliest == BEGINNING or start.is_exact:
        return later.isoformat()
    return f"{start.earliest + _ONE_DAY}..{later}"


def _neighbours(rules: list[Tables]) -> Iterator[tuple[int, int]]:
    codes = {rule["code"] for rule in rules}
    for code in sorted(codes):
        versions = [index for index, rule in enumerate(rules) if rule["code"] == code]
        yield from pairwise(sorted(versions, key=lambda index: _start(rules[index])))


def _start(rule: Tables) -> tuple[date, date]:
    bound = Bound.parse(rule["valid_from"])
    assert bound.latest != OPEN_END
    return bound.latest, bound.earliest


def _other_names(key: str) -> Iterator[str]:
    yield f"{key}x"
    for place in range(len(key) - 1):
        if key[place] != key[place + 1] and "-" not in key[place : place + 2]:
            yield key[:place] + key[place + 1] + key[place] + key[place + 2 :]
            return


def _keys(value: object, way: Way) -> Iterator[Way]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*way, key)
            yield from _keys(inner, (*way, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _keys(inner, (*way, index))


def opened(tables: Tables, way: Way) -> tuple[Tables, Any]:
    """Copy only what lies on the way, and give the copy with the part at its end."""
    changed = dict(tables)
    part: Any = changed
    for step in way:
        part[step] = _shallow(part[step])
        part = part[step]
    return changed, part


def _shallow(value: Any) -> Any:
    return value.copy()


def _rename(parent: Tables, key: str, other: str) -> None:
    items = [(other if name == key else name, value) for name, value in parent.items()]
    parent.clear()
    parent.update(items)


def _text(way: Way) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in way).lstrip(".")
