"""What people type after a command, read with one sentence for each mistake."""

import locale
import os
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from koinon.rules.bad_input import BadInput

if TYPE_CHECKING:
    from koinon.rules.event import Event

SHIPPED = ("de", "en", "fr")
MOST_PEOPLE = 100_000_000_000

_chosen = {"language": "en"}


class BadArgument(BadInput):
    """What was typed cannot be read; ``code`` is the last part of the sentence's code."""

    def __init__(self, code: str, /, **params: object) -> None:
        super().__init__(code, code=f"cli.refused.{code}", **params)


def set_language(code: str) -> None:
    """Choose the language of answers: as asked, else the machine's, else English.

    Raises BadArgument.
    """
    own = (locale.getlocale()[0] or os.environ.get("LANG", ""))[:2]
    _chosen["language"] = own if own in _languages() else "en"
    if read_language(code):
        _chosen["language"] = code


def read_language(text: str) -> str:
    """Read the code of a language, "" where none is typed; raises BadArgument."""
    if text and text not in _languages():
        raise BadArgument("no-language", given=text)
    return text


def _languages() -> tuple[str, ...]:
    """List the languages there are; further ones are looked for only where a folder is named."""
    if not os.environ.get("KOINON_CATALOGUES"):
        return SHIPPED
    from koinon.wording.language import languages

    return languages()


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
        raise BadArgument("day", name=name, given=text) from error


def read_number(text: str, name: str, *, at_least: int = 0) -> int:
    """Read a whole number in digits; raises BadArgument."""
    if not (text.removeprefix("-").isascii() and text.removeprefix("-").isdigit()):
        raise BadArgument("number", name=name, given=text)
    number = int(text) if len(text) < 20 else MOST_PEOPLE + 1
    if number < at_least:
        raise BadArgument("too-small", name=name, given=text, least=at_least)
    if number > MOST_PEOPLE:
        raise BadArgument("too-large", name=name, given=text, most=str(MOST_PEOPLE))
    return number


def read_optional_number(text: str, name: str) -> int | None:
    """Read a whole number where one is typed; raises BadArgument."""
    return read_number(text, name) if text else None


def read_events(texts: list[str]) -> "tuple[Event, ...]":
    """Read events typed as "step=day" or "step=day..until-day"; a day may be rough.

    After an extension ".." leads to the day it reaches; elsewhere it spans a rough day. Raises
    BadArgument, BadBound.
    """
    from koinon.rules.bound import Bound
    from koinon.rules.event import EXTENSION, WAIVER, Event

    events = []
    for number, text in enumerate(texts, start=1):
        step, equals, day = (part.strip() for part in text.partition("="))
        if not (step and equals and day):
            raise BadArgument("event", given=text)
        first, dots, last = day.partition("..")
        if dots and step.partition("-")[0] in (EXTENSION, WAIVER):
            events.append(Event(step, Bound.parse(first), Bound.parse(last), number))
        else:
            events.append(Event(step, Bound.parse(day), None, number))
    return tuple(events)
