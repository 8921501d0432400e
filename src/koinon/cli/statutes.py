"""Commands about statute documents."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from koinon.cli.arguments import BadArgument, language, read_day
from koinon.cli.output import emit

if TYPE_CHECKING:
    from koinon.statutes.applied import RuleOnDay
    from koinon.statutes.library import Library

JSON = typer.Option(False, "--json", help="Answer with one JSON object.")
FAULTS = 1


def hang_below(app: typer.Typer) -> None:
    """Add these commands."""
    statute = typer.Typer(help="Check and show statute documents.", rich_markup_mode=None)
    statute.command("check")(check)
    statute.command("show")(show)
    app.add_typer(statute, name="statute")


def library() -> "Library":
    """Give the statutes at hand: the shipped ones and those in KOINON_STATUTES.

    Raises BadArgument where that folder is none.
    """
    from koinon.statutes.library import Library

    folder = os.environ.get("KOINON_STATUTES", "")
    if folder and not Path(folder).is_dir():
        raise BadArgument("no-statutes", folder=folder)
    return Library(Path(folder) if folder else None)


def check(
    files: list[Path] = typer.Argument(None, help="Documents; all at hand where none is named."),
    json: bool = JSON,
) -> int:
    """Check documents; every fault is named with its path and reason."""
    from koinon.statutes.inspection import check_files, check_library

    for file in files or ():
        if not file.is_file():
            raise BadArgument("no-file", file=file)
    results = check_files(files, library()) if files else check_library(library())
    lines = [line for result in results for line in result.sentences(language())]
    emit({"files": [_plain(result) for result in results]}, lines, json_asked=json)
    return 0 if all(result.is_good for result in results) else FAULTS


def _plain(result: Any) -> dict[str, Any]:
    return {
        "file": result.file,
        "network": result.code or None,
        "rules": result.rules,
        "faults": [
            {"path": item.path, "rule": item.rule, "reason": item.sentence(language())}
            for item in result.faults
        ],
    }


def show(
    network: str = typer.Argument(..., help="The code of a network."),
    on: str = typer.Option("", "--on", help="A day such as 2015-06-01; today where left out."),
    json: bool = JSON,
) -> None:
    """Show the rules of a network that are, or may be, in force on a day."""
    from koinon.statutes.applied import rules_on

    day = read_day(on)
    statute = library().statute(network)
    found = rules_on(statute, day)
    rules = [
        {"kind": item.kind, "certain": item.holds is True, "rule": item.applied.rule}
        for item in found
    ]
    answer = {"network": network, "names": statute.names, "on": day, "rules": rules}
    emit(answer, _lines(network, day, found), json_asked=json)


def _lines(network: str, day: date, found: "tuple[RuleOnDay, ...]") -> Iterator[str]:
    from koinon.wording.say import say

    yield f"{network}, {day}"
    for item in found:
        ref = item.applied.ref
        doubt = "" if item.holds else f" ({say('cli.perhaps', language())})"
        sources = ", ".join(source.title for source in ref.sources)
        article = f" {ref.article}" if ref.article else ""
        yield f"{item.kind} {ref.code} [{ref.form}]{article}{doubt}: {sources}"
