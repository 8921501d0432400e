"""How fast one visitor may ask for what has to be worked out anew: pages of other days, forms."""

import time
from collections import OrderedDict
from ipaddress import ip_address, ip_network
from math import ceil
from threading import Lock

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from koinon.web.middleware import PageRequest

MINUTE = 60.0
MOST_CLIENTS = 10_000
TOO_MANY = 429


class Pace:
    """So many a minute for each client: at once, or spread out.

    One number a client: the moment at which everything it asked for would have been asked for
    evenly. Only the latest clients are remembered.
    """

    def __init__(self, most_clients: int = MOST_CLIENTS) -> None:
        self.most_clients = most_clients
        self._reached: OrderedDict[str, float] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._reached)

    def clear(self) -> None:
        """Forget all clients."""
        with self._lock:
            self._reached.clear()

    def wait(self, client: str, per_minute: int, now: float, weight: int = 1) -> int:
        """Count a request; give the seconds to wait where it is one too many, else 0.

        One that takes longer weighs more, at most as much as all of a minute.
        """
        with self._lock:
            counted = min(weight, per_minute) * MINUTE / per_minute
            reached = max(self._reached.get(client, now), now) + counted
            if reached > now + MINUTE:
                return ceil(reached - now - MINUTE)
            self._reached[client] = reached
            self._reached.move_to_end(client)
            if len(self._reached) > self.most_clients:
                self._reached.popitem(last=False)
            return 0


pace = Pace()
form_pace = Pace()


def refused(request: PageRequest) -> HttpResponse | None:
    """Refuse with 429 whoever walks through the days too fast; None for everybody else."""
    per_minute = settings.KOINON_DAYS_PER_MINUTE
    if not per_minute or request.on == request.today:
        return None
    seconds = pace.wait(client_of(request), per_minute, time.monotonic())
    return too_many(request, seconds) if seconds else None


def seconds_until_form(request: HttpRequest, weight: int = 1) -> int:
    """Count a form that was sent; tell how many seconds too early it comes, 0 for all others."""
    per_minute = settings.KOINON_FORMS_PER_MINUTE
    if not per_minute or request.method != "POST":
        return 0
    return form_pace.wait(client_of(request), per_minute, time.monotonic(), weight)


def too_many(request: HttpRequest, seconds: int) -> HttpResponse:
    """Ask with 429 to wait."""
    response = render(request, "web/pages/too_many.html", {"seconds": seconds}, status=TOO_MANY)
    response["Retry-After"] = str(seconds)
    return response


def client_of(request: HttpRequest) -> str:
    """Name who asks: the address, or of an IPv6 address the network that a visitor has.

    Behind a proxy, the last address in the header that the settings name: the proxy wrote it.
    """
    header = settings.KOINON_CLIENT_HEADER
    text = request.headers.get(header, "") if header else request.META.get("REMOTE_ADDR", "")
    last = text.rpartition(",")[2].strip()
    try:
        address = ip_address(last)
    except ValueError:
        return last[:50]
    return str(ip_network((address, 64), strict=False)) if address.version == 6 else last
