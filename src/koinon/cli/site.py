"""Commands that prepare and serve the site."""

import os
import socket
import sys
from pathlib import Path

import typer

from koinon.cli.arguments import BadArgument, read_number
from koinon.cli.serving import HOST, ending_when_asked, serve_on
from koinon.cli.words import said

HIGHEST_PORT = 65535
PORT = typer.Option("8000", "--port", help="The port to serve on.")


def hang_below(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("demo")(demo)
    app.command("serve")(serve)
    app.command("migrate")(migrate)


def start_django() -> None:
    """Make the register usable from a command."""
    import django

    from koinon.cli.statutes import library

    # Says in one sentence where the folder of further statutes is none.
    library()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "koinon.config.settings")
    django.setup()


def home() -> Path:
    """Make the folder that holds all the site writes, and give it."""
    from django.conf import settings

    folder = Path(settings.KOINON_HOME)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def migrate() -> None:
    """Bring the register's tables up to date."""
    start_django()
    home()
    _migrate()
    sys.stdout.write(f"{said('migrated')}\n")


def _migrate() -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    _load_statutes()


def _load_statutes() -> None:
    from django.conf import settings

    from koinon.history.actor import Actor
    from koinon.statutes.actions import record_editions
    from koinon.statutes.library import Library

    record_editions(library=Library(settings.KOINON_STATUTES), by=Actor.system("statutes"))


def _collect_static() -> None:
    from django.core.management import call_command

    call_command("collectstatic", verbosity=0, interactive=False)


def _read_port(text: str) -> int:
    port = read_number(text, "--port", at_least=1)
    if port > HIGHEST_PORT:
        raise BadArgument("too-large", name="--port", given=text, most=str(HIGHEST_PORT))
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise BadArgument("port", port=str(port)) from error
    return port


def serve(port: str = PORT) -> None:
    """Serve the register as it is, until stopped."""
    number = _read_port(port)
    with ending_when_asked():
        start_django()
        home()
        _migrate()
        _collect_static()
        serve_on(number)


def demo(port: str = PORT) -> None:
    """Prepare Cologne and its networks, and serve them until stopped."""
    number = _read_port(port)
    os.environ["KOINON_DEMO"] = "1"
    with ending_when_asked():
        start_django()
        with _alone(home()):
            _migrate()
            _collect_static()
            _load_demo()
            serve_on(number)


class _alone:  # noqa: N801 - reads as a sentence: with _alone(home())
    """Hold the folder, so that no second demonstration writes to it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "demo.lock"

    def __enter__(self) -> None:
        import fcntl

        self.file = self.path.open("w")
        try:
            fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            self.file.close()
            raise BadArgument("demo-runs", folder=self.path.parent) from error

    def __exit__(self, *_: object) -> None:
        self.file.close()


def bundle_of_the_demo() -> Path:
    """Find the demonstration bundle: in the installed package, else beside its source."""
    package = Path(__file__).parents[1]
    for folder in (package / "demo", package.parents[1] / "demo"):
        if (folder / "bundle.toml").is_file():
            return folder
    raise BadArgument("no-demo")


def _load_demo() -> None:
    from django.conf import settings

    from koinon.history.actor import Actor
    from koinon.history.refusal import Differs
    from koinon.register.actions import load_bundle
    from koinon.register.bundle.problem import BadLine

    try:
        load_bundle(bundle_of_the_demo(), by=Actor.system("demo"))
    except BadLine as error:
        if not isinstance(error.__cause__, Differs):
            raise
        raise BadArgument("demo-older", folder=settings.KOINON_HOME) from error
