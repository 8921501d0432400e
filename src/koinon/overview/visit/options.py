"""The parts of a network and the texts of which a city may say which one is its own."""

from collections.abc import Sequence
from datetime import date

import msgspec

from koinon.rules.charter.forms import Version
from koinon.rules.condition import Party
from koinon.rules.eligibility.calculation import GradeAnswer, eligible
from koinon.rules.rule import Text
from koinon.statutes.applied import applied
from koinon.statutes.document import Statute


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """One way of belonging: to a part of the network, in a grade, by a text that was signed."""

    code: str
    names: Text
    strand: str = ""
    grade: str = ""
    text: str = ""


def options_of(statute: Statute, party: Party, day: date) -> tuple[Option, ...]:
    """List the ways in which a party may belong: by part and text, else by grade."""
    rules = applied(statute, "eligibility")
    answers = eligible(rules, party, day, None, statute.groups)
    closed = {item.grade for item in answers if is_closed(item)}
    texts = _texts_carrying(statute, day)
    if not statute.strands:
        return _of_texts("", texts) or _of_grades(statute, closed)
    return tuple(
        option
        for strand in statute.strands
        if not _is_shut(statute, strand, closed)
        for option in _of_strand(statute, strand, [it for it in texts if it.strand == strand])
    )


def is_closed(answer: GradeAnswer) -> bool:
    """Tell whether a grade is surely not open, by no reading of the rules."""
    return all(it.answer.value is False for it in (answer, *answer.alternatives))


def _is_shut(statute: Statute, strand: str, closed: set[str]) -> bool:
    grades = {code for code, grade in statute.grades.items() if grade.strand == strand}
    return bool(grades) and grades <= closed


def _of_grades(statute: Statute, closed: set[str]) -> tuple[Option, ...]:
    return tuple(
        Option(code=f"grade-{code}", names=grade.names, grade=code)
        for code, grade in statute.grades.items()
        if code not in closed and not grade.on_top_of
    )


def _of_strand(statute: Statute, strand: str, texts: Sequence[Version]) -> tuple[Option, ...]:
    if len(texts) > 1:
        return _of_texts(strand, texts)
    names, text = statute.strands[strand].names, texts[0].code if texts else ""
    return (Option(code=f"strand-{strand}", names=names, strand=strand, text=text),)


def _of_texts(strand: str, texts: Sequence[Version]) -> tuple[Option, ...]:
    return tuple(
        Option(code=f"text-{it.code}", names=it.names, strand=strand, text=it.code) for it in texts
    )


def _texts_carrying(statute: Statute, day: date) -> tuple[Version, ...]:
    """List the texts, out by a day, that carry duties: the latest version of each."""
    carried = {code for rule in statute.cycle for code in rule.charter}
    found = {
        item.rule.code: item.rule
        for item in applied(statute, "charter")
        if item.rule.code in carried and item.rule.valid_from.earliest <= day
    }
    return tuple(found.values())
