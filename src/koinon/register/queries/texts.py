"""The texts of the site itself, as they hold on a day."""

from collections.abc import Iterable
from datetime import date

from koinon.register.models import SiteText


def versions_of(code: str) -> tuple[SiteText, ...]:
    """List all versions of a text, in every language, the latest first; one query."""
    rows = SiteText.objects.filter(code=code, withdrawn_by=None)
    return tuple(rows.order_by("-valid_from", "language"))


def texts_on(versions: Iterable[SiteText], day: date) -> dict[str, SiteText]:
    """Give the version of each language that holds on a day; where its end has come, none."""
    latest: dict[str, SiteText] = {}
    for version in versions:
        before = latest.get(version.language)
        if version.valid_from <= day and (before is None or before.valid_from < version.valid_from):
            latest[version.language] = version
    return {
        language: version
        for language, version in latest.items()
        if version.valid_until is None or day < version.valid_until
    }
