"""Questions about the history."""

from koinon.history.models import Revision


def revision() -> int:
    """Give the number of the latest entry; 0 before the first."""
    return Revision.objects.values_list("number", flat=True).first() or 0
