"""The term of a body: the elections on record, its end, and when the next election begins."""

from collections.abc import Iterable
from datetime import date
from operator import itemgetter
from typing import NamedTuple

import msgspec
from django.db.models import QuerySet

from koinon.history.belief import known
from koinon.register.models import BodyTerm
from koinon.register.prepared import prepared
from koinon.register.queries.statutes import statute_of
from koinon.rules.answer import Answer, not_known
from koinon.rules.bound import OPEN_BOUND, Bound
from koinon.rules.term.answer import TermAnswer
from koinon.rules.term.end import term_on
from koinon.rules.term.last_day import last_day
from koinon.rules.term.limits import Term
from koinon.rules.trace import SourceRef, Trace, derive, given
from koinon.statutes.applied import applied
from koinon.statutes.document import Statute


class Election(msgspec.Struct, frozen=True):
    """An election that began a term, with its source."""

    began: Bound
    source: SourceRef


class BodyTermShown(msgspec.Struct, frozen=True, kw_only=True):
    """The term of a body on a day; ``process`` is the day on which the next election begins."""

    elections: tuple[Election, ...]
    answer: TermAnswer
    process: Answer[Bound]

    @property
    def is_nothing_known(self) -> bool:
        """Whether neither an election nor anything of the term is known."""
        end = self.answer.end
        is_open = end.value is None and not self.answer.alternatives
        return is_open and not self.elections and self.process.value is None

    @property
    def end(self) -> Bound | None:
        """The first day after the term, None where it is not known or there is none."""
        end = self.answer.end.value
        return None if end == OPEN_BOUND else end

    @property
    def last_day(self) -> Bound | None:
        """The last day of the term, None where it is not known or there is none."""
        return None if self.end is None else last_day(self.end)

    @property
    def trace(self) -> Trace:
        """How the last day came about."""
        return derive("term.last-day", "last-day", self.answer.end.trace)


def body_term_on(network: str, body: str, statute: Statute | None, day: date) -> BodyTermShown:
    """Give the elections up to a day, the latest first, and when the term they began ends."""
    return _shown(tuple(map(_election, _elections(network, body, day))), body, statute, day)


class TermOfBody(NamedTuple):
    """The term of a body, with the network whose body it is."""

    network: str
    body: str
    shown: BodyTermShown


def body_terms_on(networks: Iterable[str], day: date) -> tuple[TermOfBody, ...]:
    """Give the terms of all bodies of networks of which an election is on record; one query."""
    rows = BodyTerm.objects.filter(organisation__code__in=list(networks))
    found: dict[tuple[str, str], list[BodyTerm]] = {}
    for row in _begun(rows, day).select_related("organisation"):
        found.setdefault((row.organisation.code, row.body), []).append(row)
    return tuple(
        TermOfBody(code, body, _shown(tuple(map(_election, begun)), body, statute_of(code), day))
        for (code, body), begun in sorted(found.items(), key=itemgetter(0))
    )


@prepared
def _elections(network: str, body: str, day: date) -> QuerySet[BodyTerm]:
    return _begun(BodyTerm.objects.filter(organisation__code=network, body=body), day)


def _begun(rows: QuerySet[BodyTerm], day: date) -> QuerySet[BodyTerm]:
    begun = known(rows).filter(began_earliest__lte=day)
    return begun.order_by("-began_latest", "-began_earliest").select_related("source")


def _election(row: BodyTerm) -> Election:
    return Election(row.began, row.source.ref)


def _shown(
    elections: tuple[Election, ...], body: str, statute: Statute | None, day: date
) -> BodyTermShown:
    term = Term(of=(body,), began=_began(elections))
    rules = applied(statute, "term") if statute else ()
    answer = term_on(rules, term, day, groups=statute.groups if statute else {})
    process = answer.process or not_known("term.process", "body.reason.no-process")
    return BodyTermShown(elections=elections, answer=answer, process=process)


def _began(elections: tuple[Election, ...]) -> Trace | None:
    if not elections:
        return None
    return given("term.began", elections[0].began, source=elections[0].source)
