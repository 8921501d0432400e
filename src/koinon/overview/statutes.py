"""What statutes call things: grades, strands, bodies; nothing where a network has no statute."""

from koinon.register.queries.statutes import statute_of
from koinon.rules.rule import Text


def grade_names(network: str, grade: str) -> Text:
    """Name a grade as the statute does, else by its code."""
    statute = statute_of(network)
    found = statute.grades.get(grade) if statute and grade else None
    return found.names if found else {}


def strand_names(network: str, strand: str) -> Text:
    """Name an act of belonging as the statute does."""
    statute = statute_of(network)
    found = statute.strands.get(strand) if statute and strand else None
    return found.names if found else {}


def body_names(network: str, body: str) -> Text:
    """Name a body as the statute does."""
    statute = statute_of(network)
    found = statute.bodies.get(body) if statute and body else None
    return found.names if found else {}


def is_programme(network: str) -> bool:
    """Tell whether a network is a funding programme: its statute has rounds of a call."""
    statute = statute_of(network)
    return bool(statute and statute.window)


def network_names(network: str) -> Text:
    """Name a network as its statute does."""
    statute = statute_of(network)
    return statute.names if statute else {}
