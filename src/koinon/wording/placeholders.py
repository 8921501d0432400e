"""Figures named in texts: ``[[eurocities.members.stated]]`` stands for the latest one."""

import re
from typing import NamedTuple

PLACEHOLDER = re.compile(r"\[\[([^\[\]\n]{1,200})\]\]")


class FigureName(NamedTuple):
    """A figure as texts name it: of which organisation, what it counts, stated or counted."""

    organisation: str
    measure: str
    basis: str


def figure_name(text: str) -> FigureName | None:
    """Read what stands between the brackets, None where it names no figure."""
    parts = text.strip().split(".")
    return FigureName(*parts) if len(parts) == 3 and all(parts) else None


def placeholders(text: str) -> tuple[str, ...]:
    """List what stands between double brackets in a text, each once."""
    return tuple(dict.fromkeys(found.strip() for found in PLACEHOLDER.findall(text)))
