"""Questions about the history."""

from django.db import connection

from koinon.history.models import Revision

LATEST = (
    "SELECT number, at FROM history_entry WHERE number IS NOT NULL ORDER BY number DESC LIMIT 1"
)
"""Asked for with every page, so written as it is: to put it together takes longer than to ask."""


def revision() -> int:
    """Give the number of the latest entry; 0 before the first."""
    return Revision.objects.values_list("number", flat=True).first() or 0


def latest_entry() -> str:
    """Name the state of everything that is written: the latest entry's number and moment.

    The moment tells two states of the same number apart, as after a restored backup.
    """
    with connection.cursor() as cursor:
        cursor.execute(LATEST)
        found = cursor.fetchone()
    return f"{found[0]}.{found[1]}".replace(" ", "T") if found else "0"
