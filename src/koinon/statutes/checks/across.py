"""What must hold between documents: nesting without circles, references that are answered."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from koinon.statutes.checks.references import Reference, abroad, references
from koinon.statutes.checks.targets import NOUNS
from koinon.statutes.document import Statute
from koinon.statutes.faults import Fault, fault


def faults_across(statute: Statute, known: Mapping[str, Statute]) -> tuple[Fault, ...]:
    """List what does not fit between a document and the others that are known.

    A network without a document is no fault; a code that a known document lacks is one.
    """
    return (*_nesting(statute, known), *_abroad(statute, known))


def _nesting(statute: Statute, known: Mapping[str, Statute]) -> Iterator[Fault]:
    for index, nesting in enumerate(statute.nesting):
        path = f"nesting[{index}].inside"
        if nesting.inside == statute.code:
            yield fault(path, "nested-in-itself", code=statute.code)
            continue
        way = _way_back(nesting.inside, statute.code, known, (statute.code,))
        if way:
            yield fault(path, "nesting-circle", codes=way)


def _way_back(
    start: str, goal: str, known: Mapping[str, Statute], so_far: tuple[str, ...]
) -> tuple[str, ...]:
    if start == goal:
        return (*so_far, goal)
    if start in so_far or start not in known:
        return ()
    for nesting in known[start].nesting:
        way = _way_back(nesting.inside, goal, known, (*so_far, start))
        if way:
            return way
    return ()


def _abroad(statute: Statute, known: Mapping[str, Statute]) -> Iterator[Fault]:
    for found in references(statute):
        target = abroad(found)
        if target is None:
            continue
        network, code = target
        there = statute if network == statute.code else known.get(network)
        if there is not None and not _has(there, code):
            yield _missing(found, there, code)


def _has(statute: Statute, code: str) -> bool:
    return any(code in getattr(statute, table) for table in NOUNS.values())


def _missing(found: Reference, statute: Statute, code: str) -> Fault:
    near = get_close_matches(code, [*statute.bodies, *statute.posts], 1)
    if near:
        bad = fault(
            found.path, "no-such-code-there-near", network=statute.code, code=code, hint=near[0]
        )
    else:
        bad = fault(found.path, "no-such-code-there", network=statute.code, code=code)
    return Fault(bad.path, bad.reason, found.rule)
