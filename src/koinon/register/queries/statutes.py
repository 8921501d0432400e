"""The statutes of the register's networks."""

from django.conf import settings

from koinon.statutes.document import Statute
from koinon.statutes.library import Library
from koinon.statutes.queries import statute_of as statute_in_use


def library() -> Library:
    """Give the statutes at hand: those that come with Koinon and those of the site's folder."""
    return Library(settings.KOINON_STATUTES)


def statute_of(network: str) -> Statute | None:
    """Give the statute of a network, or None where nobody knows any of its rules."""
    return statute_in_use(network, library())


def statute_codes() -> tuple[str, ...]:
    """List the networks of which a statute is at hand."""
    return Library(settings.KOINON_STATUTES).codes()
