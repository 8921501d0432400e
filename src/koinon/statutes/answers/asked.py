"""What is asked: a network, a country, a grade, a body, each known or told to be unknown."""

from collections.abc import Collection
from difflib import get_close_matches
from typing import get_args

from koinon.rules.condition import Party
from koinon.rules.procedure.forms import ProcedureKind
from koinon.statutes.document import Statute
from koinon.statutes.faults import UnknownCode
from koinon.statutes.vocabulary import COUNTRIES, KINDS

EXIT = "exit"
PAUSE = "suspension"
PROCEDURES = tuple(sorted((*get_args(ProcedureKind.__value__), EXIT, PAUSE)))


class NoSuchCode(UnknownCode):
    """A code that the statute, or the list of countries or kinds, does not know."""


def body_of(statute: Statute, code: str) -> str:
    """Give the code of a body of a statute; raises NoSuchCode for any other."""
    return _known(code, statute.bodies, "body", statute.code)


def strand_of(statute: Statute, code: str) -> str:
    """Give the code of an act of belonging, "" for none asked; raises NoSuchCode."""
    return _known(code, statute.strands, "strand", statute.code) if code else ""


def procedure_kind(code: str) -> str:
    """Give the code of a kind of procedure; raises NoSuchCode for any other."""
    if code not in PROCEDURES:
        raise NoSuchCode("no-such-procedure", given=code, known=PROCEDURES)
    return code


def party_of(
    statute: Statute,
    *,
    population: int | None = None,
    country: str = "",
    grade: str = "",
    kind: str = "",
) -> Party:
    """Describe who asks, as far as it is said; raises NoSuchCode."""
    place = country.strip().upper()
    if place and place not in COUNTRIES:
        raise NoSuchCode("no-such-country", given=country)
    if kind and kind not in KINDS:
        raise NoSuchCode("no-such-kind", given=kind, known=tuple(sorted(KINDS)))
    if grade:
        _known(grade, statute.grades, "grade", statute.code)
    return Party(
        kind=kind or None,
        places=frozenset({place}) if place else None,
        population=population,
        grades=frozenset({grade}) if grade else None,
    )


def _known(code: str, codes: Collection[str], what: str, network: str) -> str:
    if code in codes:
        return code
    if not codes:
        raise NoSuchCode(f"no-{what}-of", network=network)
    near = get_close_matches(code, codes, 1)
    if near:
        raise NoSuchCode(f"no-such-{what}-of-near", network=network, given=code, hint=near[0])
    raise NoSuchCode(f"no-such-{what}-of", network=network, given=code, known=tuple(sorted(codes)))
