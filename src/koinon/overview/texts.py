"""A text of the site itself on a day, in the reader's language or in the nearest there is."""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from koinon.register.models import SiteText
from koinon.register.queries.figures import FigureOn, named_figures
from koinon.register.queries.texts import texts_on, versions_of
from koinon.wording.language import nearest
from koinon.wording.placeholders import figure_name, placeholders


class TextShown(msgspec.Struct, frozen=True, kw_only=True):
    """A version of a text with the figures that it names; one nobody knows is None.

    ``newer_original`` is the day on which the text it translates was written, where that is later.
    """

    language: str
    title: str
    body: str
    valid_from: date
    last_day: date | None
    written_on: date
    translates: str
    newer_original: date | None
    figures: dict[str, FigureOn | None]


class TextPage(msgspec.Struct, frozen=True, kw_only=True):
    """A text on a day, and the days on which versions begin.

    ``text`` is None where no version held on the day; ``holds_today`` tells whether one does today.
    """

    code: str
    on: date
    text: TextShown | None
    holds_today: bool
    versions: tuple[date, ...]


def text_on(code: str, language: str, day: date, *, today: date) -> TextPage:
    """Gather a text: in the language asked for, else in the nearest in which it holds.

    A text of another day is never put in its place. Who runs a site must still be found from each
    of its pages: so the page is told whether there is a text today.
    """
    versions = versions_of(code)
    held = texts_on(versions, day)
    chosen = nearest(held, language)
    return TextPage(
        code=code,
        on=day,
        text=_shown(held[chosen], held, day) if chosen else None,
        holds_today=bool(texts_on(versions, today)),
        versions=_days(versions, chosen or language),
    )


def _days(versions: Sequence[SiteText], language: str) -> tuple[date, ...]:
    return tuple(item.valid_from for item in versions if item.language == language)


def _shown(text: SiteText, held: dict[str, SiteText], day: date) -> TextShown:
    original = held.get(text.translates)
    return TextShown(
        language=text.language,
        title=text.title,
        body=text.body,
        valid_from=text.valid_from,
        last_day=text.valid_until - timedelta(days=1) if text.valid_until else None,
        written_on=text.written_on,
        translates=text.translates,
        newer_original=(
            original.written_on if original and original.written_on > text.written_on else None
        ),
        figures=_figures(text.body, day),
    )


def _figures(body: str, day: date) -> dict[str, FigureOn | None]:
    """Find the figures that a text names; a name that is none has none."""
    names = {text: figure_name(text) for text in placeholders(body)}
    asked = [name for name in names.values() if name is not None]
    found = named_figures(asked, day) if asked else {}
    return {text: found.get(name) if name else None for text, name in names.items()}
