"""What every template may ask about the site."""

from django.conf import settings
from django.http import HttpRequest


def site(_: HttpRequest) -> dict[str, object]:
    """Tell whether this site shows demonstration data."""
    return {"demo": settings.KOINON_DEMO}
