"""Codes as sentences, in the language that was asked for."""

from collections.abc import Iterable, Iterator
from typing import Any

from koinon.cli.arguments import language
from koinon.rules.answer import Reason
from koinon.rules.trace import Trace


def sentence(reason: Reason | None) -> str | None:
    """Say a reason, None where there is none."""
    from koinon.wording.say import say_reason

    return None if reason is None else say_reason(reason, language())


def sentences(notes: Iterable[Reason]) -> list[str]:
    """Say each note."""
    return [text for text in map(sentence, notes) if text is not None]


def said(code: str, /, **params: Any) -> str:
    """Say a sentence of the command line's own, by the last parts of its code."""
    from koinon.wording.say import say

    return say(f"cli.{code}", language(), **params)


def said_as(family: str, code: str) -> str:
    """Say a code of a family of codes, such as the states of a procedure."""
    from koinon.wording.say import say

    return say(f"{family}.{code}", language())


def name(names: dict[str, str]) -> str:
    """Choose a name."""
    from koinon.wording.language import pick

    return pick(names, language())


def written(value: Any) -> str:
    """Write a value."""
    from koinon.wording.values import write

    return write(value, language())


def derivation(trace: Trace) -> Iterator[str]:
    """Lay out a trace in indented lines, with its sources."""
    from koinon.wording.derivation import explain

    found = explain(trace, language())
    for row in found.rows:
        notes = "".join(f"[{number}]" for number in row.notes)
        yield f"  {row.sign or ' '} {row.label}: {row.value} {row.origin}{notes}".rstrip()
    for remark in found.remarks:
        yield f"  {remark}"
    for note in found.footnotes:
        yield f"  [{note.number}] {note.title}, {note.dated} {note.url}".rstrip(", ")
