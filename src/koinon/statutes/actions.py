"""Loading statutes into the register's history."""

from koinon.history.actions import lock_history, recorded
from koinon.history.actor import Actor
from koinon.history.permissions import must_keep_register
from koinon.statutes.library import Document, Library
from koinon.statutes.models import Edition


def record_editions(*, library: Library, by: Actor) -> tuple[str, ...]:
    """Store the text of each statute that differs from the latest one stored; list the networks.

    A second run writes nothing. Raises NotAllowed, and StatuteError for a document that cannot
    be used: then nothing is stored.
    """
    must_keep_register(by)
    documents = library.documents()
    if not _new(documents):
        return ()
    with recorded("record-editions", by=by) as change:
        lock_history()
        new = _new(documents)
        Edition.objects.bulk_create(
            Edition(
                network=document.statute.code,
                digest=document.digest,
                text=document.text.decode(),
                entry=change.entry(),
            )
            for document in new
        )
    return tuple(document.statute.code for document in new)


def _new(documents: tuple[Document, ...]) -> list[Document]:
    """Choose the documents whose text is not the latest one stored."""
    latest = dict(Edition.objects.order_by("id").values_list("network", "digest"))
    return [item for item in documents if latest.get(item.statute.code) != item.digest]
