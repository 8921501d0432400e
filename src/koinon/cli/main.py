"""The ``koinon`` command: an exit status for each kind of outcome, one sentence for bad input.

0 answered, 1 a check found faults, 2 bad input, 3 a tie left seats unassigned.
"""

import os
import sys
from functools import cache

import typer

from koinon.cli.arguments import set_language

ANSWERED, FAULTS, BAD_INPUT, TIE = range(4)

app = typer.Typer(
    name="koinon",
    help="Keep what cities and networks of cities hold in common.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback()
def koinon(
    lang: str = typer.Option("", "--lang", help="Language of the answers: de, en or fr."),
) -> None:
    """Keep what cities and networks of cities hold in common."""
    set_language(lang or os.environ.get("KOINON_LANGUAGE", ""))


@cache
def register_commands() -> None:
    """Hang every command below ``koinon``; what a command needs is imported when it runs."""
    from koinon.cli import answers, apportion, checking, registry, site, statutes, texts

    for module in (site, registry, checking, statutes, texts, answers, apportion):
        module.hang_below(app)


def run(arguments: list[str]) -> int:
    """Run one command and give its exit status."""
    register_commands()
    try:
        status = app(arguments or ["--help"], standalone_mode=False)
    except typer.TyperException as error:
        return _refuse(error.format_message())
    except typer.Abort:
        from koinon.cli.words import said

        return _refuse(said("stopped"))
    except BrokenPipeError:
        sys.stderr.close()
        return ANSWERED
    except Exception as error:
        from koinon.cli.refusals import sentence_of

        sentence = sentence_of(error)
        if sentence is None:
            raise
        return _refuse(sentence)
    return status if isinstance(status, int) else ANSWERED


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"{' '.join(sentence.split())}\n")
    return BAD_INPUT


def main() -> None:
    """Run the command line and leave with its exit status."""
    raise SystemExit(run(sys.argv[1:]))
