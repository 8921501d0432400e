"""Checking a text as of one day, and the short form in which tests compare statements."""

from datetime import date

from koinon.overview.checked.checking import REPORTED, check
from koinon.overview.checked.statement import Statement

TODAY = date(2026, 11, 22)

type Row = tuple[str, str, str, str]


def statements(text: str, language: str = "") -> tuple[Statement, ...]:
    found = check(text, TODAY, language=language).statements
    assert all(text[it.start : it.end] == it.quote for it in found)
    return found


def rows(text: str, language: str = "") -> list[Row]:
    """Give network, kind, quote and verdict of each statement."""
    return [
        (it.subject.code, it.kind, " ".join(it.quote.split()), str(it.verdict))
        for it in statements(text, language)
    ]


def reported(text: str, language: str = "") -> list[str]:
    """Give the quotes of the statements that should be changed."""
    return [it.quote for it in statements(text, language) if it.verdict in REPORTED]
