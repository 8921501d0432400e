"""Serving the site: announced once it answers, ended whenever that is asked for."""

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from threading import Thread
from typing import NoReturn

from koinon.cli.words import said

HOST = "127.0.0.1"
SIGNALS = (signal.SIGTERM, signal.SIGINT)

GRACE = 3
"""Seconds a worker has to end by itself."""

PATIENCE = 60
"""Seconds after which a site that does not answer is not announced any more."""


@contextmanager
def ending_when_asked() -> Iterator[None]:
    """Leave with status 0 when a signal asks for the end, also while all is being prepared."""
    before = {number: signal.signal(number, _leave) for number in SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(*_: object) -> NoReturn:
    raise SystemExit(0)


def serve_on(port: int) -> None:
    """Serve on a port of this machine until a signal comes."""
    from granian.constants import Interfaces
    from granian.server import Server

    server = Server(
        "koinon",
        address=HOST,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        # A signal may reach a worker before it listens for signals: it would never end.
        workers_kill_timeout=GRACE,
        log_enabled=False,
    )
    try:
        server.serve(target_loader=lambda _: _application(port))
    except SystemExit:
        # Workers that had the signal too, and ended first, are no failure.
        if not server.interrupt_signal:
            raise


def _application(port: int) -> Callable[..., object]:
    """Load the site in a worker, which has the handlers of the process it was forked from."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    from django.conf import settings
    from django.utils.module_loading import import_string

    application: Callable[..., object] = import_string(settings.WSGI_APPLICATION)
    Thread(target=_announce, args=[port], daemon=True).start()
    return application


def _announce(port: int) -> None:
    """Write the address as soon as it answers: the port is open long before."""
    from django.templatetags.static import static

    end = time.monotonic() + PATIENCE
    while not _answers(port, static("koinon/page.css")):
        if time.monotonic() > end:
            return
        time.sleep(0.05)
    sys.stdout.write(f"{said('address', address=f'http://{HOST}:{port}/')}\n")
    sys.stdout.flush()


def _answers(port: int, path: str) -> bool:
    connection = HTTPConnection(HOST, port, timeout=PATIENCE)
    try:
        connection.request("HEAD", path)
        connection.getresponse()
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    return True
