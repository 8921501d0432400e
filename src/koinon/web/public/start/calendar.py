"""The dates as a calendar: all-day events that keep their identity when they are imported again."""

from datetime import datetime, timedelta
from hashlib import sha256

from icalendar import Calendar, Event, vText

from koinon.overview.dues import DueItem
from koinon.overview.sourcing import all_sources, each_once
from koinon.overview.visit.beyond import TYPED
from koinon.overview.visit.result import Result
from koinon.rules.trace import SourceRef
from koinon.web.public.start.phrases import derivation_lines
from koinon.wording.derivation import write_dated
from koinon.wording.say import say, say_reason


def calendar(result: Result, language: str, moment: datetime) -> bytes:
    """Write what is due as a calendar, made at a moment."""
    found = Calendar()
    found.add("prodid", f"-//Koinon//Koinon//{language.upper()}")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    name = say("start.calendar.name", language, city=result.known.city.names)
    found.add("x-wr-calname", _worded(name, language))
    found.add("x-wr-caldesc", _worded(say("start.file.made", language, day=result.on), language))
    for item in result.days_known:
        found.add_component(_event(item, result, language, moment))
    return bytes(found.to_ical())


def _event(item: DueItem, result: Result, language: str, moment: datetime) -> Event:
    event = Event()
    summary = say(
        "start.calendar.summary",
        language,
        what=item.what,
        network=item.counterpart.short,
        city=result.known.city.names,
    )
    assert item.due_on is not None  # noqa: S101 - only dues with a day are given
    day = item.due_on.latest
    event.add("uid", _uid(item, result))
    event.add("dtstamp", moment)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", _worded(summary, language))
    event.add("description", _worded("\n".join(_description(item, result, language)), language))
    event.add("transp", "TRANSPARENT")
    return event


def _uid(item: DueItem, result: Result) -> str:
    """Name an event: the same for the same city, network, rule and date, whatever the language."""
    visit = result.visit
    city = visit.city or f"{visit.name}/{visit.country}"
    return f"{sha256(f'{city}/{item.key}'.encode()).hexdigest()[:40]}@koinon"


def _description(item: DueItem, result: Result, language: str) -> list[str]:
    due_on = item.due_on
    lines = [say(f"due.{item.state}", language)]
    if item.reason:
        lines.append(say_reason(item.reason, language))
    if due_on is not None and not due_on.is_exact:
        lines.append(say("start.calendar.latest", language, day=due_on))
    if f"/{TYPED}-" in item.key:
        lines.append(say("start.calendar.typed", language))
    lines += derivation_lines(item.trace, language)
    lines += [_cited(source, language) for source in each_once(all_sources(item.trace))]
    lines.append(say("start.file.made", language, day=result.on))
    return lines


def _cited(source: SourceRef, language: str) -> str:
    return ", ".join(filter(None, (source.title, write_dated(source.dated, language), source.url)))


def _worded(text: str, language: str) -> vText:
    words = vText(text)
    words.params["LANGUAGE"] = language
    return words
