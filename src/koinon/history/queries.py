"""Questions about the history."""

from django.db import connection

from koinon.history.models import Revision

LATEST = (
    "SELECT number, at FROM history_entry WHERE number IS NOT NULL ORDER BY number DESC LIMIT 1"
)
"""Asked for with every page, so written as it is: to put it together takes longer than to ask."""
ONE = "SELECT number, at FROM history_entry WHERE number = %s"


def revision() -> int:
    """Give the number of the latest entry; 0 before the first."""
    return Revision.objects.values_list("number", flat=True).first() or 0


def latest_entry() -> str:
    """Name the state of everything that is written: the latest entry's number and moment.

    The moment tells two states of the same number apart, as after a restored backup.
    """
    return _state(LATEST)


def is_past(state: str) -> bool:
    """Tell whether such a state is, or was once, that of this history."""
    number = number_of(state)
    return number == 0 or _state(ONE, number) == state


def number_of(state: str) -> int:
    """Give the number of the latest entry of a state; 0 before the first."""
    return int(state.partition(".")[0])


def _state(query: str, *values: int) -> str:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        found = cursor.fetchone()
    return f"{found[0]}.{found[1]}".replace(" ", "T") if found else "0"
