"""Questions about the history."""

from koinon.history.models import Entry, Revision


def revision() -> int:
    """Give the number of the latest entry; 0 before the first."""
    return Revision.objects.values_list("number", flat=True).first() or 0


def latest_entry() -> str:
    """Name the state of everything that is written: the latest entry's number and moment.

    The moment tells two states of the same number apart, as after a restored backup.
    """
    rows = Entry.objects.filter(number__isnull=False).order_by("-number")
    found = rows.values_list("number", "at").first()
    return f"{found[0]}.{found[1].timestamp():.6f}" if found else "0"
