"""What a visitor typed, read: either a value, or one sentence that says what is wrong."""

import re
import unicodedata
from datetime import date

from koinon.overview.visit.answers import Added, Head, Mark
from koinon.overview.visit.recognition import Names, recognised
from koinon.rules.answer import Reason
from koinon.rules.bound import BadBound, Bound
from koinon.statutes.vocabulary import COUNTRIES

LONGEST_NAME = 100
LONGEST_TEXT = 100_000
MOST_NAMES = 300
MOST_PEOPLE = 50_000_000
FIRST_YEAR = 1900

_DAY = re.compile(r"(\d{1,2})\s*[./]\s*(\d{1,2})\s*[./]\s*(\d{1,4})\Z")
_MONTH = re.compile(r"(\d{1,2})\s*[./]\s*(\d{1,4})\Z")
_CALENDAR = re.compile(r"\d{4}(-\d\d){0,2}\Z")
_GROUPING = re.compile(r"[\s.,’'\N{NARROW NO-BREAK SPACE}]")


class Wrong(ValueError):
    """What was typed cannot be taken; ``reason`` is the sentence to show."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.code)
        self.reason = reason


def written(text: str) -> str:
    """Take away what nobody types and no file may hold: control signs, halves of letters."""
    return "".join(it if it in "\t\r\n" or not _is_no_letter(it) else " " for it in text)


def _is_no_letter(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cs") or sign in "\ufffe\uffff"


def plain(text: str) -> str:
    """Take away also white space at the ends and in heaps."""
    return " ".join(written(text).split())


def name_in(text: str) -> str:
    """Read the name of a city or a person; raises Wrong."""
    name = plain(text)
    if len(name) > LONGEST_NAME:
        raise Wrong(Reason("start.error.name-long", {"n": len(name), "most": LONGEST_NAME}))
    if name and not any(letter.isalpha() for letter in name):
        raise Wrong(Reason("start.error.name-signs"))
    return name


def city_in(text: str) -> str:
    """Read the name of a city, which must be there; raises Wrong."""
    name = name_in(text)
    if not name:
        raise Wrong(Reason("start.error.query-empty"))
    return name


def country_in(text: str) -> str:
    """Read the code of a country, "" where none is chosen; raises Wrong."""
    code = plain(text)
    if code and code not in COUNTRIES:
        raise Wrong(Reason("start.error.country"))
    return code


def people_in(text: str) -> int | None:
    """Read a number of inhabitants, None where nothing is typed; raises Wrong."""
    digits = _GROUPING.sub("", plain(text))
    if not digits:
        return None
    if not (digits.isascii() and digits.isdigit()) or not digits.strip("0"):
        raise Wrong(Reason("start.error.population"))
    significant = digits.lstrip("0")
    if len(significant) > len(str(MOST_PEOPLE)) or int(significant) > MOST_PEOPLE:
        raise Wrong(Reason("start.error.population-large"))
    return int(significant)


def networks_in(text: str, names: Names) -> tuple[Added, ...]:
    """Read the networks that a pasted column or text names; raises Wrong."""
    if len(text) > LONGEST_TEXT:
        raise Wrong(Reason("start.error.text-long", {"n": len(text), "most": LONGEST_TEXT}))
    words = written(text)
    found = recognised(words, names, most=MOST_NAMES)
    if len(found) > MOST_NAMES:
        raise Wrong(Reason("start.error.too-many", {"most": MOST_NAMES}))
    if words.strip() and not found:
        raise Wrong(Reason("start.error.nothing-read"))
    return found


def since_in(text: str, today: date) -> str:
    """Read since when somebody holds an office, as the text of a bound; raises Wrong."""
    typed = plain(text)
    if not typed:
        return ""
    bound = _bound(typed)
    if bound.earliest.year < FIRST_YEAR:
        early = {"text": typed, "first": str(FIRST_YEAR)}
        raise Wrong(Reason("start.error.since-early", early))
    if bound.earliest > today:
        raise Wrong(Reason("start.error.since-ahead", {"text": typed, "day": today}))
    return str(bound)


def _bound(typed: str) -> Bound:
    """Read a day, a month or a year as people write it, or as the calendar does."""
    text, day, month = typed, _DAY.match(typed), _MONTH.match(typed)
    if day:
        text = f"{day[3]:0>4}-{day[2]:0>2}-{day[1]:0>2}"
    elif month:
        text = f"{month[2]:0>4}-{month[1]:0>2}"
    no_day = Reason("start.error.since", {"text": typed[:40]})
    if not _CALENDAR.match(text):
        raise Wrong(no_day)
    try:
        return Bound.parse(text)
    except BadBound as error:
        raise Wrong(no_day) from error


def head_in(mark: str, name: str, since: str) -> Head:
    """Put together who heads the city; a typed name says that it is somebody else. Raises Wrong."""
    if name:
        return Head(Mark.NO, name, since)
    if mark == Mark.NO or since:
        raise Wrong(Reason("start.error.head-name"))
    return Head(Mark.YES if mark == Mark.YES else Mark.UNSURE)
