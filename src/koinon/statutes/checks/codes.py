"""Codes that may stand only once, and words that name no more than themselves."""

from collections import Counter
from collections.abc import Iterable, Iterator

from koinon.rules.answer import Reason
from koinon.rules.charter.forms import Point, Version
from koinon.rules.completeness.forms import AtLeast
from koinon.rules.eligibility.forms import Declared
from koinon.rules.procedure.forms import Steps
from koinon.rules.quota.forms import Criteria, Each
from koinon.rules.rule import Named
from koinon.rules.window.forms import Round
from koinon.statutes.document import Statute
from koinon.statutes.faults import Fault, fault
from koinon.statutes.walk import Spot, fields_of, spots

_SHARED = ("grades", "bodies", "posts", "delegations")


def code_faults(statute: Statute) -> Iterator[Fault]:
    """List codes given twice where one place could mean either, and lists that repeat an item."""
    yield from _nouns_of_one_name(statute)
    for spot in spots(statute):
        for found in (*_twice_named(spot), *_repeated(spot), *_source_again(spot)):
            yield Fault(found.path, found.reason, spot.code)


def _nouns_of_one_name(statute: Statute) -> Iterator[Fault]:
    taken: dict[str, str] = {}
    for table in _SHARED:
        for code in getattr(statute, table):
            if code in taken:
                yield fault(f"{table}.{code}", "code-taken", code=code, other=taken[code])
            taken.setdefault(code, f"{table}.{code}")


def _twice_named(spot: Spot) -> Iterator[Fault]:
    match spot.part:
        case Steps(steps=steps):
            yield from _duplicates(f"{spot.path}.steps", (step.code for step in steps))
        case Declared(must=must, must_not=must_not):
            yield from _duplicates(f"{spot.path}.must", _codes((*must, *must_not)))
        case Criteria(criteria=criteria):
            yield from _duplicates(f"{spot.path}.criteria", _codes(criteria))
        case Each(of=classes) | AtLeast(of=classes):
            yield from _duplicates(f"{spot.path}.of", _codes(classes))
        case Version(points=points):
            yield from _duplicates(f"{spot.path}.points", _codes(points))
        case Point(actions=actions):
            yield from _duplicates(f"{spot.path}.actions", _codes(actions))
        case Round(excludes=excludes):
            yield from _duplicates(f"{spot.path}.excludes", _codes(excludes))


def _codes(items: Iterable[Named]) -> Iterator[str]:
    return (item.code for item in items)


def _duplicates(path: str, codes: Iterable[str]) -> Iterator[Fault]:
    for code, count in Counter(codes).items():
        if count > 1:
            yield fault(path, "code-twice", code=code)


def _repeated(spot: Spot) -> Iterator[Fault]:
    for name, key in fields_of(type(spot.part)):
        value = getattr(spot.part, name)
        if isinstance(value, tuple) and len(value) > 1 and isinstance(value[0], str):
            yield from _duplicates(f"{spot.path}.{key}", value)


def _source_again(spot: Spot) -> Iterator[Fault]:
    source = getattr(spot.part, "source", None)
    if source and source in getattr(spot.part, "also", ()):
        noun = Reason("statute.noun.source")
        yield fault(f"{spot.path}.also", "named-again", code=source, noun=noun)
