"""The day a page is asked for: ``?on=2015-06-01``, else today in Berlin."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.http import QueryDict

BERLIN = ZoneInfo("Europe/Berlin")
FIRST = date(1900, 1, 1)
LAST = date(2199, 12, 31)


class ImpossibleDay(ValueError):
    """The address asks for a day that does not exist or that no register reaches."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


def today() -> date:
    """Tell what day it is in Berlin."""
    return datetime.now(BERLIN).date()


def day_asked(query: QueryDict, present: date, name: str = "on") -> date:
    """Read the day asked for; raises ImpossibleDay."""
    text = query.get(name, "").strip()
    return read_day(text) if text else present


def read_day(text: str) -> date:
    """Read a day as addresses write it; raises ImpossibleDay."""
    try:
        day = datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=BERLIN).date()
    except ValueError as error:
        raise ImpossibleDay(text) from error
    if not FIRST <= day <= LAST:
        raise ImpossibleDay(text)
    return day
