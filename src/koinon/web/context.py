"""What every template may ask about the site."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    """Tell whether this site shows demonstration data, and search engines should list the page."""
    return {"demo": settings.KOINON_DEMO, "is_listed": getattr(request, "is_listed", False)}
