"""Where a visitor and the sources, or the sources among themselves, differ: each word stands."""

from collections.abc import Iterator

import msgspec

from koinon.gazetteer.slug import slug
from koinon.overview.tenures import Tenancy
from koinon.overview.ties import Tie
from koinon.overview.visit.answers import Head, Mark, Visit
from koinon.overview.visit.known import KnownCity
from koinon.rules.answer import Reason
from koinon.rules.beginning import Disputed
from koinon.rules.rule import Text
from koinon.rules.trace import SourceRef

_TITLES = frozenset({"dr", "prof", "mr", "mrs", "ms", "herr", "frau", "m", "mme"})


class Differing(msgspec.Struct, frozen=True, kw_only=True):
    """What it is about, what the visitor says, what the sources say."""

    about: Text
    yours: Reason
    theirs: Reason
    sources: tuple[SourceRef, ...] = ()


def differing(visit: Visit, known: KnownCity) -> tuple[Differing, ...]:
    """List what contradicts a source, then in what sources contradict each other."""
    if known.page is None:
        return ()
    return (*_denied(visit, known), *_head(visit, known), *_disputed(visit, known))


def _denied(visit: Visit, known: KnownCity) -> Iterator[Differing]:
    for tie in known.own_ties:
        if tie.bond in visit.denied:
            yield Differing(
                about=tie.counterpart.names,
                yours=Reason("start.differs.does-not-belong"),
                theirs=_reported(tie),
                sources=tie.sources,
            )


def _disputed(visit: Visit, known: KnownCity) -> Iterator[Differing]:
    """Name the ties of whose beginning the sources do not tell the same."""
    for tie in known.own_ties:
        if isinstance(tie.valid_from, Disputed) and tie.bond not in visit.denied:
            mark = visit.marks.get(tie.bond, Mark.UNSURE)
            yield Differing(
                about=tie.counterpart.names,
                yours=Reason(f"start.mark.{mark}"),
                theirs=_reported(tie),
                sources=tie.sources,
            )


def _reported(tie: Tie) -> Reason:
    if tie.valid_from is None:
        return Reason("start.differs.belongs")
    return Reason("start.differs.belongs-since", {"since": tie.valid_from})


def _head(visit: Visit, known: KnownCity) -> Iterator[Differing]:
    said = visit.head
    if known.office is None or said.mark is not Mark.NO or not said.name:
        return
    if any(_is_same(said, head) for head in known.heads):
        return
    yield Differing(
        about=known.office.names,
        yours=_holder(said.name, said.began),
        theirs=_theirs(known.heads),
        sources=tuple(
            it.source for head in known.heads for it in head.sources if it.source is not None
        ),
    )


def _is_same(said: Head, head: Tenancy) -> bool:
    """Tell whether a visitor names whom a source names, since a day that may be the same."""
    if head.person is None:
        return False
    words, name = set(slug(said.name).split("-")), slug(head.person.name).split("-")
    is_named = name[-1] in words and words <= {*name, *_TITLES}
    began = said.began
    is_then = began is None or (
        began.earliest <= head.since.latest and head.since.earliest <= began.latest
    )
    return is_named and is_then


def _theirs(heads: tuple[Tenancy, ...]) -> Reason:
    head = next((item for item in heads if item.person), None)
    if head is None or head.person is None:
        return Reason("start.differs.nothing-found")
    return _holder(head.person.name, head.since)


def _holder(name: str, since: object) -> Reason:
    if since is None:
        return Reason("start.differs.holder", {"name": name})
    return Reason("start.differs.holder-since", {"name": name, "since": since})
