"""The command that holds a text against the register."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from koinon.cli.arguments import language as answers_in
from koinon.cli.arguments import read_day, read_language, set_language
from koinon.cli.output import emit
from koinon.cli.site import start_django
from koinon.cli.words import name, said, said_as, sentence

if TYPE_CHECKING:
    from koinon.overview.checked.statement import CheckedText, Statement

STANDARD_INPUT = "-"
ON = typer.Option("", "--on", help="A day such as 2015-06-01; today where left out.")
LANG = typer.Option("", "--lang", help="The language of the text: de, en or fr.")
JSON = typer.Option(False, "--json", help="Answer with one JSON object.")


def hang_below(app: typer.Typer) -> None:
    """Add this command."""
    app.command("check-page")(check_page)


def check_page(
    file: str = typer.Argument(..., help="An HTML, PDF or text file; - for standard input."),
    on: str = ON,
    lang: str = LANG,
    json: bool = JSON,
) -> None:
    """Tell which statements of a text about networks still hold."""
    day, spoken = read_day(on), read_language(lang)
    if spoken:
        set_language(spoken)
    content = sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()
    start_django()
    from koinon.overview.checked.checking import check
    from koinon.overview.checked.document import text_of

    checked = check(text_of(content, file), day, language=spoken, otherwise=answers_in())
    emit(_plain(checked), _lines(checked), json_asked=json)


def _plain(checked: "CheckedText") -> dict[str, Any]:
    return {
        "on": checked.on,
        "language": checked.language,
        "seems": checked.seems,
        "statements": [_statement(item) for item in checked.statements],
        "text": checked.text,
    }


def _statement(item: "Statement") -> dict[str, Any]:
    source = item.source
    return {
        "start": item.start,
        "end": item.end,
        "quote": item.quote,
        "subject": item.subject.code,
        "claim": item.kind,
        "claimed": sentence(item.claim),
        "verdict": item.verdict,
        "reason": sentence(item.reason),
        "source": source,
        "sources": item.sources,
        "proposal": item.proposal,
    }


def _lines(checked: "CheckedText") -> Iterator[str]:
    if checked.seems:
        from koinon.wording.language import write_language

        spoken = (write_language(it, answers_in()) for it in (checked.seems, checked.language))
        yield said("check.seems", **dict(zip(("language", "read"), spoken, strict=True)))
    if not checked.statements:
        yield said("check.nothing")
    for item in checked.statements:
        verdict = said_as("check.verdict", item.verdict)
        quote = " ".join(item.quote.split())
        yield (
            f"{name(item.subject.names)}: „{quote}“ – {verdict}"
            if answers_in() == "de"
            else (f"{name(item.subject.names)}: “{quote}” – {verdict}")
        )
        yield f"  {sentence(item.reason)}"
        if item.source:
            yield f"  {said('check.source')}: {item.source.title} {item.source.url}".rstrip()
        if item.proposal:
            yield f"  {said('check.proposal')}: {item.proposal}"
