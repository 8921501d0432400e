"""What people type after a command, read with one sentence for each mistake."""

import locale
import os
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from koinon.rules.bad_input import BadInput

if TYPE_CHECKING:
    from koinon.rules.event import Event

LANGUAGES = ("de", "en", "fr")
MOST_PEOPLE = 100_000_000_000

_chosen = {"language": "en"}


class BadArgument(BadInput):
    """What was typed cannot be read."""


def set_language(code: str) -> None:
    """Choose the language of answers: as asked, else the machine's, else English.

    Raises BadArgument.
    """
    if code and code not in LANGUAGES:
        raise BadArgument(f'There is no language "{code}": choose de, en or fr.')
    own = (locale.getlocale()[0] or os.environ.get("LANG", ""))[:2]
    _chosen["language"] = code or (own if own in LANGUAGES else "en")


def language() -> str:
    """Tell the language of answers."""
    return _chosen["language"]


def today() -> date:
    """Tell what day it is in Berlin."""
    return datetime.now(ZoneInfo("Europe/Berlin")).date()


def read_day(text: str, name: str = "--on") -> date:
    """Read a day, today where nothing is typed; raises BadArgument."""
    if not text:
        return today()
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError as error:
        raise BadArgument(f'{name}: "{text}" is not a day, write it like 2015-06-01.') from error


def read_number(text: str, name: str, *, at_least: int = 0) -> int:
    """Read a whole number in digits; raises BadArgument."""
    if not (text.removeprefix("-").isascii() and text.removeprefix("-").isdigit()):
        raise BadArgument(f'{name}: "{text}" is not a whole number, write digits like 188000.')
    number = int(text) if len(text) < 20 else MOST_PEOPLE + 1
    if number < at_least:
        raise BadArgument(f"{name}: {text} is too small, write {at_least} or more.")
    if number > MOST_PEOPLE:
        raise BadArgument(f"{name}: {text} is too large.")
    return number


def read_optional_number(text: str, name: str) -> int | None:
    """Read a whole number where one is typed; raises BadArgument."""
    return read_number(text, name) if text else None


def read_events(texts: list[str]) -> "tuple[Event, ...]":
    """Read events typed as "step=day" or "step=day..until-day"; a day may be rough.

    After an extension ".." leads to the day it reaches; elsewhere it spans a rough day. Raises
    BadArgument.
    """
    from koinon.rules.bound import BadBound, Bound
    from koinon.rules.event import EXTENSION, WAIVER, Event

    events = []
    for number, text in enumerate(texts, start=1):
        step, equals, day = (part.strip() for part in text.partition("="))
        if not (step and equals and day):
            raise BadArgument(
                f'--event: "{text}" names no step and day, write signature=2015-06-01.'
            )
        first, dots, last = day.partition("..")
        try:
            if dots and step.partition("-")[0] in (EXTENSION, WAIVER):
                event = Event(step, Bound.parse(first), Bound.parse(last), number)
            else:
                event = Event(step, Bound.parse(day), None, number)
        except BadBound as error:
            raise BadArgument(f"--event: {error}.") from error
        events.append(event)
    return tuple(events)
