"""Which statute is in use: the latest text that was loaded, not what a file may say by now."""

from datetime import date
from functools import lru_cache

from django.db.models import Max

from koinon.history.belief import end_of
from koinon.statutes.decoding import tables_of
from koinon.statutes.document import Statute
from koinon.statutes.faults import StatuteError
from koinon.statutes.library import Document, Library
from koinon.statutes.models import Edition
from koinon.statutes.reader import converted

_in_use: dict[str, str] = {}
"""The digest of each network's file that was found to be the text in use."""


def statute_of(network: str, library: Library, known_on: date | None = None) -> Statute | None:
    """Give the statute of a network as it was last loaded, or as it was known at a day's end.

    A file that nobody loaded yet counts as it stands; a file that was changed since it was
    loaded does not. None where there is no statute. Raises StatuteError for a document that
    cannot be used and was never loaded.
    """
    if known_on is not None:
        return _known_on(network, known_on)
    if not library.has(network):
        return None
    document = _document(network, library)
    if document is not None and _in_use.get(network) == document.digest:
        return document.statute
    latest = _latest_digests()
    _in_use.update(_unchanged(library, latest))
    if document is not None and latest.get(network, document.digest) == document.digest:
        return document.statute
    if network in latest:
        return edition(latest[network], network)
    return library.statute(network)


def _document(network: str, library: Library) -> Document | None:
    """Read a network's document; None for a file that cannot be used (any more)."""
    try:
        return library.document(network)
    except StatuteError:
        return None


def _latest_digests() -> dict[str, str]:
    newest = Edition.objects.values("network").annotate(newest=Max("id")).values("newest")
    return dict(Edition.objects.filter(id__in=newest).values_list("network", "digest"))


def _unchanged(library: Library, latest: dict[str, str]) -> dict[str, str]:
    """List the networks that the library holds as they were loaded, each with its digest."""
    documents = {code: _document(code, library) for code in library.codes()}
    return {
        code: document.digest
        for code, document in documents.items()
        if document is not None and latest.get(code, document.digest) == document.digest
    }


def _known_on(network: str, day: date) -> Statute | None:
    digest = (
        Edition.objects.filter(network=network, entry__at__lt=end_of(day))
        .order_by("-id")
        .values_list("digest", flat=True)
        .first()
    )
    return edition(digest, network) if digest else None


@lru_cache(maxsize=200)
def edition(digest: str, network: str) -> Statute:
    """Read the statute in a stored text; once accepted, it is not checked anew.

    Raises Edition.DoesNotExist.
    """
    found = Edition.objects.filter(digest=digest, network=network).order_by("id").first()
    if found is None:
        raise Edition.DoesNotExist
    return converted(tables_of(found.text.encode(), str(found)))
