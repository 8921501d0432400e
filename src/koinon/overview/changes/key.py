"""Where a change stands in the list, so that a page can go on from it."""

from datetime import date, timedelta
from typing import NamedTuple, Self

from django.db.models import Q

_LAST = date(9999, 1, 1)


class Key(NamedTuple):
    """The place of a change: greater keys come first.

    ``entry`` is 0 where changes stand in the order in which they happened.
    """

    entry: int
    latest: date
    earliest: date
    rank: int
    row: int

    def __str__(self) -> str:
        return f"{self.entry}_{self.latest}_{self.earliest}_{self.rank}_{self.row}"

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read a place; None where the text is none: then a list begins at its beginning."""
        try:
            entry, latest, earliest, rank, row = text.split("_")
            days = date.fromisoformat(latest), date.fromisoformat(earliest)
            key = cls(int(entry), *days, int(rank), int(row))
        except ValueError:
            return None
        fits = max(key.latest, key.earliest) < _LAST and all(0 <= it < 2**63 for it in key[::3])
        return key if fits and 0 <= key.row < 2**63 else None


def beyond(key: Key, prefix: str, rank: int, shift: int) -> Q:
    """Ask for the rows whose own key is smaller: they come after it in the list.

    The days of a row are those of the key plus ``shift``: an end is stored as the day after.
    """
    columns = [("entry_id", key.entry)] if key.entry else []
    days = [(f"{prefix}_latest", key.latest), (f"{prefix}_earliest", key.earliest)]
    below, same = Q(), Q()
    for name, value in (*columns, *((name, day + timedelta(days=shift)) for name, day in days)):
        below |= same & Q(**{f"{name}__lt": value})
        same &= Q(**{name: value})
    if rank < key.rank:
        return below | same
    return below | (same & Q(pk__lt=key.row)) if rank == key.rank else below
