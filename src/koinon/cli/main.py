"""The `koinon` command."""

import typer

app = typer.Typer(name="koinon", no_args_is_help=True)


@app.callback()
def koinon() -> None:
    """Keep what cities and networks of cities hold in common."""


def main() -> None:
    """Run the command line."""
    app()
