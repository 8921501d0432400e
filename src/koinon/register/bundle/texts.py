"""What the texts of a bundle name and the bundle does not have."""

from datetime import date
from typing import NamedTuple

from koinon.register.bundle.reading import Bundle
from koinon.register.drafts import FigureDraft, SiteTextDraft
from koinon.wording.placeholders import FigureName, figure_name, placeholders


class Unanswered(NamedTuple):
    """A figure that a text names, and of which nothing is known on the day."""

    text: str
    language: str
    figure: str


def unanswered(bundle: Bundle, day: date) -> tuple[Unanswered, ...]:
    """List the figures that texts which hold on a day or later name, and that are not there."""
    figures: list[FigureDraft] = bundle.drafts("figures.csv")
    texts: list[SiteTextDraft] = bundle.drafts("texts.csv")
    return tuple(
        Unanswered(text.code, text.language, name)
        for text in texts
        if text.valid_until is None or day < text.valid_until
        for name in placeholders(text.body)
        if not _is_there(figure_name(name), figures, max(day, text.valid_from))
    )


def _is_there(name: FigureName | None, figures: list[FigureDraft], day: date) -> bool:
    return any(
        name == (item.organisation, item.measure, item.basis) and item.dated.earliest <= day
        for item in figures
    )
