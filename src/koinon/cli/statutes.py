"""Commands about statute documents."""

import typer


def hang_below(app: typer.Typer) -> None:
    """Add these commands."""
