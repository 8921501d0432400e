"""Sharing out seats from a file of votes, and the kinds of organisation."""

import csv
from pathlib import Path

import typer

from koinon.cli.arguments import BadArgument, read_number, read_optional_number
from koinon.cli.output import emit
from koinon.cli.words import said
from koinon.rules.seats.forms import Method

COLUMNS = ["name", "votes"]
JSON = typer.Option(False, "--json", help="Answer with one JSON object.")


def hang_below(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("apportion")(apportion_file)
    app.command("kinds")(kinds)


def read_votes(path: Path) -> dict[str, int]:
    """Read a CSV file with the columns name and votes; raises BadArgument."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadArgument("not-utf-8", file=path.name) from error
    rows = list(csv.reader(text.splitlines()))
    if not rows or [cell.strip() for cell in rows[0]] != COLUMNS:
        raise BadArgument("first-line", file=path.name)
    votes: dict[str, int] = {}
    for line, row in enumerate(rows[1:], start=2):
        if not row:
            continue
        place = said("line", file=path.name, number=str(line))
        if len(row) != len(COLUMNS):
            raise BadArgument("row", place=place)
        name = row[0].strip()
        if not name:
            raise BadArgument("no-name", place=place)
        if name in votes:
            raise BadArgument("twice", place=place, given=name)
        votes[name] = read_number(row[1].strip(), place)
    if not votes:
        raise BadArgument("no-rows", file=path.name)
    return votes


def apportion_file(
    file: Path = typer.Argument(..., help="A CSV file with the columns name,votes."),
    seats: str = typer.Option(..., "--seats", help="How many seats there are."),
    method: str = typer.Option(..., "--method", help=", ".join(Method)),
    least: str = typer.Option("0", "--min", help="The least number of seats of each name."),
    most: str = typer.Option("", "--max", help="The greatest number of seats of each name."),
    json: bool = JSON,
) -> int:
    """Share out seats in proportion to votes; a tie is named, not broken."""
    from koinon.rules.seats.apportionment import apportion

    if method not in list(Method):
        raise BadArgument("method", given=method, known=", ".join(Method))
    outcome = apportion(
        read_votes(file),
        read_number(seats, "--seats"),
        method=Method(method),
        at_least=read_number(least, "--min"),
        at_most=read_optional_number(most, "--max"),
    )
    lines = [f"{name}: {held}" for name, held in outcome.seats.items()]
    lines += [said("tie", n=outcome.unassigned, names=", ".join(tie)) for tie in outcome.ties]
    emit(outcome, lines, json_asked=json)
    return 3 if outcome.unassigned else 0


def kinds(json: bool = JSON) -> None:
    """List the kinds of organisation that rules speak of."""
    from koinon.rules.kind import OrganisationKind

    names = [kind.value for kind in OrganisationKind]
    emit({"kinds": names}, names, json_asked=json)
