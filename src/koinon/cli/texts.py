"""Commands about the texts of the site itself: imprint, privacy and the like."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from koinon.cli.arguments import BadArgument, read_day, today
from koinon.cli.output import emit
from koinon.cli.site import start_django
from koinon.cli.words import said

if TYPE_CHECKING:
    from koinon.register.bundle.texts import Unanswered

FAULTS = 1
CODE = typer.Argument(..., help="Which text, such as imprint.")
LANGUAGE = typer.Argument(..., help="The code of its language, such as de.")
TITLE = re.compile(r"\s*#\s+(\S[^\n]*)\n")


def hang_below(app: typer.Typer) -> None:
    """Add these commands."""
    text = typer.Typer(help="Write and show the site's own texts.", rich_markup_mode=None)
    text.command("put")(put)
    text.command("show")(show)
    text.command("check")(check)
    app.add_typer(text, name="text")


def put(
    code: str = CODE,
    language: str = LANGUAGE,
    file: Path = typer.Argument(..., help="A file in Markdown whose first line is “# Title”."),
    valid_from: str = typer.Option("", "--from", help="The day from which it holds; today."),
    translates: str = typer.Option("", "--translates", help="The language it translates."),
) -> None:
    """Put a version of a text in its place; an earlier one stays for the days before."""
    day = read_day(valid_from, "--from")
    title, body = _read(file)
    start_django()
    from koinon.history.actor import Actor
    from koinon.register.actions import replace_texts
    from koinon.register.drafts import SiteTextDraft

    draft = SiteTextDraft(
        code=code,
        language=language,
        valid_from=day,
        written_on=today(),
        translates=translates,
        title=title,
        body=body,
    )
    replace_texts(texts=[draft], by=Actor.system("command-line"))
    emit({}, [said("text.put", text=code, language=language, day=day)], json_asked=False)


def _read(file: Path) -> tuple[str, str]:
    if not file.is_file():
        raise BadArgument("no-file", file=file)
    try:
        written = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadArgument("not-utf-8", file=file) from error
    head = TITLE.match(written)
    body = written[head.end() :].strip() if head else ""
    if head is None or not body:
        raise BadArgument("no-title", file=file)
    return head[1].strip(), body


def show(
    code: str = CODE,
    language: str = LANGUAGE,
    on: str = typer.Option("", "--on", help="A day such as 2015-06-01; today where left out."),
) -> None:
    """Show a text as it was written, ready to be changed and put back."""
    day = read_day(on)
    start_django()
    from koinon.register.queries.texts import texts_on, versions_of

    version = texts_on(versions_of(code), day).get(language)
    if version is None:
        raise BadArgument("no-text", text=code, language=language, day=day)
    emit({}, [f"# {version.title}", "", version.body], json_asked=False)


def check(
    bundle: Path = typer.Argument(..., help="A folder or a zip file."),
    on: str = typer.Option("", "--on", help="A day such as 2015-06-01; today where left out."),
) -> int:
    """Check that the figures which the texts of a bundle name are in it."""
    day = read_day(on)
    start_django()
    from koinon.register.bundle.reading import read_bundle
    from koinon.register.bundle.texts import unanswered

    found = unanswered(read_bundle(bundle), day)
    emit({}, _lines(found, day) if found else [said("text.complete")], json_asked=False)
    return FAULTS if found else 0


def _lines(found: "tuple[Unanswered, ...]", day: date) -> Iterator[str]:
    for item in found:
        yield said(
            "text.unanswered", text=item.text, language=item.language, figure=item.figure, day=day
        )
