"""Finding cities, networks, people in office and bodies by any name, as somebody types it."""

from koinon.overview.search.finding import Found, search
from koinon.overview.search.hits import Hit
from koinon.overview.search.present import keep_names_ready

__all__ = ["Found", "Hit", "keep_names_ready", "search"]
