"""What a side says of a tie, as HTML: put together without a template, since a page has many."""

from datetime import date
from functools import cache
from html import escape
from typing import NamedTuple

from koinon.overview.sayings import Said
from koinon.rules.bound import BEGINNING, Bound
from koinon.rules.trace import SourceRef
from koinon.wording.derivation import write_dated
from koinon.wording.language import pick
from koinon.wording.period import say_until
from koinon.wording.say import say
from koinon.wording.values import write


class Reader(NamedTuple):
    """For whom a page is written: the language, and the day asked for."""

    language: str
    on: date

    def words(self, code: str) -> str:
        """Say a code as HTML."""
        return _words(code, self.language)


@cache
def _words(code: str, language: str) -> str:
    return escape(say(code, language))


def title_of(source: SourceRef) -> str:
    """Name a source, with a link to it where it has an address."""
    title = escape(source.title)
    return f'<a href="{escape(source.url)}" rel="noopener">{title}</a>' if source.url else title


def said_in(saying: Said, reader: Reader) -> str:
    """Name where something is said: a source, or Koinon itself."""
    return title_of(saying.source) if saying.source else reader.words("ties.named")


def age(saying: Said, reader: Reader) -> str:
    """Say how long before the day asked for something was stated.

    Of a source that may be from any of several years, the least and the most it may be.
    """
    on = reader.on
    least, most = _years(saying, on)
    if most - least > 1:
        code = "age.span" if least else "age.at-most"
        return say(code, reader.language, least=least, most=most)
    if saying.stated_on > on:
        return say("age.later", reader.language)
    years = _between(saying.stated_on, on)
    if years < 1:
        return say("age.under-a-year", reader.language)
    return say("age.years", reader.language, n=years)


def _years(saying: Said, on: date) -> tuple[int, int]:
    """Give how many years ago a source of a span of days was written at the latest and earliest."""
    first, dots, last = (saying.source.dated if saying.source else "").partition("..")
    if not dots:
        return 0, 0
    return (
        max(_between(Bound.parse(last).latest, on), 0),
        max(_between(Bound.parse(first).earliest, on), 0),
    )


def _between(day: date, on: date) -> int:
    return on.year - day.year - ((on.month, on.day) < (day.month, day.day))


def voice(saying: Said | None, reader: Reader, *, is_open: bool = False) -> str:
    """Tell what a side says: since when, until when, where, and how old that is.

    ``is_open``: whether a remark is shown at once.
    """
    if saying is None:
        return f'<span class="muted">{reader.words("ties.nothing")}</span>'
    own = reader.language
    is_undated = saying.holds is not False and saying.begins.earliest == BEGINNING
    until = f" {escape(say_until(saying.last_day, own))}" if saying.last_day else ""
    old = f"{reader.words('mark.semicolon')}{escape(age(saying, reader))}"
    if saying.source is None:
        where = escape(say("ties.said-on", own, day=saying.stated_on))
    else:
        named = "" if is_undated else f"{said_in(saying, reader)}, "
        where = f"{named}{escape(write_dated(saying.source.dated, own))}"
    told = _since(saying, reader, is_undated=is_undated)
    remark = _remark(saying, reader, is_open=is_open) if saying.note else ""
    return f'<div class="saying">{told}{until}<small>{where}{old}</small>{remark}</div>'


def _since(saying: Said, reader: Reader, *, is_undated: bool) -> str:
    if is_undated:
        return said_in(saying, reader)
    if saying.holds is False:
        return reader.words("ties.denies")
    return escape(write(saying.begins, reader.language))


def _remark(saying: Said, reader: Reader, *, is_open: bool) -> str:
    return (
        f'<details class="remarks"{" open" if is_open else ""}>'
        f"<summary>{reader.words('ties.remark')}</summary>"
        f"<small>{escape(pick(saying.note, reader.language))}</small></details>"
    )
