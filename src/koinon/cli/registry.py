"""Commands that read and write the register."""

import typer


def hang_below(app: typer.Typer) -> None:
    """Add these commands."""
