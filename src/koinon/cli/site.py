"""Commands that prepare and serve the site."""

import typer


def hang_below(app: typer.Typer) -> None:
    """Add these commands."""
