"""Finding cities, networks, people in office and bodies by any name, as somebody types it."""

from koinon.overview.search.finding import Found, search
from koinon.overview.search.hits import Hit

__all__ = ["Found", "Hit", "search"]
