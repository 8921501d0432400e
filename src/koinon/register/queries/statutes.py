"""The statutes of the register's networks."""

from django.conf import settings

from koinon.statutes import queries
from koinon.statutes.document import Statute
from koinon.statutes.library import Library


def statute_of(network: str) -> Statute | None:
    """Give the statute of a network, or None where nobody knows any of its rules."""
    return queries.statute_of(network, Library(settings.KOINON_STATUTES))
