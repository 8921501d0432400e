"""Where a visitor's city cannot belong by the rules: what is not met, and what leads there."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from koinon.overview.names import Named
from koinon.overview.statutes import grade_names, network_names
from koinon.overview.ties import Tie
from koinon.overview.visit.options import is_closed
from koinon.register.queries.statutes import statute_codes, statute_of
from koinon.rules.answer import Reason
from koinon.rules.condition import Party
from koinon.rules.eligibility.calculation import GradeAnswer, eligible
from koinon.rules.rule import Text
from koinon.rules.trace import Trace
from koinon.statutes.applied import applied
from koinon.statutes.document import Statute

KIND = "kind"


class Lacking(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of belonging that is open to cities, and what of its conditions is not met."""

    grade: Text
    needed: tuple[Reason, ...]
    trace: Trace


class NotOpen(msgspec.Struct, frozen=True):
    """A network that a city cannot belong to itself; ``through`` leads there instead.

    ``lacking`` is empty where no city can belong, whatever it is like.
    """

    network: Named
    through: tuple[Text, ...]
    lacking: tuple[Lacking, ...]


def not_open(ties: Sequence[Tie], party: Party, day: date) -> Iterator[NotOpen]:
    """List the networks a visitor names to whose members the city cannot belong by the rules."""
    for tie in ties:
        statute = statute_of(tie.counterpart.code)
        if statute is None:
            continue
        answers = _answers(statute, tie, party, day)
        if answers and all(map(is_closed, answers)):
            through = tuple(_sections(statute.code, party))
            yield NotOpen(tie.counterpart, through, tuple(_nearest(statute.code, answers)))


def is_open(network: str, party: Party, day: date) -> bool:
    """Tell whether a city may be a member by the rules, or nobody can tell."""
    statute = statute_of(network)
    if statute is None:
        return True
    found = eligible(applied(statute, "eligibility"), party, day, None, statute.groups)
    return not found or not all(map(is_closed, found))


def _answers(statute: Statute, tie: Tie, party: Party, day: date) -> list[GradeAnswer]:
    """Judge the grades that are meant: where a visitor chose a part, those of that part."""
    found = eligible(applied(statute, "eligibility"), party, day, None, statute.groups)
    if tie.grade:
        return [item for item in found if item.grade == tie.grade]
    if not tie.strand:
        return list(found)
    return [item for item in found if _strand_of(statute, item.grade) in ("", tie.strand)]


def _strand_of(statute: Statute, grade: str) -> str:
    return statute.grades[grade].strand if grade in statute.grades else ""


def _nearest(network: str, answers: Sequence[GradeAnswer]) -> Iterator[Lacking]:
    """Name the grades open to cities of which the fewest conditions are not met."""
    failed = {
        item.grade: [check for check in item.checks if check.truth is False] for item in answers
    }
    meant = [item for item in answers if KIND not in {it.what for it in failed[item.grade]}]
    fewest = min((len(failed[item.grade]) for item in meant), default=0)
    for item in meant:
        if len(failed[item.grade]) == fewest:
            traces = [check.trace for check in failed[item.grade]]
            needed = tuple(Reason(it.name, it.params) for it in traces)
            yield Lacking(
                grade=grade_names(network, item.grade), needed=needed, trace=item.answer.trace
            )


def _sections(network: str, party: Party) -> Iterator[Text]:
    """Name the national sections of a network that are open to a city of that country."""
    for code in statute_codes():
        statute = statute_of(code)
        if statute is None or not any(
            it.inside == network and it.way == "national-section" for it in statute.nesting
        ):
            continue
        answers = eligible(applied(statute, "eligibility"), party, date.max, None, statute.groups)
        if any(it.answer.value is not False for it in answers):
            yield network_names(code)
