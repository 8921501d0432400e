"""The language of the page that is being made."""

from django.utils.translation import get_language


def language() -> str:
    """Tell the language of the page."""
    return (get_language() or "de").partition("-")[0]
